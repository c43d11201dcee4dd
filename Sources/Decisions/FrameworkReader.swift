import Diagnostics
import Markdown
import Rules

/// Reads a framework: options, then every table and list of the article for what it is, then the rules.
struct FrameworkReader {
    let file: ContentFile
    let words: Words
    var problems: [Diagnostic] = []
    var recognitions: [Recognition] = []

    private static let keys = ["version", "category", "options", "factors", "fixed", "likelihood", "renamed"]

    init(_ file: ContentFile, words: Words) {
        self.file = file
        self.words = words
    }

    mutating func framework() -> Framework {
        problems += file.nearlyKnownKeys(Self.keys)
        let front = file.document.frontMatter
        let options = options()
        let names = options.map {
            Option(id: $0.id, name: $0.name, combines: $0.combines, location: $0.location)
        }
        let parts = parts(targets: TargetParser(options: names, words: words), options: options)
        let logic = compile(names, parts)
        checkFactors(parts, logic)
        let heading = file.titleHeading?.plainText.trimmed
        return Framework(
            file: file, title: front["title"]?.text ?? heading ?? file.id, summary: front["summary"]?.text,
            category: front["category"]?.text, date: file.date("date", severity: .error, problems: &problems),
            version: front["version"]?.text, options: options, parts: parts, recognitions: recognitions,
            logic: logic)
    }

    // MARK: The article

    private mutating func parts(targets: TargetParser, options: [FrameworkOption]) -> [ArticlePart] {
        var parts: [ArticlePart] = []
        var prose: [Element] = []
        func endProse() {
            if !prose.isEmpty { parts.append(.prose(prose)) }
            prose = []
        }
        let title = file.titleHeading
        for block in file.document.blocks where block != title {
            let part: ArticlePart? =
                switch block.kind {
                case .table: table(block, options: options)
                case .list: checklist(block, targets: targets, options: options)
                default: nil
                }
            if let part {
                endProse()
                parts.append(part)
            } else {
                prose.append(block)
            }
        }
        endProse()
        return parts
    }

    private mutating func table(_ table: Element, options: [FrameworkOption]) -> ArticlePart? {
        var recogniser = TableRecogniser(table, options: options, words: words, factors: factors())
        let comparison = recogniser.recognise()
        problems += recogniser.problems
        recognitions.append(recogniser.recognition)
        return comparison.map { .comparison($0) }
    }

    private mutating func checklist(
        _ list: Element, targets: TargetParser, options: [FrameworkOption]
    ) -> ArticlePart? {
        var reader = ChecklistReader(
            list, targets: targets, options: options, nearMiss: options.isEmpty ? nearMissOfOptions() : nil)
        let checklist = reader.read()
        problems += reader.problems
        recognitions.append(reader.recognition)
        items += reader.ruleItems
        hasBrokenItems = hasBrokenItems || reader.problems.hasErrors
        return checklist.map { .checklist($0) }
    }

    private var items: [ChecklistItem] = []
    /// Whether an item could not be read. Rules without it would say something else.
    private var hasBrokenItems = false

    // MARK: The rules

    private mutating func compile(_ options: [Option], _ parts: [ArticlePart]) -> Logic? {
        guard !items.isEmpty else { return nil }
        let (logic, found) = RuleSet(id: file.id, options: options, items: items, words: words).compile()
        problems += found
        guard !hasBrokenItems else { return nil }
        problems += logic?.findings() ?? []
        return logic
    }

    /// `factors:`, which questions bear on a factor of the comparison.
    private func factors() -> [String: [String]] {
        Dictionary(
            (file.document.frontMatter["factors"]?.entries ?? []).map { ($0.key, $0.value.texts) },
            uniquingKeysWith: { first, _ in first })
    }

    private mutating func checkFactors(_ parts: [ArticlePart], _ logic: Logic?) {
        guard let written = file.document.frontMatter["factors"] else { return }
        let known = parts.flatMap { part -> [String] in
            if case .comparison(let comparison) = part { comparison.rows.map(\.id) } else { [] }
        }
        let questions = logic?.askedQuestions.map(\.id)
        for entry in written.entries {
            if !known.contains(entry.key) {
                problems.append(
                    Diagnostic(
                        "unknown-factor", at: entry.keyLocation,
                        "no factor of a comparison is called '\(entry.key)'",
                        suggestion: didYouMean(entry.key, among: known)
                            ?? (known.isEmpty ? nil : "the factors are \(known.joined(separator: ", "))")))
            }
            guard let questions else { continue }
            for name in entry.value.elements {
                guard let text = name.text, !questions.contains(text) else { continue }
                problems.append(
                    Diagnostic(
                        "unknown-question", at: name.location, "no question is called '\(text)'",
                        suggestion: didYouMean(text, among: questions)
                            ?? "the questions are \(questions.joined(separator: ", "))"))
            }
        }
    }
}
