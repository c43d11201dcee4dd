import Diagnostics
import FoundationEssentials

/// Reads targets (FORMATS 1.4): `OPTION`, `OPTION words`, `OPTION (2)`, `not OPTION`, `OPTION is viable`,
/// `Start with OPTION; advice`.
///
/// What the format leaves open is read so:
/// - Words behind a comma, a dash or a weight qualify like words behind a space: `RAG, always`,
///   `RAG (2) because …`. A weight may also come last: `RAG on GPUs (2)`.
/// - A full stop at the end belongs to nobody and is left out.
/// - `not` turns the weight's sign: `not RAG (2)` weighs -2.
/// - Words behind `is viable` say when or why, and change nothing.
/// - What says that an option is *not* viable is no target: a *yes* cannot close a gate.
public struct TargetParser: Sendable {
    private let names: [String]
    private let words: Words

    /// Creates a parser for the options of a framework.
    public init(options: [Option], words: Words = .english) {
        names = options.map(\.name)
        self.words = words
    }

    /// The meaning of a target's text; `nil` where it names no option or means nothing.
    public func parse(_ text: String) -> Target? {
        guard case .success(let target) = read(text) else { return nil }
        return target
    }

    /// Whether a text is about an option at all, by the same rules as `parse`, even where it then says
    /// something that cannot be meant, such as `RAG is not viable`.
    public func namesOption(_ text: String) -> Bool { subject(of: text[...]) != nil }

    /// The option whose name `text` starts with, the longest such name that ends at a word's end, and what
    /// follows it; case, kinds of dash, quote and space do not matter.
    public func option(startingIn text: String) -> (index: Int, rest: Substring)? {
        option(startingIn: text[...])
    }

    /// As `parse`, with the reason where there is no meaning.
    func read(_ text: String) -> Result<Target, TargetProblem> {
        guard let subject = subject(of: text[...]) else {
            let rest = afterLeadingWords(text[...]).trimmed
            return .failure(rest.isEmpty ? .empty : .noOption(rest))
        }
        let (form, option, rest) = subject
        if form == .start { return .success(.fallback(option: option, advice: phrase(rest))) }
        switch GatePhrase(rest, words: words) {
        case .viable where form == .plain: return .success(.gate(option: option))
        case .viable, .notViable: return .failure(.negatedGate(option: option))
        case .none: break
        }
        switch weight(in: rest) {
        case .failure(let problem): return .failure(problem)
        case .success(let (weight, words)):
            return .success(
                .signal(option: option, weight: form == .not ? -weight : weight, qualifier: phrase(words)))
        }
    }

    /// The option that a signal's qualifier names as if it were signalled too, as in `RAG and Hybrid`.
    func secondOption(in qualifier: String) -> Int? {
        let joining: Set = ["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "&", "+", "/"]
        let parts = qualifier.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        let rest = parts.count == 2 && joining.contains(parts[0].folded) ? parts[1] : qualifier[...]
        return option(startingIn: rest)?.index
    }

    /// The name that the author most likely meant by a text that starts with none.
    func nearestName(to text: String) -> String? {
        let words = text.split { $0.isWhitespace || ",;:.(".contains($0) }
        let longest = (names.map { $0.split(separator: " ").count }.max() ?? 0) + 1
        let guesses = (1...max(1, min(longest, words.count))).compactMap {
            count -> (name: String, isSameCount: Bool)? in
            let prefix = words.prefix(count).joined(separator: " ")
            return nearest(to: prefix, among: names).map { ($0, $0.split(separator: " ").count == count) }
        }
        return guesses.first(where: \.isSameCount)?.name ?? guesses.first?.name
    }
}

/// Why a target's text has no meaning.
enum TargetProblem: Error, Hashable {
    /// There is no text.
    case empty
    /// This text, behind `not` and the like, starts with no option's name.
    case noOption(String)
    /// It says that the option is not viable.
    case negatedGate(option: Int)
    /// This looks like a weight and is none.
    case badWeight(String)
}

extension TargetParser {
    private enum Form { case plain, start, not }

    /// How the text starts, the option named there and what follows. Where an option's own name starts
    /// with such a word, the reading that takes in more text is meant.
    private func subject(of text: Substring) -> (form: Form, option: Int, rest: Substring)? {
        var best: (form: Form, option: Int, rest: Substring)?
        func consider(_ form: Form, _ text: Substring) {
            guard let (option, rest) = option(startingIn: text) else { return }
            if let best, best.rest.startIndex >= rest.startIndex { return }
            best = (form, option, rest)
        }
        consider(.plain, text)
        for rest in words.start.compactMap({ text.after(phrase: $0) }) {
            consider(.start, rest)
            for rest in words.with.compactMap({ rest.after(phrase: $0) }) { consider(.start, rest) }
        }
        for rest in words.not.compactMap({ text.after(phrase: $0) }) { consider(.not, rest) }
        return best
    }

    private func afterLeadingWords(_ text: Substring) -> Substring {
        for rest in words.start.compactMap({ text.after(phrase: $0) }) {
            return words.with.lazy.compactMap { rest.after(phrase: $0) }.first ?? rest
        }
        return words.not.lazy.compactMap { text.after(phrase: $0) }.first ?? text
    }

    private func option(startingIn text: Substring) -> (index: Int, rest: Substring)? {
        var best: (index: Int, rest: Substring)?
        for (index, name) in names.enumerated() {
            guard let rest = text.after(phrase: name) else { continue }
            if let best, best.rest.startIndex >= rest.startIndex { continue }
            best = (index, rest)
        }
        return best
    }

    /// Splits off the weight in brackets, directly behind the option or at the very end; 1 where none is.
    private func weight(in text: Substring) -> Result<(Number, Substring), TargetProblem> {
        let rest = text.drop(while: \.isWhitespace)
        if rest.first == "(", let close = rest.firstIndex(of: ")") {
            let inside = rest[rest.index(after: rest.startIndex)..<close]
            if let weight = weight(written: inside) {
                return weight.map { ($0, rest[rest.index(after: close)...]) }
            }
        }
        var end = rest
        while let last = end.last, last.isWhitespace || last == "." { end.removeLast() }
        if end.last == ")", let open = end.lastIndex(of: "(") {
            let inside = end[end.index(after: open)...].dropLast()
            if let weight = weight(written: inside) { return weight.map { ($0, end[..<open]) } }
        }
        return .success((1, rest))
    }

    /// A number; `nil` for text that does not look like one.
    private func weight(written text: Substring) -> Result<Number, TargetProblem>? {
        let folded = text.folded
        guard folded.contains(where: \.isNumber), folded.allSatisfy({ $0.isNumber || "+-., '".contains($0) })
        else { return nil }
        return Number(plain: folded).map(Result.success) ?? .failure(.badWeight(text.trimmed))
    }

    /// The words without the punctuation that parts them from what stands before, and without a final full
    /// stop; `nil` where there are none.
    private func phrase(_ text: Substring) -> String? {
        var rest = text.drop { $0.isWhitespace || ",;:.-–—−‒―、，。；：،؛".contains($0) }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        if let last = rest.last, ".。".contains(last), rest.dropLast().last != last { rest.removeLast() }
        return rest.contains(where: \.isWordPart) ? String(rest) : nil
    }
}
