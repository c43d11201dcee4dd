/// Brings our HTML and cmark's to a common form by taking away what we add on purpose: anchors, the region around
/// tables, labels, lazy images, classes in place of attributes, and footnotes told apart by number. Both
/// sides go through it, so that it can hide no other difference.
struct HTMLNormaliser {
    /// Whether authors' HTML was left out; then what stands in its place is too.
    let isSafe: Bool
    private var out: [UInt8] = []
    private var isInBackLink = false
    private var isInTableRegion = false

    static func normalise(_ html: String, isSafe: Bool) -> String {
        var normaliser = HTMLNormaliser(isSafe: isSafe)
        let common = normaliser.run(Array(html.utf8))
        // A break that an author wrote as a tag takes its line end with it; the comparison with HTML allowed sees it.
        return isSafe ? common.replacing("\n", with: "") : common
    }

    private init(isSafe: Bool) { self.isSafe = isSafe }

    private mutating func run(_ html: [UInt8]) -> String {
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "<"), let end = html[index...].firstIndex(of: UInt8(ascii: ">"))
            else {
                if !isInBackLink { out.append(html[index]) }
                index += 1
                continue
            }
            let next = tag(String(decoding: html[(index + 1)..<end], as: UTF8.self), behind: end + 1, html)
            index = next
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Writes a tag in its common form, and says where to read on.
    private mutating func tag(_ tag: String, behind end: Int, _ html: [UInt8]) -> Int {
        let behindLine = end < html.count && html[end] == 0x0A ? end + 1 : end
        if isInBackLink {
            // cmark counts the uses of a note in a mark of its own within the link.
            if tag == "/a" { isInBackLink = false }
            return tag == "/a" ? behindLine : end
        }
        var (name, attributes) = Self.parse(tag)
        if name == "!--" { return isSafe && tag == "!-- raw HTML omitted --" ? end : write(tag, end) }
        if name == "a", attributes.contains(where: { $0.hasPrefix("class=\"footnote-back") }) {
            isInBackLink = true
            while out.last == 0x20 || out.last == 0x0A { out.removeLast() }
            return end
        }
        if name == "div", attributes.contains("class=\"table\"") {
            isInTableRegion = true
            return behindLine
        }
        if tag == "/div", isInTableRegion {
            isInTableRegion = false
            return behindLine
        }
        if tag == "/p", html[end...].starts(with: "\n</li>".utf8) {
            // The place where a note's way back stood.
            return write(tag, behindLine)
        }
        if name.lowercased() == "br" || name.lowercased() == "br/" {
            if !isSafe { _ = write("br", end) }
            return html[end...].firstIndex { $0 != 0x0A } ?? html.count
        }
        attributes = attributes.compactMap(Self.attribute).sorted()
        if name == "img", !attributes.contains(where: { $0.hasPrefix("src=") }) {
            // Without an address only the words are left.
            out += (attributes.first { $0.hasPrefix("alt=") } ?? "").dropFirst(5).dropLast().utf8
            return end
        }
        if name == "input" { name = "box" }
        return write(([name] + attributes).joined(separator: " "), end)
    }

    private mutating func write(_ tag: String, _ end: Int) -> Int {
        out += "<\(tag)>".utf8
        return end
    }

    private static func attribute(_ written: String) -> String? {
        let additions = [
            "id=", "tabindex=", "role=", "aria-label=", "scope=", "loading=", "data-footnote", "href=\"#fn",
            "class=\"task",
        ]
        if additions.contains(where: written.hasPrefix) || written == "href=\"\"" || written == "src=\"\"" {
            return nil
        }
        if written == "class=\"footnotes\"" { return nil }
        if written.hasPrefix("align=") { return "class=" + written.dropFirst(6) }
        return written.hasSuffix("=\"\"") && !written.hasPrefix("alt=")
            ? String(written.dropLast(3)) : written
    }

    /// The name of a tag and its attributes as they are written.
    private static func parse(_ tag: String) -> (String, [String]) {
        var parts: [String] = []
        var part = ""
        var isQuoted = false
        for character in tag.unicodeScalars {
            if character == "\"" { isQuoted.toggle() }
            if character == " ", !isQuoted {
                parts.append(part)
                part = ""
            } else {
                part.unicodeScalars.append(character)
            }
        }
        parts.append(part)
        parts.removeAll { $0.isEmpty || $0 == "/" }
        guard let name = parts.first else { return (tag, []) }
        return (name, Array(parts.dropFirst()))
    }
}
