import Diagnostics

@testable import Markdown

/// What stands in a file at a place, found by counting lines and bytes anew, so that a place that is off shows
/// other words than those that were meant.
enum Places {
    /// Of each node of a kind: "line:column words".
    static func of(_ kind: Document.Kind, in text: String) -> [String] {
        let document = Document(Array(text.utf8), file: "f")
        return document.root.descendants.filter { $0.kind == kind }.map { shown($0.location, in: text) }
    }

    /// The words at a place, as far as its line goes.
    static func shown(_ location: SourceLocation, in text: String) -> String {
        let lines = self.lines(of: Array(text.utf8))
        guard lines.indices.contains(location.line - 1) else { return "\(location.line): no such line" }
        let line = lines[location.line - 1]
        let words = line.dropFirst(location.column - 1).prefix(location.length)
        return "\(location.line):\(location.column) \(String(decoding: words, as: UTF8.self))"
    }

    /// The lines of a text without their ends and without a byte order mark.
    static func lines(of bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var previous: UInt8 = 0
        for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D: lines.append([])
            default: lines[lines.count - 1].append(byte)
            }
            previous = byte
        }
        return lines
    }
}
