import Markdown

/// A page that is printed, away from the site that it belongs to.
public enum PrintedPage {
    /// A page as a document on some paper: with its links into the site made whole addresses, or where the site has none
    /// plain words, since from a document that was handed over they would lead into folders of this machine. Links within
    /// the page stay.
    /// - Parameters:
    ///   - path: the path of the page below the site's root.
    ///   - title: what stands over every sheet but the first.
    ///   - base: the address of the site, where it is known.
    ///   - paper: a size by its name in CSS, such as `a4`.
    public static func document(
        _ page: [UInt8], at path: String, title: String, base: String?, paper: String
    ) -> [UInt8] {
        let html = unrestricted(detached(String(decoding: page, as: UTF8.self), at: path, base: base))
        // Not every program that prints reads an attribute into a margin, so the title is written out.
        let style = "<style>@page{size:\(paper)}html{--running-title:\(quoted(title))}</style>\n</head>"
        guard let end = html.firstRange(of: "</head>") else { return Array(html.utf8) }
        return Array((html[..<end.lowerBound] + style + html[end.upperBound...]).utf8)
    }

    /// A page without the policy that lets it load no style but the site's.
    private static func unrestricted(_ html: String) -> String {
        guard let start = html.firstRange(of: "<meta http-equiv=\"Content-Security-Policy\""),
            let end = html[start.upperBound...].firstRange(of: ">")
        else { return html }
        return String(html[..<start.lowerBound] + html[end.upperBound...])
    }

    /// A text as CSS has it within HTML: all but letters and digits by their numbers.
    private static func quoted(_ text: String) -> String {
        "\""
            + text.unicodeScalars.map { scalar in
                scalar.properties.isAlphabetic || scalar == " " || ("0"..."9").contains(scalar)
                    ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
            }.joined() + "\""
    }

    private static func detached(_ html: String, at path: String, base: String?) -> String {
        var out = ""
        var rest = html[...]
        while let tag = rest.firstRange(of: "<a ") {
            out += rest[..<tag.lowerBound]
            guard let end = rest[tag.upperBound...].firstRange(of: ">") else {
                rest = rest[tag.lowerBound...]
                break
            }
            out += link(rest[tag.lowerBound..<end.upperBound], at: path, base: base)
            rest = rest[end.upperBound...]
        }
        return out + rest
    }

    private static func link(_ tag: Substring, at path: String, base: String?) -> String {
        let attribute = " href=\""
        guard let start = tag.firstRange(of: attribute),
            let quote = tag[start.upperBound...].firstIndex(of: "\"")
        else { return String(tag) }
        let address = tag[start.upperBound..<quote]
        let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
        let isWhole = scheme.endIndex < address.endIndex && address[scheme.endIndex] == ":"
        if address.hasPrefix("#") || isWhole { return String(tag) }
        guard let base else { return tag[..<start.lowerBound] + String(tag[tag.index(after: quote)...]) }
        let folder = path.split(separator: "/").dropLast()
        var parts = Array(folder)
        var words = address[...]
        while words.hasPrefix("../") {
            words = words.dropFirst(3)
            _ = parts.popLast()
        }
        let root = base.hasSuffix("/") ? base : base + "/"
        let whole = root + (parts.map(String.init) + [String(words)]).joined(separator: "/")
        return tag[..<start.upperBound] + HTMLEscaping.escape(whole) + String(tag[quote...])
    }
}
