public import Diagnostics

/// A block of code in a document.
public struct CodeBlock: Sendable {
    /// The first word behind the fence; empty where there is none.
    public let language: String
    /// What it holds.
    public let text: String
    /// Where it begins.
    public let location: SourceLocation
}

extension Document {
    /// Its blocks of code in a language, wherever they stand, in order.
    /// - Parameter wanted: letters in lower case; authors write them in whatever case.
    public func codeBlocks(in wanted: String) -> [CodeBlock] {
        var blocks: [CodeBlock] = []
        for node in nodes where node.kind == .codeBlock {
            let language = language(of: node)
            guard language.lazy.map({ $0 | 0x20 }).elementsEqual(wanted.utf8) else { continue }
            blocks.append(
                CodeBlock(
                    language: String(decoding: language, as: UTF8.self), text: string(node.text),
                    location: location(at: Int(node.start))))
        }
        return blocks
    }

    /// The first word of a block's info string. To CommonMark a vertical tab is no white space.
    func language(of node: Node) -> ArraySlice<UInt8> {
        buffer[node.extra.range].prefix { ![0x20, 0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    }
}
