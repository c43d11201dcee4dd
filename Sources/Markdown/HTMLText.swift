/// What HTML says once its markup is gone.
enum HTMLText {
    /// The text outside tags, comments, scripts and styles, without white space around it. Entities are resolved.
    static func words(of html: ArraySlice<UInt8>) -> String {
        var kept: [UInt8] = []
        var rest = html
        while let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            kept += rest[..<mark]
            rest = rest[mark...]
            if rest.first == UInt8(ascii: "&") {
                let length = CMarkTree.entity(at: rest, to: &kept)
                if length == 0 { kept.append(UInt8(ascii: "&")) }
                rest = rest.dropFirst(max(1, length))
            } else if !isMarkup(rest) {
                kept.append(UInt8(ascii: "<"))
                rest = rest.dropFirst()
            } else {
                // Cells and lines that stand apart on the page do not run together.
                if !isWithinWords(rest) { kept.append(UInt8(ascii: " ")) }
                guard let end = endOfMarkup(in: rest) else {
                    return String(decoding: kept, as: UTF8.self).trimmed
                }
                rest = rest[end...]
            }
        }
        return String(decoding: kept + rest, as: UTF8.self).trimmed
    }

    /// Whether a `<` opens a tag, a comment or a declaration; else it is a character like any other.
    private static func isMarkup(_ html: ArraySlice<UInt8>) -> Bool {
        switch html.dropFirst().first ?? 0 {
        case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
        default: false
        }
    }

    private static let wordTags: Set<String> = [
        "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp",
        "small", "span",
        "strong", "sub", "sup", "tt", "u", "var",
    ]

    private static func isWithinWords(_ tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix {
            $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A
        }
        return wordTags.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    /// Where the text begins again behind a tag, a comment, or an element whose content is no text.
    private static func endOfMarkup(in html: ArraySlice<UInt8>) -> Int? {
        for (opening, closing) in [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")]
        where starts(html, with: opening) {
            var index = html.startIndex + opening.utf8.count
            while index < html.endIndex {
                if starts(html[index...], with: closing) { return index + closing.utf8.count }
                index += 1
            }
            return nil
        }
        // A tag ends at its bracket, unless that is quoted.
        var quote: UInt8?
        for index in html.indices {
            switch (html[index], quote) {
            case (UInt8(ascii: ">"), nil): return index + 1
            case (UInt8(ascii: "\""), nil), (UInt8(ascii: "'"), nil): quote = html[index]
            case (let byte, let open?) where byte == open: quote = nil
            default: break
            }
        }
        return nil
    }

    private static func starts(_ html: ArraySlice<UInt8>, with text: String) -> Bool {
        html.count >= text.utf8.count
            && zip(html, text.utf8).allSatisfy { byte, wanted in
                byte == wanted || (byte >= 0x41 && byte <= 0x5A && byte | 0x20 == wanted)
            }
    }
}
