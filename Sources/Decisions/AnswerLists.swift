import Diagnostics
import Markdown
import Rules

extension AssessmentReader {
    /// Reads a list of `Question: answer — evidence`, with or without a box. A list none of whose items names a
    /// question or looks like an answer is prose.
    mutating func readList(_ list: Element) -> Bool {
        let items = list.children.map { ListedAnswer($0, index) }
        guard items.contains(where: { ($0.question != nil && !$0.isDoubtful) || $0.looksLikeAnswer }) else {
            for item in items {
                guard let question = item.question else { continue }
                misses.append(.item(index.questions[question], question, at: item.element.location))
            }
            return false
        }
        for item in items { read(item) }
        return true
    }

    private mutating func read(_ item: ListedAnswer) {
        guard let paragraph = item.paragraph else {
            problems.append(index.unknown("", at: item.element.location))
            return
        }
        guard let question = item.question else {
            problems.append(index.unknown(item.name.trimmed, at: item.location(of: item.name)))
            return
        }
        let asked = index.questions[question]
        var value =
            item.isWithdrawn
            ? nil
            : index.answer(
                String(item.answer), to: question, at: item.location(of: item.answer), in: .list,
                problems: &problems)
        if item.element.checkbox == .ticked, !item.isWithdrawn {
            if item.answer.trimmed.isEmpty {
                if asked.type == .yesNo {
                    value = index.answer(
                        "yes", to: question, at: paragraph.location, in: .list, problems: &problems)
                } else {
                    problems.append(Messages.bareTick(asked, paragraph))
                }
            } else if value == .no {
                problems.append(Messages.contradiction(asked, paragraph))
                value = nil
            }
        }
        if item.isEvidenceAlone, !item.isWithdrawn, let evidence = item.evidence {
            problems.append(Messages.evidenceAlone(asked, at: item.location(of: evidence)))
        }
        let more = item.element.children.filter { $0 != paragraph }
        let start = item.evidenceStart
        let evidence: Assessment.Evidence? =
            start != nil || !more.isEmpty
            ? .init(inline: start == nil ? nil : paragraph, start: start, blocks: more) : nil
        let answer = Assessment.Answer(
            value: value,
            struck: index.looksLikeAnswer(item.struck, to: question) ? item.struck.trimmed : nil,
            evidence: evidence, element: paragraph)
        add(Entry(question: question, date: nil, answer: answer, isUnchanged: false))
    }
}

/// An item taken apart: the question, the answer behind a colon or the like, the evidence behind a dash.
private struct ListedAnswer {
    let element: Element
    let paragraph: Element?
    private(set) var question: Int?
    /// What stands where a question's name is expected.
    private(set) var name: Substring = ""
    private(set) var answer: Substring = ""
    private(set) var evidence: Substring?
    /// Whether it is an answer even where no question has its name.
    private(set) var looksLikeAnswer = false
    /// Whether free words follow the question, so that the item may as well be prose.
    private(set) var isDoubtful = false
    /// Whether what follows the question's dash is no answer.
    private(set) var isEvidenceAlone = false
    /// Whether all of it is struck: it stands there to be seen, and answers nothing.
    private(set) var isWithdrawn = false
    private let text: InlineText?
    /// The item's text, of which all parts are slices.
    private let whole: String

    init(_ item: Element, _ index: QuestionIndex) {
        element = item
        paragraph = item.children.first { $0.kind == .paragraph }
        let standing = paragraph.map { InlineText($0, includingCode: true, includingStruck: false) }
        isWithdrawn = paragraph != nil && standing?.string.trimmed.isEmpty == true
        text = isWithdrawn ? paragraph.map { InlineText($0, includingCode: true) } : standing
        whole = text?.string ?? ""
        guard paragraph != nil else { return }
        if let found = index.question(startingIn: whole) {
            question = found.index
            name = whole[..<found.rest.startIndex]
            read(found.rest, index, found.index)
        } else {
            readUnknown(index)
        }
    }

    private mutating func read(_ rest: Substring, _ index: QuestionIndex, _ question: Int) {
        let hasBox = element.checkbox != nil
        let separator = Separator.mark(of: rest)
        let behind = separator?.behind ?? rest
        let isDash = separator.map { Separator.dashes.contains($0.mark) } ?? false
        if isDash && hasBox {
            // `- [x] Question — evidence`; only a bare answer is none.
            if index.looksLikeAnswer(String(behind), to: question) {
                answer = behind
            } else {
                evidence = behind
            }
        } else if let phrase = index.phrase(behind, to: question) {
            (answer, evidence) = (phrase.answer, phrase.evidence)
        } else if isDash || (separator == nil && hasBox) {
            evidence = behind
            isEvidenceAlone = !hasBox && !behind.trimmed.isEmpty
        } else {
            let (before, afterDash) = Separator.splitAtDash(behind)
            answer = before
            evidence = afterDash
            isDoubtful = separator == nil && !behind.trimmed.isEmpty
        }
    }

    private mutating func readUnknown(_ index: QuestionIndex) {
        let head = Separator.splitAtDash(whole[...]).before
        let colon = head.lastIndex { ":=".contains($0) }
        name = colon.map { head[..<$0] } ?? head
        answer = colon.map { Separator.splitAtDash(whole[whole.index(after: $0)...]).before } ?? ""
        looksLikeAnswer =
            element.checkbox != nil || colon != nil && index.looksLikeAnswer(String(answer))
    }

    /// Where the evidence begins: right behind its mark, since what comes first may be struck.
    var evidenceStart: InlinePosition? {
        guard let evidence, !evidence.trimmed.isEmpty else { return nil }
        return text?.position(at: whole.utf8.distance(from: whole.startIndex, to: evidence.startIndex))
    }

    /// What is struck before the evidence; empty where nothing is.
    var struck: String {
        if isWithdrawn { return String(answer) }
        let end = evidence.flatMap { evidence in
            text.map { text in
                let start = whole.utf8.distance(from: whole.startIndex, to: evidence.startIndex)
                return text.location(start..<text.bytes.count)
            }
        }
        let corrected = paragraph?.descendants.first { element in
            element.kind == .strikethrough && end.map { element.location < $0 } ?? true
        }
        return corrected?.plainText ?? ""
    }

    /// The place of a part of the item's text.
    func location(of part: Substring) -> SourceLocation {
        let start = whole.utf8.distance(from: whole.startIndex, to: part.startIndex)
        guard let text, !part.trimmed.isEmpty else { return (paragraph ?? element).location }
        return text.location(text.trimmed(start..<start + part.utf8.count))
    }
}

private enum Messages {
    static func contradiction(_ question: Question, _ paragraph: Element) -> Diagnostic {
        Diagnostic(
            "contradicting-answer", at: paragraph.location,
            "the box of '\(question.name)' is ticked, and its answer is no",
            suggestion: "clear the box, or answer yes")
    }

    static func bareTick(_ question: Question, _ paragraph: Element) -> Diagnostic {
        Diagnostic(
            "bad-answer", at: paragraph.location,
            "a ticked box says yes, which is no answer to '\(question.name)'",
            suggestion: "write the answer behind a colon; the answers are \(question.type.description)")
    }

    static func evidenceAlone(_ question: Question, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "almost-answers", .warning, at: location,
            "this is read as evidence, and '\(question.name)' is left open",
            suggestion: "write '\(question.name): yes — evidence', or '\(question.name): ? — evidence'")
    }
}
