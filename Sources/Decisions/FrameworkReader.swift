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

    /// A framework, and what is wrong with its text.
    struct Read: Sendable {
        let framework: Framework
        let problems: [Diagnostic]
    }

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
        let logic = compile(names)
        checkFactors(parts, logic)
        let heading = file.titleHeading?.plainText.trimmed
        return Framework(
            file: file, title: front["title"]?.text ?? heading ?? file.id, summary: front["summary"]?.text,
            category: front["category"]?.text, date: file.date("date", severity: .error, problems: &problems),
            version: front["version"]?.text, options: options, parts: parts, recognitions: recognitions,
            renamed: renamed(logic), logic: logic)
    }

    // MARK: The article

    /// The article, cut where something was read. Tables come first, since a checklist may test what they ask.
    private mutating func parts(targets: TargetParser, options: [FrameworkOption]) -> [ArticlePart] {
        let title = file.titleHeading
        let blocks = file.document.blocks.filter { $0 != title }
        var heading = title?.plainText.trimmed ?? file.id
        var read: [ArticlePart?] = blocks.map { block in
            if block.kind == .heading { heading = block.plainText.trimmed }
            if let problem = BrokenTable.problem(of: block) {
                problems.append(problem)
                isBroken = true
            }
            return block.kind == .table ? table(block, under: heading, options: options) : nil
        }
        for (index, block) in blocks.enumerated() where block.kind == .list {
            read[index] = checklist(block, targets: targets, options: options)
        }
        recognitions.sort { $0.location < $1.location }
        var parts: [ArticlePart] = []
        var prose: [Element] = []
        for (block, part) in zip(blocks, read) {
            guard let part else {
                prose.append(block)
                continue
            }
            if !prose.isEmpty { parts.append(.prose(prose)) }
            prose = []
            parts.append(part)
        }
        return prose.isEmpty ? parts : parts + [.prose(prose)]
    }

    private mutating func table(
        _ table: Element, under heading: String, options: [FrameworkOption]
    ) -> ArticlePart? {
        var recogniser = TableRecogniser(table, options: options, words: words)
        let result = recogniser.recognise(under: heading, factors: factors())
        problems += recogniser.problems
        recognitions.append(recogniser.recognition)
        isBroken = isBroken || recogniser.problems.hasErrors
        switch result {
        case .comparison(let comparison, let found):
            if let found { add(found) }
            return .comparison(comparison)
        case .questions(let table, let sources):
            questions += sources
            return .questions(table)
        case .decisionTable(let source):
            tables.append(source)
            return .decisionTable(
                DecisionTableSource(
                    element: table, index: tables.count - 1, headings: recogniser.headers,
                    rows: recogniser.rows))
        case nil: return nil
        }
    }

    private mutating func add(_ found: WeightedMatrix) {
        guard let first = matrix?.factors.first, let second = found.factors.first else {
            matrix = found
            return
        }
        isBroken = true
        problems.append(
            Diagnostic(
                "two-matrices", at: second.location, "a framework has one weighted matrix",
                suggestion: "join the two, or leave the weights of one out",
                notes: [.init("the first is here", at: first.location)]))
    }

    private mutating func checklist(
        _ list: Element, targets: TargetParser, options: [FrameworkOption]
    ) -> ArticlePart? {
        var reader = ChecklistReader(
            list, targets: targets, options: options, nearMiss: options.isEmpty ? nearMissOfOptions() : nil,
            questions: questions)
        let checklist = reader.read()
        problems += reader.problems
        recognitions.append(reader.recognition)
        items += reader.ruleItems
        isBroken = isBroken || reader.problems.hasErrors
        return checklist.map { .checklist($0) }
    }

    private var items: [ChecklistItem] = []
    private var questions: [QuestionSource] = []
    private var tables: [TableSource] = []
    private var matrix: WeightedMatrix?
    /// Whether a part of the rules could not be read. Without it they would say something else.
    private var isBroken = false

    // MARK: The rules

    private mutating func compile(_ options: [Option]) -> Logic? {
        guard !items.isEmpty || !questions.isEmpty || !tables.isEmpty || matrix != nil else { return nil }
        let asked = Set(questions.map(\.id) + items.filter { $0.test == nil }.map(\.id))
        let rules = RuleSet(
            id: file.id, options: options, questions: questions, items: items, tables: tables, matrix: matrix,
            fixed: fixed(asked), likelihood: likelihood(asked), words: words)
        let (logic, found) = rules.compile()
        problems += found
        guard !isBroken else { return nil }
        if let logic { problems += unknownLikelihoods(logic) }
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
