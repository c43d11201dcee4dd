import Decisions
import Diagnostics
import FoundationEssentials
import Languages
import Markdown
import Rules

/// Why a report recommends what it does: the answers that it rests on most, and the path through the rules.
extension ReportPage {
    /// How many answers the first page names: as many as it has room for beside what was signed.
    private static let strongest = 5

    /// The answers that the recommendation rests on most, and what is said of those that are left out.
    func strongReasons(_ verdict: Verdict?, _ logic: Logic?, _ anchors: PageAnchors, in phrases: Phrases) -> (
        reasons: [StrongReasonContext], more: String?
    ) {
        guard let verdict, let logic else { return ([], nil) }
        let words = ReasonWording(verdict, of: framework, by: logic, in: phrases)
        let all = StrongReason.all(of: verdict, on: assessment.latest.values, by: logic)
        let reasons = all.prefix(Self.strongest).map { reason in
            let question = logic.questions[reason.question]
            return StrongReasonContext(
                question: question.name, url: anchors.url(ofQuestion: question.id),
                answer: answer(to: question, in: phrases) ?? "", effect: words.effect(reason),
                without: words.without(reason))
        }
        let left = all.dropFirst(Self.strongest).map { logic.questions[$0.question].name }
        return (
            reasons,
            left.isEmpty
                ? nil
                : phrases("report.more-reasons", count: left.count, ["questions": phrases.list(left, .and)])
        )
    }

    /// The end of the path: the rule in effect that concludes, with what it says.
    func conclusion(_ verdict: Verdict, in phrases: Phrases) -> ConclusionContext {
        let words = VerdictWording(verdict, of: framework, in: phrases)
        return ConclusionContext(
            outcome: words.outcome, because: words.because,
            url: Site.address(of: "framework.rules", on: framework.file.pagePath, from: path))
    }

    /// The rules that the answers set off, as they follow from each other: items of checklists, then the tables that others
    /// read, then the table that recommends.
    func steps(
        _ verdict: Verdict?, _ anchors: PageAnchors, _ ofQuestion: (Question) -> String,
        _ renderer: inout HTMLRenderer, in phrases: Phrases
    ) -> [ReasonContext] {
        guard let verdict, let logic = framework.logic else { return [] }
        let words = RuleWording(of: framework, in: phrases)
        let answered = verdict.fired.map { fired -> ReasonContext in
            let rule = logic.rules[fired.rule]
            let question = logic.question(of: rule)
            let item = framework.checklistItem(at: rule.location)
            var reason: String?
            if let item, !item.reason.isEmpty { reason = renderer.html(of: item.reason) }
            let source = ruleURL(rule, logic, ofQuestion)
            return ReasonContext(
                question: logic.name(of: rule, in: phrases),
                url: question.map { anchors.url(ofQuestion: $0.id) } ?? source,
                answer: question.flatMap { answer(to: $0, in: phrases) } ?? "",
                effect: words.effect(fired, of: rule), kind: kind(of: fired.effect), reason: reason,
                ruleURL: source)
        }
        return answered + rows(of: .intermediate, verdict, logic, in: phrases)
            + rows(of: .recommendation, verdict, logic, in: phrases)
    }

    /// The rules of tables of one kind that made their table's result.
    private func rows(
        of role: DecisionTable.Role, _ verdict: Verdict, _ logic: Logic, in phrases: Phrases
    ) -> [ReasonContext] {
        verdict.firedRows(of: role, in: logic).map { fired in
            let table = logic.tables[fired.table]
            let row = table.rows[fired.row]
            let address = Site.address(
                of: table.anchor(fired.table, row: fired.row), on: framework.file.pagePath, from: path)
            return ReasonContext(
                question: table.name(of: row, in: phrases), url: address, answer: "",
                effect: table.outputText(of: row, in: phrases), kind: .row,
                reason: table.reasonHTML(of: row, in: phrases),
                ruleURL: address)
        }
    }

    /// Where a rule stands on the framework's page: with its question, or where it tests one, at its own item or row.
    private func ruleURL(_ rule: Rule, _ logic: Logic, _ ofQuestion: (Question) -> String) -> String {
        let anchor: String? =
            switch rule.condition {
            case .row(let table, let row): logic.tables[table].anchor(table, row: row)
            case .answer:
                framework.checklistItem(at: rule.location)?.isTest == true ? "rule.\(rule.index + 1)" : nil
            }
        if anchor == nil, let question = logic.question(of: rule) { return ofQuestion(question) }
        return Site.address(of: anchor, on: framework.file.pagePath, from: path)
    }

    private func kind(of effect: FiredRule.Effect) -> ReasonContext.Kind {
        switch effect {
        case .signalled(_, let weight): weight < 0 ? .against : .signal
        case .openedGate: .gateOpen
        case .closedGate: .gateClosed
        case .askedToStart: .start
        }
    }
}

extension Framework {
    /// The checklist's item at a place of the framework's file.
    func checklistItem(at location: SourceLocation) -> Checklist.Item? {
        for case .checklist(let checklist) in parts {
            if let item = checklist.items.first(where: { $0.paragraph.location == location }) { return item }
        }
        return nil
    }
}

extension DecisionTable {
    /// Why a row of it makes the result: its tests, and the author's reason.
    func reasonHTML(of row: Row, in phrases: Phrases) -> String {
        let test = row.testText(self)
        let sentences = [test.isEmpty ? phrases("table.all-answers") : "\(test).", row.reason ?? ""]
        return sentences.filter { !$0.isEmpty }.map { "<p>\(HTMLEscaping.escape($0))</p>" }.joined()
    }
}
