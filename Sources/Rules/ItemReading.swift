import Diagnostics

/// The questions and rules that checklist items give, and what is wrong with them.
struct ItemReading {
    private(set) var questions: [Question] = []
    private(set) var rules: [Rule] = []
    private(set) var problems: [Diagnostic] = []

    init(_ items: [ChecklistItem], options: [Option], words: Words) {
        let parser = TargetParser(options: options, words: words)
        var firstByID: [String: ChecklistItem] = [:]
        var fallback: ChecklistItem?
        for item in items {
            if let first = firstByID[item.id] {
                problems.append(.duplicateQuestion(item, first))
                continue
            }
            firstByID[item.id] = item

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
        if fallback == nil, let last = items.last, rules.last?.location == last.location,
            case .signal(let option, _, _)? = rules.last?.target, Self.isAlmostFallback(last, among: items)
        {
            problems.append(.almostFallback(last, options[option]))
        }
    }

    /// Whether the last item asks nothing where all others ask, or says itself that it is for all else.
    private static func isAlmostFallback(_ last: ChecklistItem, among items: [ChecklistItem]) -> Bool {
        guard !last.ask.isQuestion else { return false }
        let words = last.ask[...]
        return ["otherwise", "else", "by default", "default", "in all other cases", "none of"].contains {
            words.after(phrase: $0) != nil
        } || items.count > 1 && items.dropLast().allSatisfy(\.ask.isQuestion)
    }

    private mutating func add(_ item: ChecklistItem, _ target: Target) {
        let isAboutReader = if case .fallback = target { true } else { false }
        let question = Question(
            id: item.id, name: item.name, ask: item.ask, type: .yesNo, reason: item.reason,
            location: item.location, isAboutReader: isAboutReader,
            isAsked: !isAboutReader || item.ask.isQuestion)
        rules.append(
            Rule(
                index: rules.count, question: questions.count, target: target,
                targetText: item.target.text.trimmed, reason: item.reason, location: item.location,
                cells: Domain(of: question.type).cell(of: .yes).map { [$0] } ?? []))
        questions.append(question)
    }
}

extension Diagnostic {
    fileprivate static func duplicateQuestion(_ item: ChecklistItem, _ first: ChecklistItem) -> Diagnostic {
        Diagnostic(
            "duplicate-question", at: item.location, "two questions have the id '\(item.id)'",
            suggestion: "give one another short name, in bold before the question",
            notes: [Note("the first is here", at: first.location)])
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
