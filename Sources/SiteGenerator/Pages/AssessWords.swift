import Decisions
import Diagnostics
import FoundationEssentials
import Languages
import Markdown
import Rules

/// What the live assessment says of a framework's parts, for its script: names and effects of rules with the article's
/// reasons, what answers are called, and how likely they are. The rules themselves are in the compiled framework.
struct AssessWords {
    private let page: AssessPage
    private let site: Site
    private let logic: Logic
    private let wording: RuleWording

    init(page: AssessPage, site: Site) {
        self.page = page
        self.site = site
        logic = page.logic
        wording = RuleWording(of: page.framework, in: site.phrases)
    }

    /// All of it. The lists go with those of the compiled framework.
    var json: JSONValue {
        var renderer = site.renderer(for: page.framework.file, on: page.path)
        let words = site.configuration.words
        return .object([
            ("questions", .list(logic.questions.indices.map(question))),
            (
                "conditions",
                .list(logic.questionsBehindConditions.map { .list($0.map { .number($0) }) })
            ),
            ("rules", .list(logic.rules.map { rule($0, &renderer) })), ("tables", .list(tables)),
            ("renamed", .object(renamed)), ("aliases", Self.texts(page.framework.file.aliases.map(\.id))),
            // An assessment's own weights change nothing where nothing is weighed.
            ("weight", Self.texts(logic.matrix == nil ? [] : words.weight.map { $0.lowercased() })),
            ("mostNamed", .number(OpenHeadline.mostNamed)),
            ("yes", Self.texts(words.yes + ["y", "true"])),
            ("no", Self.texts(words.no + ["n", "false"])),
        ])
    }

    private static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

    /// Former ids of questions, so that links and files with them stay readable.
    private var renamed: [(String, JSONValue)] {
        page.framework.renamed.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }
    }

    private func question(_ index: Int) -> JSONValue {
        var entries: [(String, JSONValue)] = []
        if let runs = logic.stretchTexts(ofQuestion: index) {
            entries.append(("runs", .list(runs.map(Self.texts))))
        }
        if let weights = logic.likelihood(ofQuestion: index) {
            entries.append(("likelihood", Self.texts(weights.map { "\($0)" })))
        }
        return .object(entries)
    }

    /// What a rule says where it holds and, of a gate, where it does not.
    private func rule(_ rule: Rule, _ renderer: inout HTMLRenderer) -> JSONValue {
        var entries: [(String, JSONValue)] = [("name", .text(logic.name(of: rule, in: site.phrases)))]
        switch rule.target {
        case .signal(let option, let weight, _):
            entries.append(
                ("on", .text(wording.effect(.signalled(option: option, weight: weight), of: rule))))
        case .gate(let option):
            entries.append(("on", .text(wording.effect(.openedGate(option: option), of: rule))))
            entries.append(("off", .text(wording.effect(.closedGate(option: option), of: rule))))
            if let tested = logic.testedText(of: rule, in: site.phrases) {
                entries.append(("tested", .text(tested)))
            }
        case .fallback(let option, _):
            entries.append(("on", .text(wording.effect(.askedToStart(option: option), of: rule))))
        }
        let item = page.framework.checklistItem(at: rule.location)
        if let item, !item.reason.isEmpty {
            entries.append(("reason", .text(renderer.html(of: item.reason))))
        }
        entries.append(("url", .text(address(anchor(of: rule, isTest: item?.isTest == true)))))
        return .object(entries)
    }

    private func anchor(of rule: Rule, isTest: Bool) -> String? {
        if case .row(let table, let row) = rule.condition {
            return logic.tables[table].anchor(table, row: row)
        }
        if isTest { return "rule.\(rule.index + 1)" }
        return logic.question(of: rule).map {
            site.frameworkAnchors[page.framework.id]?.id(ofQuestion: $0.id) ?? $0.id
        }
    }

    private func address(_ anchor: String?) -> String {
        Site.address(of: anchor, on: page.framework.file.pagePath, from: page.path)
    }

    /// What the rules of each table say where they make its result.
    private var tables: [JSONValue] {
        logic.tables.enumerated().map { index, table in
            .list(
                table.rows.enumerated().map { place, row in
                    .object([
                        ("name", .text(table.name(of: row, in: site.phrases))),
                        ("on", .text(table.outputText(of: row, in: site.phrases))),
                        ("reason", .text(table.reasonHTML(of: row, in: site.phrases))),
                        ("url", .text(address(table.anchor(index, row: place)))),
                    ])
                })
        }
    }
}
