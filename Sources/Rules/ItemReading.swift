import Diagnostics

/// A checklist item that was read, before its question's answers are split into cells.
struct RuleDraft {
    let question: Int
    /// What the answer has to be; `nil` where it has to be *yes*.
    let tests: UnaryTests?
    let testText: String
    let target: Target
    let targetText: String
    let reason: String?
    let location: SourceLocation

    /// The rule, once the cells are known.
    func rule(index: Int, cells domain: Domain, of type: AnswerType) -> Rule {
        let cells = domain.cells.indices.filter { cell in
            tests?.matches(domain.cells[cell].sample(of: type)) ?? (domain.cells[cell] == .label("yes"))
        }
        return Rule(
            index: index, condition: .answer(question: question, cells: cells), testText: testText,
            target: target, targetText: targetText, reason: reason, location: location)
    }
}

/// The questions that tables and checklists ask, the rules of the checklists, and what is wrong with them.
struct ItemReading {
    private(set) var questions: [Question] = []
    private(set) var drafts: [RuleDraft] = []
    private(set) var problems: [Diagnostic] = []
    private let words: Words
    private let fixed: [String]

    init(
        _ sources: [QuestionSource] = [], _ items: [ChecklistItem], options: [Option], fixed: [String] = [],
        words: Words
    ) {
        self.words = words
        self.fixed = fixed
        let parser = TargetParser(options: options, words: words)
        var firstByID: [String: SourceLocation] = [:]
        for source in sources {
            if let first = firstByID.updateValue(source.location, forKey: source.id) {
                problems.append(.duplicateQuestion(source.id, source.location, first))
            } else {
                add(source)
            }
        }
        var fallback: ChecklistItem?
        for item in items {
            if item.test == nil, let first = firstByID[item.id] {
                problems.append(.duplicateQuestion(item.id, item.location, first))
                continue
            }
            if item.test == nil { firstByID[item.id] = item.location }

            let target: Target
            switch parser.read(item.target.text) {
            case .success(let read): target = read
            case .failure(let problem):
                problems.append(.unreadable(item.target, problem, options: options, parser: parser))
                continue
            }
            if case .fallback = target {
                if let fallback { problems.append(.secondFallback(item, fallback)) } else { fallback = item }
            }
            if case .signal(let option, let weight, let qualifier) = target {
                let signal = SignalReading(
                    target: item.target, option: options[option], weight: weight, qualifier: qualifier)
                problems += signal.problems(parser, options: options, words: words)
            }
            add(item, target)
        }
        if fallback == nil, let last = items.last, drafts.last?.location == last.location,
            case .signal(let option, _, _)? = drafts.last?.target, Self.isAlmostFallback(last, among: items)
        {
            problems.append(.almostFallback(last, options[option]))
        }
    }

    /// Whether the last item asks nothing where all others ask, or says itself that it is for all else.
    private static func isAlmostFallback(_ last: ChecklistItem, among items: [ChecklistItem]) -> Bool {
        guard last.test == nil, !last.ask.isQuestion else { return false }
        let words = last.ask[...]
        return ["otherwise", "else", "by default", "default", "in all other cases", "none of"].contains {
            words.after(phrase: $0) != nil
        } || items.count > 1 && items.dropLast().allSatisfy { $0.test == nil && $0.ask.isQuestion }
    }

    private mutating func add(_ source: QuestionSource) {
        let type: AnswerType
        switch AnswerType.read(source.type.text, words: words) {
        case .success(let read): type = read
        case .failure(let problem):
            problems.append(.badType(source.type, problem))
            return
        case nil:
            problems.append(.noType(source.type))
            return
        }
        questions.append(
            Question(
                id: source.id, name: source.name, ask: source.ask, type: type, reason: source.reason,
                location: source.location, isAboutReader: false, isAsked: true,
                isFixed: fixed.contains(source.id)))
    }

    private mutating func add(_ item: ChecklistItem, _ target: Target) {
        if let test = item.test {
            addTest(test, item, target)
            return
        }
        let isAboutReader = if case .fallback = target { true } else { false }
        drafts.append(
            RuleDraft(
                question: questions.count, tests: nil, testText: "yes", target: target,
                targetText: item.target.text.trimmed, reason: item.reason, location: item.location))
        questions.append(
            Question(
                id: item.id, name: item.name, ask: item.ask, type: .yesNo, reason: item.reason,
                location: item.location, isAboutReader: isAboutReader,
                isAsked: !isAboutReader || item.ask.isQuestion, isFixed: fixed.contains(item.id)))
    }

