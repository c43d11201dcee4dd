/// The contents of a document as HTML: a list of the headings of the second level, each with a list of those of the third
/// below it. It is as much part of a document's HTML as the anchors that it leads to.
public struct TableOfContents: Sendable {
    /// How many lines of the second level it has.
    public let count: Int
    /// The list.
    public let html: String

    /// The contents by a document's headings.
    public init(_ headings: [Heading]) {
        var out: [UInt8] = []
        var count = 0
        var isNested = false
        for heading in headings where !heading.id.isEmpty {
            switch heading.level {
            case 2:
                if isNested { out += "</ol>".utf8 }
                out += count == 0 ? "<ol>\n".utf8 : "</li>\n".utf8
                isNested = false
                count += 1
            case 3 where count > 0:
                out += isNested ? "".utf8 : "<ol>".utf8
                isNested = true
            default: continue
            }
            out += "<li><a href=\"#".utf8
            HTMLEscaping.appendAddress(heading.id.utf8, to: &out)
            out += "\">".utf8
            HTMLEscaping.append(heading.title.utf8, to: &out)
            out += "</a>".utf8
            if isNested { out += "</li>".utf8 }
        }
        if isNested { out += "</ol>".utf8 }
        if count > 0 { out += "</li>\n</ol>\n".utf8 }
        self.count = count
        html = String(decoding: out, as: UTF8.self)
    }
}
