import Diagnostics
import Markdown
import Rules

/// Tells whether a list is a checklist (FORMATS 1.4), and reads it.
struct ChecklistReader {
    private let list: Element
    private let targets: TargetParser
    private let options: [FrameworkOption]
    private let nearMiss: OptionsNearMiss?
    /// The questions of the framework's tables, which items may test.
    private let questions: [QuestionSource]
    private(set) var problems: [Diagnostic] = []
    private(set) var ruleItems: [ChecklistItem] = []
    private(set) var recognition: Recognition

    init(
        _ list: Element, targets: TargetParser, options: [FrameworkOption], nearMiss: OptionsNearMiss?,
        questions: [QuestionSource]
    ) {
        self.nearMiss = nearMiss
        self.questions = questions
        self.list = list
        self.targets = targets
        self.options = options
        recognition = Recognition(location: list.location, taken: "prose", reason: "no item has an arrow")
    }

    /// The checklist, or `nil` where the list is prose.
    mutating func read() -> Checklist? {
        let candidates = list.children.map { item in
            (item: item, arrow: item.children.first { $0.kind == .paragraph }.flatMap { Arrow(lastIn: $0) })
        }
        let withArrows = candidates.filter { $0.arrow != nil }
        let isChecklist = withArrows.contains { targets.namesOption($0.arrow?.target ?? "") }
        guard isChecklist else {
            warnOfNearMiss(candidates.compactMap(\.arrow))
            return nil
        }
        let items = candidates.compactMap { read($0.item, $0.arrow) }
        recognition = Recognition(
            location: list.location, taken: "checklist of \(items.count) rule\(items.count == 1 ? "" : "s")",
            reason: "an item's arrow points to an option")
        return Checklist(element: list, items: items)
    }

    private mutating func read(_ item: Element, _ arrow: Arrow?) -> Checklist.Item? {
        guard let paragraph = item.children.first(where: { $0.kind == .paragraph }) else {
            problems.append(Messages.noQuestion(item.location))
            return nil
        }
        guard let arrow else {
            problems.append(Messages.noArrow(InlineText(paragraph), paragraph))
            return nil
        }
        let leadIn = paragraph.children.first.flatMap { $0.kind == .strong ? $0 : nil }
        if let leadIn, let tested = tested(leadIn) {
            return readTest(of: tested, behind: leadIn, in: item, paragraph, arrow)
        }
        let question = InlineText(paragraph, includingCode: true, skipping: leadIn)
        // The same arrow in the text that keeps code: it is the last one there that is not within code.
        let before = InlineText(paragraph)
        let ask = text(of: question, upTo: before.position(at: arrow.range.lowerBound))
        let name = leadIn.map { trimmedName($0.plainText) } ?? trimmedName(ask)
        let id = slug(name)
        guard !id.isEmpty, !ask.isEmpty || leadIn != nil else {
            problems.append(Messages.noQuestion(paragraph.location))
            return nil
        }
        if let problem = almostTest(leadIn?.plainText ?? ask, behind: leadIn == nil ? "" : ask) {
            problems.append(Messages.almostTest(problem, at: (leadIn ?? paragraph).location, questions))
        }
        if let earlier = arrow.earlier(targets) {
            problems.append(Messages.twoArrows(arrow.text.location(earlier)))
        }
        let target = SourcedText(arrow.target, at: arrow.text.location(arrow.targetRange))
        let reason = item.children.filter { $0 != paragraph }
        ruleItems.append(
            ChecklistItem(
                id: id, name: name, ask: ask.isEmpty ? leadIn?.plainText.trimmed ?? name : ask,
                target: target,
                reason: reason.isEmpty ? nil : reason.map { $0.plainText.trimmed }.joined(separator: " "),
                location: paragraph.location))
        return Checklist.Item(
            id: id, isTest: false, paragraph: paragraph, leadIn: leadIn,
            arrow: arrow.text.position(at: arrow.range.lowerBound), reason: reason)
    }

    // MARK: Tests of questions

    /// The question of a table whose short name or id a lead-in is.
    private func tested(_ leadIn: Element) -> QuestionSource? {
        let name = trimmedName(leadIn.plainText)
        return questions.first { $0.name.lowercased() == name.lowercased() || $0.id == name }
    }

    /// Reads an item that tests the answer to a question of a table: `**Message rate** > 50000 → Kafka`. What follows the
    /// lead-in is the test, unless it asks: then the item asks anew what the table asks already, which the rules report.
    private mutating func readTest(
        of question: QuestionSource, behind leadIn: Element, in item: Element, _ paragraph: Element,
        _ arrow: Arrow
    ) -> Checklist.Item {
        let written = arrow.text.source(behind: leadIn, upTo: arrow.range.lowerBound)
        let text = written.text.trimmed
        let isAsked = text.isQuestion
        // `**Replay**: yes`, `**Replay** is yes`.
        let marks = [":", "is ", "="].first { text.hasPrefix($0) && !text.hasPrefix("=>") } ?? ""
        let test = String(text.dropFirst(marks.count)).trimmed
        let skipped = written.text.utf8.count - written.text.drop(while: \.isWhitespace).utf8.count
        let offset =
            skipped + text.utf8.count - text.dropFirst(marks.count).drop(while: \.isWhitespace).utf8.count
        let reason = item.children.filter { $0 != paragraph }
        ruleItems.append(
            ChecklistItem(
                id: question.id, name: question.name, ask: isAsked ? text : question.ask,
                test: isAsked
                    ? nil
                    : SourcedText(
                        test,
                        at: test.isEmpty
                            ? leadIn.location
                            : written.location.advanced(by: offset, length: test.utf8.count)),
                target: SourcedText(arrow.target, at: arrow.text.location(arrow.targetRange)),
                reason: reason.isEmpty ? nil : reason.map { $0.plainText.trimmed }.joined(separator: " "),
                location: paragraph.location))
        return Checklist.Item(
            id: question.id, isTest: true, paragraph: paragraph, leadIn: leadIn,
            arrow: arrow.text.position(at: arrow.range.lowerBound), reason: reason)
    }

