import Diagnostics
import Markdown
import Rules

extension AssessmentReader {
    /// Reads a list of `Question: answer — evidence`, with or without a box. A list none of whose items names a
    /// question or looks like an answer is prose.
    mutating func readList(_ list: Element) -> Bool {
        let items = list.children.map { ListedAnswer($0, index) }
        guard items.contains(where: { $0.question != nil || $0.looksLikeAnswer }) else { return false }
        for item in items { read(item) }
        return true
    }

    private mutating func read(_ item: ListedAnswer) {
        guard let paragraph = item.paragraph else {
            problems.append(index.unknown("", at: item.element.location))
            return
        }
        guard let question = item.question else {
            problems.append(index.unknown(item.name, at: item.location(of: item.name)))
            return
        }
        let asked = index.questions[question]
        var value =
            item.isWithdrawn
            ? nil
            : index.answer(
                item.answer, to: question, at: item.location(of: item.answer), problems: &problems)
        if item.element.checkbox == .ticked, !item.isWithdrawn {
            if item.answer.isEmpty {
                value = .yes
            } else if value == .no {
                problems.append(
                    Diagnostic(
                        "contradicting-answer", at: paragraph.location,
                        "the box of '\(asked.name)' is ticked, and its answer is no",
                        suggestion: "clear the box, or answer yes"))
                value = nil
            }
        }
        let more = item.element.children.filter { $0 != paragraph }
        let evidence: Assessment.Evidence? =
            item.evidenceStart != nil || !more.isEmpty
            ? .init(
                inline: item.evidenceStart == nil ? nil : paragraph, start: item.evidenceStart, blocks: more)
            : nil
        let answer = Assessment.Answer(
            value: value, struck: index.looksLikeAnswer(item.struck) ? item.struck.trimmed : nil,
            evidence: evidence, element: paragraph)
        add(Entry(question: question, date: nil, answer: answer, isUnchanged: false))
    }

    /// Reads a heading that names a question, and under it a paragraph that starts with the answer in bold.
    mutating func readHeading(_ heading: Element, _ blocks: [Element]) -> Bool {
        guard let paragraph = blocks.first, paragraph.kind == .paragraph, let bold = paragraph.children.first,
            bold.kind == .strong || bold.kind == .strikethrough
        else { return false }
        let strong = paragraph.children.first { $0.kind == .strong }
        let text =
            strong.map { InlineText($0, includingCode: true, includingStruck: false).string.trimmed } ?? ""
        let written = text.hasSuffix(".") ? String(text.dropLast()) : text
        let name = standingText(of: heading)
        guard let question = index.question(name) else {
            guard index.looksLikeAnswer(written) else { return false }
            problems.append(index.unknown(name, at: heading.location))
            return true
        }
        let value = index.answer(written, to: question, at: (strong ?? bold).location, problems: &problems)
        let rest = InlineText(paragraph, includingCode: true)
        let bolds = paragraph.children.prefix {
            $0.kind == .strong || $0.kind == .strikethrough || $0.plainText.trimmed.isEmpty
        }
        let marks: Set<Character> = ["—", "–", "-", ":", ".", ";", ","]
        // What is struck further on belongs to the evidence.
        let struck = bolds.lazy.compactMap { bold in
            bold.kind == .strikethrough ? bold : bold.descendants.first { $0.kind == .strikethrough }
        }.first?.plainText
        let behind = bolds.reduce(0) { $0 + $1.plainText.utf8.count }
        let tail = rest.string(behind..<max(behind, rest.bytes.count))
        let skipped = tail.prefix { $0.isWhitespace || marks.contains($0) }.utf8.count
        let start = behind + skipped < rest.bytes.count ? rest.position(at: behind + skipped) : nil
        let more = Array(blocks.dropFirst())
        let answer = Assessment.Answer(
            value: value, struck: struck?.trimmed,
            evidence: start == nil && more.isEmpty
                ? nil : .init(inline: start == nil ? nil : paragraph, start: start, blocks: more),
            element: paragraph)
        add(Entry(question: question, date: nil, answer: answer, isUnchanged: false))
        return true
    }
}

/// An item taken apart: the question, the answer behind a colon, the evidence behind a dash.
private struct ListedAnswer {
    let element: Element
    let paragraph: Element?
    let question: Int?
    /// What stands where a question's name is expected.
    let name: String
    let answer: String
    let evidenceStart: InlinePosition?
    /// What is struck before the evidence; empty where nothing is.
    let struck: String
    /// Whether all of it is struck: it stands there to be seen, and answers nothing.
    let isWithdrawn: Bool
    let looksLikeAnswer: Bool
    private let text: InlineText?

    init(_ item: Element, _ index: QuestionIndex) {
        element = item
        paragraph = item.children.first { $0.kind == .paragraph }
        guard let paragraph else {
            (question, name, answer, evidenceStart, looksLikeAnswer, text) = (nil, "", "", nil, false, nil)
            (struck, isWithdrawn) = ("", false)
            return
        }
        let standing = InlineText(paragraph, includingCode: true, includingStruck: false)
        isWithdrawn = standing.string.trimmed.isEmpty
        let text = isWithdrawn ? InlineText(paragraph, includingCode: true) : standing
        self.text = text
        let whole = text.string
        let found = index.question(startingIn: whole)
        let head = Separator.splitAtDash(whole).before
        let colon = head.lastIndex(of: ":")
        let rest =
            found?.rest ?? colon.map { whole[$0...] } ?? Separator.splitAtDash(whole).behind.map {
                whole[$0.startIndex...]
            } ?? ""
        let behindColon = rest.drop(while: \.isWhitespace)
        let hasAnswer = behindColon.first == ":"
        let (before, behind) = Separator.splitAtDash(
            String(hasAnswer ? behindColon.dropFirst() : behindColon))
        answer = hasAnswer ? before.trimmed : ""
        question = found?.index
        name =
            (found.map { String(whole[..<$0.rest.startIndex]) } ?? colon.map { String(head[..<$0]) } ?? head)
            .trimmed
        looksLikeAnswer = item.checkbox != nil || (hasAnswer && index.looksLikeAnswer(answer))
        // Right behind the dash, since what comes first may be struck.
        let start = behind.map { text.bytes.count - $0.utf8.count }
        evidenceStart = behind?.allSatisfy(\.isWhitespace) == false ? start.map(text.position) : nil
        let end = start.map { text.location($0..<text.bytes.count) }
        let corrected = paragraph.descendants.first { element in
            element.kind == .strikethrough && end.map { element.location < $0 } ?? true
        }
        struck = isWithdrawn ? answer : corrected?.plainText ?? ""
    }

    /// The place of a part of the item's text.
    func location(of part: String) -> SourceLocation {
        guard let text, !part.isEmpty, let start = text.firstOccurrence(of: part) else {
            return (paragraph ?? element).location
        }
        return text.location(start)
    }
}
