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
    /// Its blocks of code, wherever they stand, in order.
    public func codeBlocks() -> [CodeBlock] {
        nodes.indices.compactMap { index in
            let node = nodes[index]
            guard node.kind == .codeBlock else { return nil }
            return CodeBlock(
                language: String(decoding: language(of: node), as: UTF8.self), text: string(node.text),
                location: location(at: Int(node.start)))
        }
    }

    /// The first word of a block's info string. To CommonMark a vertical tab is no white space.
    func language(of node: Node) -> ArraySlice<UInt8> {
        buffer[node.extra.range].prefix { ![0x20, 0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    }
}
