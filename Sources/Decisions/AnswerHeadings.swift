import Diagnostics
import Markdown
import Rules

extension AssessmentReader {
    /// Reads a heading that names a question, and under it a paragraph that starts with the answer; or a heading that
    /// holds both, `Question: answer`. All that follows is evidence.
    mutating func readHeading(_ heading: Element, _ blocks: [Element]) -> Bool {
        let name = standingText(of: heading)
        if let question = index.question(name) { return readAnswer(to: question, heading, blocks) }
        if readAnswer(within: heading, blocks) { return true }
        guard let paragraph = blocks.first, paragraph.kind == .paragraph else { return false }
        if let bold = boldAnswer(of: paragraph), index.looksLikeAnswer(bold.text) {
            problems.append(index.unknown(name, at: heading.location))
            return true
        }
        if startsWithAnswer(InlineText(paragraph, includingCode: true).string[...]) {
            noteUnknown(name, heading)
        }
        return false
    }

    // MARK: The answer below

    private mutating func readAnswer(to question: Int, _ heading: Element, _ blocks: [Element]) -> Bool {
        guard let paragraph = blocks.first else { return false }
        let more = Array(blocks.dropFirst())
        guard paragraph.kind == .paragraph else {
            misses.append(.heading(index.questions[question], question, at: heading.location))
            return false
        }
        let bold = boldAnswer(of: paragraph)
        if let bold, index.looksLikeAnswer(bold.text, to: question) {
            add(
                bold.text, at: bold.location, to: question, paragraph, struck: bold.struck,
                evidenceFrom: bold.evidence, more)
            return true
        }
        let text = InlineText(paragraph, includingCode: true, includingStruck: false)
        let whole = text.string
        if let phrase = index.phrase(whole[...], to: question) {
            let start = phrase.evidence.map { Self.offset(of: $0, in: whole) }
            add(
                String(phrase.answer), at: paragraph.location, to: question, paragraph,
                struck: Self.struck(
                    in: paragraph, before: start.map { text.location($0..<text.bytes.count) }),
                evidenceFrom: start.map { text.position(at: $0) }, more)
            return true
        }
        if let bold {
            add(
                bold.text, at: bold.location, to: question, paragraph, struck: bold.struck,
                evidenceFrom: bold.evidence, more)
            return true
        }
        misses.append(.heading(index.questions[question], question, at: heading.location))
        return false
    }

    private mutating func add(
        _ text: String, at location: SourceLocation, to question: Int, _ paragraph: Element, struck: String?,
        evidenceFrom start: InlinePosition?, _ blocks: [Element]
    ) {
        let value = index.answer(text, to: question, at: location, in: .heading, problems: &problems)
        let isBare = start == nil && blocks.isEmpty
        let answer = Assessment.Answer(
            value: value, struck: struck?.trimmed,
            evidence: isBare
                ? nil : .init(inline: start == nil ? nil : paragraph, start: start, blocks: blocks),
            element: paragraph)
        add(Entry(question: question, date: nil, answer: answer, isUnchanged: false))
    }

    /// The bold words that a paragraph begins with, struck ones before them aside, and where what follows begins.
    private func boldAnswer(of paragraph: Element) -> (
        text: String, location: SourceLocation, struck: String?, evidence: InlinePosition?
    )? {
        guard let first = paragraph.children.first, first.kind == .strong || first.kind == .strikethrough
        else { return nil }
        let bolds = paragraph.children.prefix {
            $0.kind == .strong || $0.kind == .strikethrough || $0.plainText.trimmed.isEmpty
        }
        let strong = bolds.first { $0.kind == .strong }
        let text =
            strong.map { InlineText($0, includingCode: true, includingStruck: false).string.trimmed } ?? ""
        let rest = InlineText(paragraph, includingCode: true)
        let marks: Set<Character> = ["—", "–", "-", ":", ".", ";", ","]
        // What is struck further on belongs to the evidence.
        let struck = bolds.lazy.compactMap { bold in
            bold.kind == .strikethrough ? bold : bold.descendants.first { $0.kind == .strikethrough }
        }.first?.plainText
        let behind = bolds.reduce(0) { $0 + $1.plainText.utf8.count }
        let tail = rest.string(behind..<max(behind, rest.bytes.count))
        let skipped = tail.prefix { $0.isWhitespace || marks.contains($0) }.utf8.count
        return (
            text.hasSuffix(".") ? String(text.dropLast()) : text, (strong ?? first).location, struck,
            behind + skipped < rest.bytes.count ? rest.position(at: behind + skipped) : nil
        )
    }

    // MARK: The answer within

    private mutating func readAnswer(within heading: Element, _ blocks: [Element]) -> Bool {
        let text = InlineText(heading, includingCode: true, includingStruck: false)
        let whole = text.string
        guard let found = index.question(startingIn: whole), let mark = Separator.mark(of: found.rest) else {
            if let colon = whole.lastIndex(where: { ":=".contains($0) }),
                startsWithAnswer(whole[whole.index(after: colon)...])
            {
                noteUnknown(String(whole[..<colon]).trimmed, heading)
            }
            return false
        }
        guard let phrase = index.phrase(mark.behind, to: found.index) else {
            misses.append(.heading(index.questions[found.index], found.index, at: heading.location))
            return false
        }
        let start = Self.offset(of: phrase.answer, in: whole)
        add(
            String(phrase.answer), at: text.location(start..<start + phrase.answer.utf8.count),
            to: found.index, heading,
            struck: Self.struck(
                in: heading,
                before: phrase.evidence.map {
                    text.location(Self.offset(of: $0, in: whole)..<text.bytes.count)
                }),
            evidenceFrom: phrase.evidence.map { text.position(at: Self.offset(of: $0, in: whole)) }, blocks)
        return true
    }

    /// What is struck before the evidence.
    private static func struck(in element: Element, before evidence: SourceLocation?) -> String? {
        element.descendants.first { struck in
            struck.kind == .strikethrough && evidence.map { struck.location < $0 } ?? true
        }?.plainText
    }

    // MARK: Near misses

    private func startsWithAnswer(_ text: Substring) -> Bool {
        index.questions.indices.first { index.questions[$0].type == .yesNo }
            .map { index.phrase(text, to: $0) != nil } ?? false
    }

    /// A heading over an answer whose name is near to a question's.
    private mutating func noteUnknown(_ name: String, _ heading: Element) {
        let unknown = index.unknown(name, at: heading.location)
        guard nearest(to: name, among: index.names) != nil else { return }
        misses.append(
            Miss(
                question: nil,
                problem: Diagnostic(
                    "almost-answers", .warning, at: heading.location,
                    "\(unknown.summary), so this section is read as prose", suggestion: unknown.suggestion)))
    }

    private static func offset(of part: Substring, in whole: String) -> Int {
        whole.utf8.distance(from: whole.startIndex, to: part.startIndex)
    }
}
