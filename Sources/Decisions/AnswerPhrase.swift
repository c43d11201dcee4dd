import Diagnostics
import Markdown
import Rules

/// An answer and, behind a mark, what it rests on: `yes — evidence`, `Yes. …`, `no, because …`, `yes (finance)`.
/// Nothing is guessed: words that directly follow an answer make it none.
struct AnswerPhrase {
    /// The answer as written; `?` where it is left open.
    let answer: Substring
    /// What it rests on, from right behind the mark.
    let evidence: Substring?

    /// - Parameter type: what may be answered.
    init?(_ text: Substring, type: AnswerType, words: Words) {
        let text = text.drop(while: \.isWhitespace)
        let spellings = type.spellings(words: words)
        let isListed = !spellings.isEmpty
        let quoted = spellings.flatMap { ["\"\($0)\"", "“\($0)”"] }
        let listed = (spellings + quoted + ["?"]).sorted { $0.count > $1.count }.lazy.compactMap {
            spelling -> (Substring, Substring)? in
            let head = text.prefix(spelling.count)
            guard head.lowercased() == spelling.lowercased(),
                let evidence = Self.evidence(behind: head, in: text)
            else { return nil }
            // What stands between quotes is the answer.
            return (quoted.contains(spelling) ? head.dropFirst().dropLast() : head, evidence)
        }.first
        guard let (answer, evidence) = listed ?? (isListed ? nil : Self.free(text, type, words)) else {
            return nil
        }
        self.answer = answer
        self.evidence = evidence.trimmed.isEmpty ? nil : evidence
    }

    /// A number, a date or free text with what it rests on: the longest beginning that is an answer and ends at a mark.
    private static func free(
        _ text: Substring, _ type: AnswerType, _ words: Words
    ) -> (answer: Substring, evidence: Substring)? {
        if type == .text {
            let (before, behind) = Separator.splitAtDash(text)
            return before.trimmed.isEmpty ? nil : (before, behind ?? "")
        }
        var best: (answer: Substring, evidence: Substring)?
        for end in text.indices.dropFirst() + [text.endIndex] {
            let answer = text[..<end]
            guard answer.last?.isWhitespace == false, let evidence = evidence(behind: answer, in: text),
                type.parse(answer: String(answer), words: words) != nil
            else { continue }
            best = (answer, evidence)
        }
        return best
    }

    /// What stands behind an answer and a mark, perhaps nothing; `nil` where no mark parts the two.
    private static func evidence(behind answer: Substring, in text: Substring) -> Substring? {
        let rest = text[answer.endIndex...]
        let words = rest.drop(while: \.isWhitespace)
        guard let mark = words.first else { return words }
        let behind = words.dropFirst()
        let isFree = behind.first?.isWhitespace ?? true
        switch mark {
        case "(": return words
        case "—": return behind
        case "–", "-", "−":
            return rest.first?.isWhitespace == true && isFree ? behind : nil
        case ",", ";", ".":
            guard rest.startIndex == words.startIndex, isFree else { return nil }
            let evidence = behind.drop(while: \.isWhitespace)
            // `Yes. — evidence`
            guard let dash = evidence.first, "—–-".contains(dash),
                evidence.dropFirst().first?.isWhitespace ?? true
            else { return behind }
            return evidence.dropFirst()
        default:
            let word = words.prefix { $0.isLetter }
            return rest.first?.isWhitespace == true && word.lowercased() == "because" ? words : nil
        }
    }

    /// How answers are written down, which settles where their evidence goes.
    enum Notation { case table, list, heading, file }

    /// What to do about a text that is no answer to a question.
    static func help(
        for text: String, to question: Question, in notation: Notation, words: Words
    ) -> String {
        let open = ["unknown", "tbd", "tbc", "not sure", "unsure", "n/a", "na", "not applicable", "maybe"]
        let folded = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if open.contains(folded) { return "'?' leaves it open" }
        let spellings = question.type.spellings(words: words).filter { $0.count > 1 }
        let startsWithAnswer = spellings.contains { spelling in
            let rest = folded.dropFirst(spelling.count)
            return folded.hasPrefix(spelling.lowercased())
                && rest.first.map { !$0.isLetter && !$0.isNumber } ?? false
                && rest.contains(where: \.isLetter)
        }
        if startsWithAnswer {
            switch notation {
            case .table: return "put the evidence in a column of its own"
            case .list, .heading: return "put the evidence after ' — '"
            case .file: break
            }
        }
        return didYouMean(text, among: question.type.labels)
            ?? "the answers are \(question.type.description); '?' leaves it open"
    }
}

/// What stands between a question and its answer.
enum Separator {
    static let dashes: Set<Character> = ["—", "–", "-", "−"]

    /// Whether a text begins with a colon or an equals sign, or with a dash that has space around it.
    static func begins(_ text: Substring) -> Bool { mark(of: text) != nil }

    /// The mark that a text begins with, and what follows it.
    static func mark(of text: Substring) -> (mark: Character, behind: Substring)? {
        let rest = text.drop(while: \.isWhitespace)
        guard let mark = rest.first else { return nil }
        let behind = rest.dropFirst()
        if ":：=".contains(mark) { return (mark, behind) }
        let isFree = text.first?.isWhitespace == true && behind.first?.isWhitespace ?? true
        return dashes.contains(mark) && isFree ? (mark, behind) : nil
    }

    /// The part before the first dash that has space around it, and the part behind it.
    static func splitAtDash(_ text: Substring) -> (before: Substring, behind: Substring?) {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            let isFree = index == text.startIndex || text[text.index(before: index)].isWhitespace
            if dashes.contains(text[index]), isFree, next == text.endIndex || text[next].isWhitespace {
                return (text[..<index], text[next...])
            }
            index = next
        }
        return (text, nil)
    }
}
