/// What a page's HTML is made of, found the plain way: these pages hold no `>` within attributes.
struct HTMLTags {
    /// A tag that opens an element, and its attributes with entities resolved.
    struct Tag {
        let name: String
        let attributes: [String: String]
    }

    let tags: [Tag]
    /// The text between the tags with entities resolved, each run of white space one space.
    let text: String

    init(_ html: String) {
        tags = html.matches(of: /<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/).map { tag in
            let attributes = tag.output.2.matches(of: /([a-z-]+)(?:="([^"]*)")?/).map { attribute in
                (String(attribute.output.1), Self.resolved(attribute.output.2 ?? ""))
            }
            return Tag(name: String(tag.output.1), attributes: Dictionary(attributes) { first, _ in first })
        }
        text = Self.resolved(html.replacing(/<[^>]*>/, with: " ")).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    static func resolved(_ text: some StringProtocol) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
    }
}

/// Which scripts the pages of a site have.
enum PageScripts {
    /// The `src` of each, `nil` for blocks of data.
    static func expected(on path: String) -> [String?] {
        let root = path == "404.html" ? "/" : String(repeating: "../", count: path.count { $0 == "/" })
        return own(on: path, below: root) + ["\(root)assets/reader.js"]
    }

    private static func own(on path: String, below root: String) -> [String?] {
        let search: [String?] = ["\(root)assets/search.js"]
        if isArticle(path) { return [nil] + search }
        if path == "decisions/index.html" { return search + ["../assets/words.js", "../assets/log.js"] }
        if path.hasSuffix("-portfolio.html") { return search + ["../assets/sort.js"] }
        guard path.hasSuffix("-assess.html") else { return search }
        return search + [nil, nil, "../assets/words.js"]
            + ["walk", "advice", "words", "answers", "reading", "files", "panel", "page"].map {
                "../assets/assess/\($0).js"
            }
    }

    /// Whether a page is about one thing that an author wrote, of which it says what it is.
    private static func isArticle(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.count == 2 && ["frameworks", "assessments", "decisions"].contains(parts[0])
            && !["index.html", "-portfolio.html", "-assess.html"].contains { path.hasSuffix($0) }
    }
}
