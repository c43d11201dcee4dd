/// Where the lines of a text begin. A line ends as CommonMark's do: in a line feed, a carriage return, or both.
public struct TextLines: Sendable {
    /// The text.
    public let text: ArraySlice<UInt8>
    private let starts: [Int]

    /// Finds the lines of a text.
    public init(_ text: ArraySlice<UInt8>) {
        self.text = text
        var starts = [text.startIndex]
        var index = text.startIndex
        while index < text.endIndex {
            if Self.isEnd(index, in: text) { starts.append(index + 1) }
            index += 1
        }
        self.starts = starts
    }

    /// The bytes of a line, counted from 1, without its end; `nil` where there is no such line.
    public func line(_ number: Int) -> ArraySlice<UInt8>? {
        guard starts.indices.contains(number - 1) else { return nil }
        let start = starts[number - 1]
        var end = starts.indices.contains(number) ? starts[number] : text.endIndex
        while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
        return text[start..<end]
    }

    /// The place of a byte, counted from the text's start.
    public func location(ofByte offset: Int, file: String, length: Int = 1) -> SourceLocation {
        let index = text.startIndex + offset
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        return SourceLocation(file: file, line: low + 1, column: index - starts[low] + 1, length: length)
    }

    /// Whether a line ends behind the byte: of a carriage return and a line feed together only the second ends it.
    @inline(__always)
    fileprivate static func isEnd(_ index: Int, in text: ArraySlice<UInt8>) -> Bool {
        let byte = text[index]
        return byte == 0x0A
            || (byte == 0x0D && !(index + 1 < text.endIndex && text[index + 1] == 0x0A))
    }
}

extension SourceLocation {
    /// The place of a byte of a text, counted from its start. Who asks for many places of one text asks its `TextLines`.
    public init(ofByte offset: Int, in text: ArraySlice<UInt8>, file: String, length: Int = 1) {
        var line = 1
        var lineStart = text.startIndex
        let place = text.startIndex + offset
        var index = text.startIndex
        while index < min(place, text.endIndex) {
            if TextLines.isEnd(index, in: text) { (line, lineStart) = (line + 1, index + 1) }
            index += 1
        }
        self.init(file: file, line: line, column: place - lineStart + 1, length: length)
    }
}