    /// The words before a comparison in an item that asks nothing, where the framework's tables ask questions: the name of one,
    /// misspelt or not set in bold alone. `nil` where nothing is compared.
    private func almostTest(_ name: String, behind: String) -> String? {
        guard !questions.isEmpty, !behind.isQuestion, !name.isQuestion || !behind.isEmpty else { return nil }
        let marks = ["<", ">", "=", "≤", "≥", "[", "not("]
        if !behind.isEmpty {
            return marks.contains(where: behind.hasPrefix) ? trimmedName(name) : nil
        }
        let place = marks.compactMap { name.firstRange(of: " \($0)")?.lowerBound }.min()
        return place.map { trimmedName(String(name[..<$0])) }
    }

    /// The words of the question, from behind the lead-in up to the arrow.
    private func text(of question: InlineText, upTo arrow: InlinePosition) -> String {
        let end = question.bytes.indices.first { question.position(at: $0) >= arrow } ?? question.bytes.count
        return question.string(question.trimmed(0..<end))
    }

    private func trimmedName(_ text: String) -> String {
        var name = text.trimmed[...]
        while let last = name.last, ".:?!".contains(last) || last.isWhitespace { name = name.dropLast() }
        return String(name)
    }

    /// A list with arrows that point to no option, or with what only looks like an arrow, is prose; its author most
    /// likely meant otherwise.
    private mutating func warnOfNearMiss(_ arrows: [Arrow]) {
        if !arrows.isEmpty {
            recognition = Recognition(
                location: list.location, taken: "prose", reason: "no arrow points to the name of an option")
            guard let first = arrows.first(where: { !$0.target.isEmpty }) else { return }
            problems.append(Messages.almostByTarget(first, options.map(\.name), nearMiss))
            return
        }
        for item in list.children {
            guard let paragraph = item.children.first(where: { $0.kind == .paragraph }) else { continue }
            let text = InlineText(paragraph)
            guard let mark = text.lastOccurrence(of: Arrow.lookalikes),
                targets.parse(text.string(text.trimmed(mark.upperBound..<text.bytes.count))) != nil
            else { continue }
            recognition = Recognition(
                location: list.location, taken: "prose", reason: "'\(text.string(mark))' is no arrow")
            problems.append(Messages.almostByArrow(text, mark))
            return
        }
    }
}

private enum Messages {
    static func noArrow(_ text: InlineText, _ paragraph: Element) -> Diagnostic {
        Diagnostic(
            "missing-arrow", at: paragraph.location, "this item of a checklist has no arrow",
            suggestion: "end it with '→ OPTION', or move it out of the list")
    }

    static func almostTest(
        _ name: String, at location: SourceLocation, _ questions: [QuestionSource]
    ) -> Diagnostic {
        let names = questions.map(\.name)
        let exact = names.first { $0.lowercased() == name.lowercased() }
        return Diagnostic(
            "unknown-question", at: location,
            exact == nil
                ? "no question of the tables is called '\(name)'"
                : "a test begins with the question in bold, and what is tested stands behind it",
            suggestion: exact.map { "write '**\($0)**' before the test" }
                ?? didYouMean(name, among: names) ?? "the questions are \(names.joined(separator: ", "))")
    }

    static func twoArrows(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "two-arrows", .warning, at: location,
            "only the last arrow of an item counts, so this is a part of the question",
            suggestion: "write what a no means as an item of its own, with the question turned round")
    }

    static func noQuestion(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "missing-question", at: location, "this item of a checklist asks nothing",
            suggestion: "write the question before the arrow")
    }

    static func almostByTarget(
        _ arrow: Arrow, _ names: [String], _ nearMiss: OptionsNearMiss?
    ) -> Diagnostic {
        let firstWords = arrow.target.split(separator: " ")
        let guesses = firstWords.indices.map { firstWords[...$0].joined(separator: " ") }
        let meant = guesses.lazy.compactMap { didYouMean($0, among: names) }.first
        return Diagnostic(
            "almost-checklist", .warning, at: arrow.text.location(arrow.targetRange),
            "this list has arrows, but none points to an option, so it is read as prose",
            suggestion: nearMiss?.suggestion ?? meant
                ?? (names.isEmpty
                    ? "declare the options in the front matter"
                    : "the options are \(names.joined(separator: ", "))"),
            notes: (nearMiss?.columns ?? []).map {
                .init("this is the column", at: $0.location)
            })
    }

    static func almostByArrow(_ text: InlineText, _ mark: Range<Int>) -> Diagnostic {
        Diagnostic(
            "almost-checklist", .warning, at: text.location(mark),
            "'\(text.string(mark))' is no arrow, so this list is read as prose",
            suggestion: "write '→', '->' or '=>'")
    }
}
