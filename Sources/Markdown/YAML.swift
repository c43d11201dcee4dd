public import Diagnostics
import Yams

/// Reads YAML by Yams, keeping scalars as written and every place.
public enum YAML {
    /// The value that a whole YAML (or JSON) text holds, or `nil` where it holds none or cannot be read.
    /// - Parameter firstLine: the line of the file on which the text begins.
    public static func parse(
        _ text: String, file: String, firstLine: Int = 1
    ) -> (value: Metadata?, problems: [Diagnostic]) {
        let text = withLineFeeds(text)
        do {
            // The basic resolver leaves every scalar a string, which is what we want, and costs half the time.
            // Nor is anything made of what was read: nodes are all that we ask for.
            let parser = try Yams.Parser(
                yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
            guard let root = try parser.singleRoot() else { return (nil, []) }
            var conversion = Conversion(file: file, firstLine: firstLine, lines: text)
            let value = conversion.value(of: root)
            return (value, conversion.problems)
        } catch let error as YamlError {
            return (nil, [problem(of: error, file: file, firstLine: firstLine, text: text)])
        } catch {
            return (nil, [Diagnostic("bad-yaml", at: .init(file: file, line: firstLine), "\(error)")])
        }
    }

    /// The text with each line end as a line feed, so that libyaml's lines are ours, and without a byte order mark,
    /// which libyaml only takes at the start of a stream of bytes.
    private static func withLineFeeds(_ text: String) -> String {
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        guard text.utf8.contains(0x0D) else { return text }
        var out: [UInt8] = []
        var wasReturn = false
        for byte in text.utf8 {
            if byte != 0x0A || !wasReturn { out.append(byte == 0x0D ? 0x0A : byte) }
            wasReturn = byte == 0x0D
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func problem(of error: YamlError, file: String, firstLine: Int, text: String) -> Diagnostic
    {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func place(_ mark: Mark?) -> SourceLocation {
            let line = min(max(1, mark?.line ?? 1), max(1, lines.count))
            let column = lines.isEmpty ? 1 : byteColumn(of: mark?.column ?? 1, in: lines[line - 1])
            return SourceLocation(file: file, line: firstLine + line - 1, column: column)
        }
        func found(_ summary: String, _ mark: Mark?) -> Diagnostic {
            Diagnostic("bad-yaml", at: place(mark), summary)
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            var diagnostic = found("this is not YAML: \(problem)", mark)
            // What is not closed is noticed where the text ends, far from where it was opened.
            if let context, context.mark.line < mark.line {
                diagnostic.notes = [.init("\(context.text), which begins here", at: place(context.mark))]
            }
            return diagnostic
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")
            return found("the key \(names) is given twice", context.mark)
        case .reader(let problem, let offset, _, _):
            let before = text.utf8.prefix(offset ?? 0).split(
                separator: 0x0A, omittingEmptySubsequences: false)
            return Diagnostic(
                "bad-yaml",
                at: .init(
                    file: file, line: firstLine + max(1, before.count) - 1,
                    column: (before.last?.count ?? 0) + 1),
                "this is not YAML: \(problem)")
        default: return found("this is not YAML", nil)
        }
    }

    /// libyaml counts columns in scalars, we in bytes.
    fileprivate static func byteColumn(of column: Int, in line: Substring) -> Int {
        line.unicodeScalars.prefix(max(0, column - 1)).reduce(1) { $0 + UTF8.width($1) }
    }

    private struct Conversion {
        let file: String
        let firstLine: Int
        /// The lines of a text that holds more than ASCII: only then do columns differ from bytes.
        private let lines: [Substring]
        private(set) var problems: [Diagnostic] = []
        /// Aliases may repeat a value without end; a front matter of this size is no honest one.
        private var valuesLeft = 20_000

        init(file: String, firstLine: Int, lines: String) {
            self.file = file
            self.firstLine = firstLine
            let isASCII = lines.utf8.allSatisfy { $0 < 0x80 }
            self.lines =
                isASCII
                ? []
                : lines.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
        }

        mutating func value(of node: Yams.Node) -> Metadata {
            let location = location(of: node)
            valuesLeft -= 1
            guard valuesLeft > 0 else {
                if valuesLeft == 0 {
                    problems.append(
                        Diagnostic("bad-yaml", at: location, "this holds more than 20,000 values"))
                }
                return Metadata(.scalar(""), at: location)
            }
            switch node {
            case .scalar(let scalar): return Metadata(.scalar(scalar.string), at: location)
            case .sequence(let sequence): return Metadata(.list(sequence.map { value(of: $0) }), at: location)
            case .mapping(let mapping):
                var entries: [Metadata.Entry] = []
                for (key, content) in mapping {
                    guard case .scalar(let name) = key else {
                        problems.append(
                            Diagnostic("bad-yaml", at: self.location(of: key), "a key must be a word"))
                        continue
                    }
                    var keyLocation = self.location(of: key)
                    keyLocation.length = max(1, name.string.utf8.count)
                    entries.append(
                        .init(key: name.string, keyLocation: keyLocation, value: value(of: content)))
                }
                return Metadata(.mapping(entries), at: location)
            case .alias:
                problems.append(
                    Diagnostic("bad-yaml", at: location, "this refers to an anchor that is not there"))
                return Metadata(.scalar(""), at: location)
            }
        }

        private mutating func location(of node: Yams.Node) -> SourceLocation {
            guard let mark = node.mark else { return .init(file: file, line: firstLine) }
            var length = 1
            if case .scalar(let scalar) = node { length = scalar.string.utf8.prefix { $0 != 0x0A }.count }
            var column = mark.column
            if lines.indices.contains(mark.line - 1) {
                column = byteColumn(of: mark.column, in: lines[mark.line - 1])
            }
            return .init(file: file, line: firstLine + mark.line - 1, column: column, length: length)
        }
    }
}
