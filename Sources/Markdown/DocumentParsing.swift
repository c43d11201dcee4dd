import Diagnostics

extension Document {
    /// What to do with a file that is not UTF-8.
    public enum ForeignEncoding: Sendable {
        /// An error, and the file counts as empty.
        case error
        /// A warning, and the file is read as Windows-1252, as old logs are.
        case readAsWindows1252
    }

    /// Parses a file: its encoding, its front matter, its Markdown. Nothing is thrown: what is wrong with the file is
    /// among its `problems`, and the rest of it is there.
    public init(_ bytes: [UInt8], file: String, foreignEncoding: ForeignEncoding = .error) {
        var problems: [Diagnostic] = []
        var source = TextEncoding.withoutByteOrderMark(bytes)
        if let invalid = TextEncoding.firstInvalidByte(in: source) {
            let location = SourceLocation(at: invalid, of: source[...], file: file)
            switch foreignEncoding {
            case .error:
                problems.append(
                    Diagnostic(
                        "not-utf-8", at: location, "this file is not UTF-8", suggestion: "save it as UTF-8"))
                source = []
            case .readAsWindows1252:
                problems.append(
                    Diagnostic(
                        "not-utf-8", .warning, at: location,
                        "this file is not UTF-8; it is read as Windows-1252",
                        suggestion: "save it as UTF-8"))
                source = TextEncoding.utf8(fromWindows1252: source)
            }
        }

        let front = FrontMatterRange(in: source)
        var metadata: Metadata?
        if let front {
            let text = String(decoding: source[front.content], as: UTF8.self)
            let parsed = YAML.parse(text, file: file, firstLine: 2)
            problems += parsed.problems
            metadata = parsed.value
            if let value = metadata, case .mapping = value.content {
            } else if let value = metadata, value.text != nil || !value.elements.isEmpty {
                problems.append(
                    Diagnostic(
                        "bad-yaml", at: value.location, "front matter is a list of keys and values",
                        suggestion: "write 'key: value', one a line"))
                metadata = nil
            }
        }
        let parser = CMarkParser(source: source, bodyStart: front?.bodyStart ?? 0)
        self.file = file
        self.frontMatter = metadata ?? Metadata(.mapping([]), at: SourceLocation(file: file, line: 1))
        self.hasFrontMatter = front != nil
        self.problems = problems
        self.buffer = parser.buffer
        self.sourceCount = source.count
        self.nodes = parser.nodes
    }
}

/// Where the front matter of a file stands: between a first line of three dashes and the next such line, or one
/// of three dots.
struct FrontMatterRange {
    let content: Range<Int>
    let bodyStart: Int

    init?(in source: [UInt8]) {
        guard let first = Self.line(in: source, from: 0), Self.isFence(source[first.content], dotsToo: false)
        else {
            return nil
        }
        var next = first.next
        while let line = Self.line(in: source, from: next) {
            if Self.isFence(source[line.content], dotsToo: true) {
                content = first.next..<next
                bodyStart = line.next
                return
            }
            next = line.next
        }
        return nil
    }

    private static func line(in source: [UInt8], from start: Int) -> (content: Range<Int>, next: Int)? {
        guard start < source.count else { return nil }
        var end = start
        while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
        let isPair = end + 1 < source.count && source[end] == 0x0D && source[end + 1] == 0x0A
        return (start..<end, min(end + (isPair ? 2 : 1), source.count))
    }

    private static func isFence(_ line: ArraySlice<UInt8>, dotsToo: Bool) -> Bool {
        var line = line
        while let last = line.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
        let mark = line.first
        guard line.count == 3, line.allSatisfy({ $0 == mark }) else { return false }
        return mark == UInt8(ascii: "-") || (dotsToo && mark == UInt8(ascii: "."))
    }
}
