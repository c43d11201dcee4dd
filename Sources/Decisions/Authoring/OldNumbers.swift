import Diagnostics
import Markdown

/// Words of a text that may mean a record by the number that it had before it was given another: `ADR 12`, `ADR-0012`, `#12`.
/// The record that kept the number may be meant as well, so that only a person can tell.
struct OldNumbers {
    private let source: SourceText
    private let moves: [LogChanges.Move]

    init(_ source: SourceText, moves: [LogChanges.Move]) {
        self.source = source
        self.moves = moves
    }

    /// A note for each, with its place.
    func notes() -> [Diagnostic.Note] {
        let numbers = moves.compactMap { move in
            RecordNumber.inFileName(move.from).flatMap { old in
                RecordNumber.inFileName(move.to).map { (old: old, new: $0, file: move.to) }
            }
        }
        guard !numbers.isEmpty else { return [] }
        var notes: [Diagnostic.Note] = []
        var start = 0
        while start < source.text.count {
            guard let low = source.text[start...].firstIndex(where: DigitRun.isDigit) else { break }
            let high = source.text[low...].firstIndex { !DigitRun.isDigit($0) } ?? source.text.count
            start = high
            guard high - low <= 6, let number = Int(source.string(low..<high)),
                let words = words(endingIn: low..<high), !isLinkText(words)
            else { continue }
            let meant = numbers.filter { $0.old == number }.map { "'\($0.file)'" }
            guard !meant.isEmpty else { continue }
            notes.append(
                .init(
                    "'\(source.string(words))' is left as it is; does it mean \(meant.joined(separator: " or "))?",
                    at: SourceLocation(
                        ofByte: words.lowerBound, in: source.text[...], file: source.file, length: words.count
                    )))
        }
        return notes
    }

    /// The word before a number with it, where both name a record and are no part of a file's name.
    private func words(endingIn digits: Range<Int>) -> Range<Int>? {
        let text = source.text
        let isLetter = { (byte: UInt8) in byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }
        if digits.upperBound < text.count {
            let next = text[digits.upperBound]
            let isName =
                isLetter(next)
                || ("-_./".utf8.contains(next) && digits.upperBound + 1 < text.count
                    && (isLetter(text[digits.upperBound + 1])
                        || DigitRun.isDigit(text[digits.upperBound + 1])))
            guard !isName else { return nil }
        }
        var start = digits.lowerBound
        if start > 0, text[start - 1] == UInt8(ascii: "#") {
            let isWhole = start == 1 || !(isLetter(text[start - 2]) || "/#&".utf8.contains(text[start - 2]))
            if isWhole { return (start - 1)..<digits.upperBound }
        }
        while start > 0, digits.lowerBound - start < 2, " -_#".utf8.contains(text[start - 1]) { start -= 1 }
        let behind = start
        while start > 0, isLetter(text[start - 1]) { start -= 1 }
        let word = source.string(start..<behind).lowercased()
        let isFree =
            start == 0 || !("/-_".utf8.contains(text[start - 1]) || DigitRun.isDigit(text[start - 1]))
        return RecordNumber.families.contains(word) && isFree ? start..<digits.upperBound : nil
    }

    /// Whether it is the text of a link, which says itself where it leads.
    private func isLinkText(_ words: Range<Int>) -> Bool {
        let line = words.upperBound..<source.endOfLine(words.upperBound)
        guard let close = source.text[line].firstRange(of: Array("](".utf8)) else { return false }
        return !source.text[words.upperBound..<close.lowerBound].contains(UInt8(ascii: "["))
            && source.text[source.startOfLine(words.lowerBound)..<words.lowerBound].contains(
                UInt8(ascii: "["))
    }
}
