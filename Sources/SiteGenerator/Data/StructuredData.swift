import Decisions
import Rules

/// What a page about one thing says of it to programs that read pages: an article in the words of schema.org, as JSON-LD 1.1.
struct StructuredData {
    /// The kinds of article (schema.org).
    enum Kind: String {
        case technical = "TechArticle"
        case report = "Report"
    }

    let kind: Kind
    /// What the page is about, without the site's name.
    let headline: String
    let date: CalendarDate?

    /// The text of a block of data within a page.
    func block(on path: String, description: String, in site: Site) -> String {
        let configuration = site.configuration
        var entries: [(String, JSONValue)] = [
            ("@context", .text("https://schema.org")), ("@type", .text(kind.rawValue)),
            ("headline", .text(headline)),
            ("description", .text(description)), ("inLanguage", .text(configuration.language)),
        ]
        if let date { entries.append(("datePublished", .text(date.iso))) }
        if let author = configuration.author {
            entries.append(
                ("publisher", .object([("@type", .text("Organization")), ("name", .text(author))])))
        }
        if let url = site.canonicalURL(of: path) { entries.append(("url", .text(url))) }
        entries.append(
            ("isPartOf", .object([("@type", .text("WebSite")), ("name", .text(configuration.title))])))
        return JSONValue.object(entries).block
    }
}

extension JSONValue {
    /// The value as it may stand in a block of data within a page: what HTML might take for its own is within strings, where
    /// JSON has escapes for it.
    var block: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return Self.block(String(decoding: bytes, as: UTF8.self))
    }

    /// The same for JSON that is written already. Every record's page has some, and few of it hold what is to be replaced.
    static func block(_ json: String) -> String {
        var json = json
        return json.withUTF8 { bytes -> String? in
            guard bytes.contains(where: { escape(of: $0) != nil }) else { return nil }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count + 64)
            for byte in bytes {
                if let escape = escape(of: byte) { out += escape.utf8 } else { out.append(byte) }
            }
            return String(decoding: out, as: UTF8.self)
        } ?? json
    }

    private static func escape(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): #"\u003c"#
        case UInt8(ascii: ">"): #"\u003e"#
        case UInt8(ascii: "&"): #"\u0026"#
        default: nil
        }
    }
}
