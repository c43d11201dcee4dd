public import Diagnostics
import Markdown

/// Why a file is not changed.
public struct EditRefusal: Error, Sendable, Hashable {
    /// What is in the way, and where.
    public let problem: Diagnostic

    init(_ problem: Diagnostic) { self.problem = problem }
}

/// A change at one place of a text.
struct TextEdit: Sendable, Hashable {
    /// The bytes that go, in the text as UTF-8 without a byte order mark. Empty where something is only added.
    let range: Range<Int>
    /// What takes their place, with line feeds for line ends.
    let replacement: String

    init(_ range: Range<Int>, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    /// An addition.
    init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

/// A file as it lies on disk, of which a few places change and nothing else: its byte order mark, its line ends and its
/// encoding stay.
struct SourceText: Sendable {
    /// The file.
    let bytes: [UInt8]
    /// The text as UTF-8, without a byte order mark: what edits count in.
    let text: [UInt8]
    /// The name that problems show.
    let file: String
    private let markLength: Int
    private let isWindows1252: Bool

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        let plain = TextEncoding.withoutByteOrderMark(bytes)
        markLength = bytes.count - plain.count
        isWindows1252 = TextEncoding.firstInvalidByte(in: plain) != nil
        text = isWindows1252 ? TextEncoding.utf8(fromWindows1252: plain) : plain
    }

    /// How its lines end: as the first one does.
    var lineEnd: String {
        lineEnd(at: endOfLine(0))
    }

    /// The line end that stands somewhere; LF at the text's end.
    func lineEnd(at end: Int) -> String {
        guard end < text.count, text[end] == 0x0D else { return "\n" }
        return behindLineEnd(end) == end + 2 ? "\r\n" : "\r"
    }

    /// The place of a byte of the text.
    func offset(of location: SourceLocation) -> Int {
        var (line, offset) = (1, 0)
        while line < location.line, offset < text.count {
            offset = endOfLine(offset)
            offset = behindLineEnd(offset)
            line += 1
        }
        return min(text.count, offset + location.column - 1)
    }

    /// Where the line of a byte begins.
    func startOfLine(_ offset: Int) -> Int {
        var start = offset
        while start > 0, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
        return start
    }

    /// Where the line of a byte ends, before its line end.
    func endOfLine(_ offset: Int) -> Int {
        var end = offset
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
        return end
    }

    /// Where the next line begins, from the end of one.
    func behindLineEnd(_ end: Int) -> Int {
        guard end < text.count else { return end }
        return text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A ? end + 2 : end + 1
    }

    /// The text of a range.
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// A range without the white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, text[low] <= 0x20 { low += 1 }
        while high > low, text[high - 1] <= 0x20 { high -= 1 }
        return low..<high
    }

    /// Refuses a file that Git left with the marks of a merge.
    func requireNoMergeMarks() throws(EditRefusal) {
        var start = 0
        while start < text.count {
            let end = endOfLine(start)
            for mark in ["<<<<<<<", ">>>>>>>"] where text[start..<end].starts(with: mark.utf8) {
                guard start + 7 == end || text[start + 7] == 0x20 else { continue }
                throw EditRefusal(
                    Diagnostic(
                        "merge-marks",
                        at: SourceLocation(
                            ofByte: start, in: text[...], file: file, length: end - start),
                        "this file holds an unfinished merge, so it is left alone",
                        suggestion: "choose what stays, and remove the marks"))
            }
            start = behindLineEnd(end)
        }
    }

    /// The file with its changes.
    /// - Parameter lineEnd: what the lines of replacements end with; else what the file's first line does.
    /// - Throws: `EditRefusal` where its encoding lacks a letter that is to be written.
    func applying(_ edits: [TextEdit], lineEnd: String? = nil) throws(EditRefusal) -> [UInt8] {
        var out: [UInt8] = []
        var position = 0
        let lineEnd = lineEnd ?? self.lineEnd
        let places = FilePlaces(of: self.bytes, markLength: markLength, isWindows1252: isWindows1252)
        for edit in edits.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }) {
            out += bytes[position..<places.place(of: edit.range.lowerBound)]
            out += try encoded(edit.replacement.replacing("\n", with: lineEnd), at: edit.range.lowerBound)
            position = places.place(of: edit.range.upperBound)
        }
        return out + bytes[position...]
    }

    private func encoded(_ words: String, at offset: Int) throws(EditRefusal) -> [UInt8] {
        guard isWindows1252 else { return Array(words.utf8) }
        var out: [UInt8] = []
        for scalar in words.unicodeScalars {
            guard let byte = Windows1252.bytes[scalar] else {
                throw EditRefusal(
                    Diagnostic(
                        "not-in-encoding", at: SourceLocation(ofByte: offset, in: text[...], file: file),
                        "'\(scalar)' is to be written here, and this file's encoding, Windows-1252, has no such letter",
                        suggestion: "save the file as UTF-8"))
            }
            out.append(byte)
        }
        return out
    }
}

/// Where the bytes of a text lie in its file.
private struct FilePlaces {
    private let markLength: Int
    /// Of a file that was converted: where each of its bytes begins in the text.
    private let starts: [Int]

    init(of bytes: [UInt8], markLength: Int, isWindows1252: Bool) {
        self.markLength = markLength
        var starts: [Int] = []
        if isWindows1252 {
            var start = 0
            for byte in bytes.dropFirst(markLength) {
                starts.append(start)
                start += byte < 0x80 ? 1 : TextEncoding.utf8(fromWindows1252: [byte]).count
            }
            starts.append(start)
        }
        self.starts = starts
    }

    func place(of offset: Int) -> Int {
        guard !starts.isEmpty else { return markLength + offset }
        return markLength + (starts.firstIndex { $0 >= offset } ?? starts.count - 1)
    }
}

/// The code page that old files are written in.
private enum Windows1252 {
    /// Its letters.
    static let bytes: [Unicode.Scalar: UInt8] = {
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8.min...UInt8.max {
            let text = String(decoding: TextEncoding.utf8(fromWindows1252: [byte]), as: UTF8.self)
            if let scalar = text.unicodeScalars.first { bytes[scalar] = byte }
        }
        return bytes
    }()
}