    /// Adds an item that tests a question of the questions table.
    private mutating func addTest(_ test: SourcedText, _ item: ChecklistItem, _ target: Target) {
        guard let question = questions.firstIndex(where: { $0.id == item.id }) else { return }
        if case .fallback = target {
            problems.append(.testedFallback(item))
            return
        }
        let type = questions[question].type
        let text = test.text.trimmed.isEmpty && type == .yesNo ? SourcedText("yes", at: test.location) : test
        guard !text.text.trimmed.isEmpty else {
            problems.append(.missingTest(item, type))
            return
        }
        let (tests, found) = UnaryTests.parse(text, column: type.column, words: words)
        problems += found
        guard let tests else { return }
        // Whatever language says it, a test for yes is one: what is said of rules tells it from other tests.
        let written = text.text.trimmed
        let isYes = type == .yesNo && words.yes.contains { $0.folded == written.folded }
        drafts.append(
            RuleDraft(
                question: question, tests: tests, testText: isYes ? "yes" : written, target: target,
                targetText: item.target.text.trimmed, reason: item.reason, location: item.location))
    }
}

extension Diagnostic {
    fileprivate static func duplicateQuestion(
        _ id: String, _ location: SourceLocation, _ first: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "duplicate-question", at: location, "two questions have the id '\(id)'",
            suggestion: "give one another short name, in bold before the question",
            notes: [Note("the first is here", at: first)])
    }

    fileprivate static func noType(_ type: SourcedText) -> Diagnostic {
        Diagnostic(
            "bad-type", at: type.location, "'\(type.text.trimmed)' is no answer type",
            suggestion: "the answer types are 'yes, no', 'a, b, c', 'a < b < c', 'number', 'date' and 'text'")
    }

    fileprivate static func badType(_ type: SourcedText, _ problem: AnswerTypeProblem) -> Diagnostic {
        switch problem {
        case .duplicateLabel(let label):
            Diagnostic(
                "bad-type", at: type.location, "the answer '\(label)' stands there twice",
                suggestion: "leave one out")
        case .emptyRange:
            Diagnostic(
                "bad-type", at: type.location, "no number lies in '\(type.text.trimmed)'",
                suggestion: "write the least first, as in 'number 0..100'")
        }
    }

    fileprivate static func missingTest(_ item: ChecklistItem, _ type: AnswerType) -> Diagnostic {
        Diagnostic(
            "missing-test", at: item.location, "this item does not say which answer to '\(item.name)' counts",
            suggestion: "write a test before the arrow; the answers are \(type.description)")
    }

    fileprivate static func testedFallback(_ item: ChecklistItem) -> Diagnostic {
        Diagnostic(
            "tested-fallback", at: item.target.location, "where to start does not depend on an answer",
            suggestion:
                "write '→ \(item.target.text.trimmed)' behind a question about the reader, such as 'Still uncertain?'"
        )
    }

    fileprivate static func secondFallback(_ item: ChecklistItem, _ first: ChecklistItem) -> Diagnostic {
        Diagnostic(
            "two-fallbacks", at: item.target.location, "a framework can only start with one option",
            suggestion: "keep one of the two", notes: [Note("the first is here", at: first.target.location)])
    }

    fileprivate static func almostFallback(_ item: ChecklistItem, _ option: Option) -> Diagnostic {
        Diagnostic(
            "almost-fallback", .warning, at: item.target.location,
            "this item asks nothing, and yet '\(option.name)' waits for a yes to it",
            suggestion: "write 'Start with \(option.name)' for where to start when nothing else decides")
    }

    fileprivate static func unreadable(
        _ target: SourcedText, _ problem: TargetProblem, options: [Option], parser: TargetParser
    ) -> Diagnostic {
        switch problem {
        case .empty:
            Diagnostic(
                "unknown-option", at: target.location, "no option is named behind the arrow",
                suggestion: list(of: options))
        case .noOption(let text):
            Diagnostic(
                "unknown-option", at: target.location, "'\(shortened(text))' starts with no option's name",
                suggestion: parser.nearestName(to: text).map { "did you mean '\($0)'?" } ?? list(of: options))
        case .negatedGate(let option):
            Diagnostic(
                "negated-gate", at: target.location,
                "a yes cannot make '\(options[option].name)' not viable",
                suggestion: "turn the question round, so that a yes means '\(options[option].name) is viable'"
            )
        case .badWeight(let text):
            Diagnostic(
                "bad-weight", at: target.location, "'(\(text))' is not a weight",
                suggestion: "write a number with a decimal point and no separators, as in (2) or (0.5)")
        }
    }

    private static func list(of options: [Option]) -> String {
        options.isEmpty
            ? "name the options in the front matter, under 'options:'"
            : "the \(options.count == 1 ? "option is" : "options are") "
                + options.map { "'\($0.name)'" }.joinedAsList()
    }

    private static func shortened(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count > 6 ? words.prefix(6).joined(separator: " ") + " …" : words.joined(separator: " ")
    }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    func joinedAsList(_ conjunction: String = "and") -> String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }
}
