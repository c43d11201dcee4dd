/// The links out of the site that stand in a page's text, numbered in the order of reading, so that paper can have their
/// addresses at the end.
struct LinkNotes {
    /// The addresses, each once, as they stand in HTML.
    private(set) var addresses: [String] = []

    private static let starts = ["<a href=\"https://", "<a href=\"http://"]

    /// A stretch of HTML with a number behind each such link. A link whose words are its address needs none.
    mutating func numbered(_ html: String) -> String {
        guard html.contains("<a href=\"http") else { return html }
        var out = ""
        var rest = html[...]
        while let start = Self.starts.compactMap({ rest.firstRange(of: $0)?.lowerBound }).min() {
            out += rest[..<start]
            rest = rest[start...]
            let behindQuote = rest.index(rest.startIndex, offsetBy: "<a href=\"".count)
            guard let quote = rest[behindQuote...].firstIndex(of: "\""),
                let words = rest[quote...].firstRange(of: ">"),
                let end = rest[words.upperBound...].firstRange(of: "</a>")
            else { break }
            let address = String(rest[behindQuote..<quote])
            out += rest[..<end.upperBound]
            if rest[words.upperBound..<end.lowerBound] != address[...] {
                out += "<sup class=\"note-mark\">\(number(of: address))</sup>"
            }
            rest = rest[end.upperBound...]
        }
        return out + rest
    }

    private mutating func number(of address: String) -> Int {
        if let known = addresses.firstIndex(of: address) { return known + 1 }
        addresses.append(address)
        return addresses.count
    }
}
