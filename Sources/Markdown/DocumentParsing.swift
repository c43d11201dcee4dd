import Diagnostics

extension Document {
    /// What to do with a file that is not as it should be.
    public enum Strictness: Sendable {
        /// One that is not UTF-8 counts as empty, and front matter that is not YAML as none.
        case strict
        /// As old logs need it: one that is not UTF-8 is read as Windows-1252, front matter that is not YAML line by line,
        /// and it may stand behind remarks.
        case forgiving
    }

    /// Parses a file: its encoding, its front matter, its Markdown. Nothing is thrown: what is wrong with the file is
    /// among its `problems`, and the rest of it is there.
    public init(_ bytes: [UInt8], file: String, strictness: Strictness = .strict) {
        var problems: [Diagnostic] = []
        var source = TextEncoding.withoutByteOrderMark(bytes)
        var wasConverted = false
        if let invalid = TextEncoding.firstInvalidByte(in: source) {
            switch strictness {
            case .strict:
                problems.append(
                    Diagnostic(
                        "not-utf-8", at: SourceLocation(ofByte: invalid, in: source[...], file: file),
                        "this file is not UTF-8", suggestion: "save it as UTF-8"))
                source = []
            case .forgiving:
                let before = TextEncoding.utf8(fromWindows1252: Array(source[..<invalid])).count
                source = TextEncoding.utf8(fromWindows1252: source)
                wasConverted = true
                problems.append(
                    Diagnostic(
                        "not-utf-8", .warning,
                        at: SourceLocation(ofByte: before, in: source[...], file: file),
                        "this file is not UTF-8; it is read as Windows-1252",
                        suggestion: "save it as UTF-8"))
            }
        }

        var front = FrontMatterRange(in: source)
        if front == nil, strictness == .forgiving { front = FrontMatterRange(behindRemarksIn: source) }
        var metadata: Metadata?
        if let front {
            let text = String(decoding: source[front.content], as: UTF8.self)
            let parsed = YAML.parse(text, file: file, firstLine: front.firstLine)
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
            if metadata == nil, strictness == .forgiving, problems.hasErrors {
                metadata = LooseFrontMatter(text, file: file, firstLine: front.firstLine).value
            }
        }
        let parser = CMarkParser(source: source, bodyStart: front?.bodyStart ?? 0)
        self.init(
            Parts(
                file: file,
                frontMatter: metadata ?? Metadata(.mapping([]), at: SourceLocation(file: file, line: 1)),
                hasFrontMatter: front != nil, wasConverted: wasConverted, problems: problems,
                buffer: parser.buffer, sourceCount: source.count, nodes: parser.nodes,
                anchors: Self.anchors(of: parser.nodes, in: parser.buffer)))
    }
}

/// Where the front matter of a file stands: between a first line of three dashes and the next such line, or one
/// of three dots.
struct FrontMatterRange {
    let content: Range<Int>
    let bodyStart: Int
    /// The line of the file on which the content begins.
    let firstLine: Int

    /// At the start of a file.
    init?(in source: [UInt8]) { self.init(in: source, from: 0) }

    /// Behind blank lines and HTML comments, where linters have their remarks. A pair of thematic breaks may stand there
    /// just as well, so what is between them must begin with a key or a remark of YAML.
    init?(behindRemarksIn source: [UInt8]) {
        let start = Self.endOfRemarks(in: source)
        guard start > 0, let found = FrontMatterRange(in: source, from: start) else { return nil }
        let words = source[found.content].drop { $0 <= 0x20 }
        let line = words.prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.first == UInt8(ascii: "#") || line.contains(UInt8(ascii: ":")) else { return nil }
        self = found
    }

    private init?(in source: [UInt8], from start: Int) {
        guard let first = Self.line(in: source, from: start),
            Self.isFence(source[first.content], dotsToo: false)
        else {
            return nil
        }
        var line = 2
        var before = 0
        while let passed = Self.line(in: source, from: before), passed.next <= start {
            (before, line) = (passed.next, line + 1)
        }
        firstLine = line
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

    /// Behind the blank lines and the comments that a file begins with.
    private static func endOfRemarks(in source: [UInt8]) -> Int {
        let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
        var end = 0
        while true {
            while let line = line(in: source, from: end), source[line.content].allSatisfy({ $0 <= 0x20 }) {
                end = line.next
            }
            guard source[end...].starts(with: opening),
                let close = source[end...].firstRange(of: closing),
                let rest = line(in: source, from: close.upperBound),
                source[rest.content].allSatisfy({ $0 <= 0x20 })
            else { return end }
            end = rest.next
        }
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
