import Decisions
import Foundation
import Testing

/// The pictures by which frameworks and reports are shared.
struct SocialCardTests {
    private static func site(_ configuration: String, title: String = "Queue or log") async throws -> Scratch
    {
        var files = Scratch.files
        files["precedent.yml"] = "title: Messaging\n" + configuration
        files["content/frameworks/queue.md"] = files["content/frameworks/queue.md"]?.replacingOccurrences(
            of: "# Queue or log", with: "# \(title)")
        let site = try Scratch(files)
        try await site.build()
        return site
    }

    private static let base = "base: https://example.org/adr\n"

    private static func image(_ path: String, of site: Scratch) throws -> String? {
        HTMLTags(try site.read("public/\(path)")).tags.first { $0.attributes["property"] == "og:image" }?
            .attributes["content"]
    }

    @Test(arguments: ["frameworks/queue", "assessments/billing"])
    func thePageNamesIt(_ page: String) async throws {
        let site = try await Self.site(Self.base)
        #expect(try Self.image("\(page).html", of: site) == "https://example.org/adr/\(page)-card.png")
        let card = try #require(try site.files(in: "public")["\(page)-card.png"])
        #expect(card.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        // Width and height of the header, 1200 and 630.
        #expect(Array(card[16..<24]) == [0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76])
        #expect(card.count > 8_000 && card.count < 120_000, "\(card.count)")
    }

    @Test func itShowsWhatThePageSays() async throws {
        let cards = try await [Self.base, Self.base + "colours: { accent: '#5b2a86' }\n"].asyncMap {
            try await Self.site($0).files(in: "public")
        }
        let other = try await Self.site(Self.base, title: "Queue, log or both").files(in: "public")
        let path = "frameworks/queue-card.png"
        #expect(cards[0][path] != other[path])
        #expect(cards[0][path] != cards[1][path])
        #expect(cards[0]["assessments/billing-card.png"] == other["assessments/billing-card.png"])
    }

    @Test func anAccentThatIsHardToReadIsDarkerOnIt() async throws {
        let yellow = try #require(Colour(hexadecimal: "#ffd200"))
        let readable = yellow.moved(from: Colour.Scheme.light.paper, toContrast: 4.5)
        let cards = try await [yellow, readable].asyncMap { colour in
            try await Self.site(Self.base + "colours: { accent: '\(colour.hexadecimal)' }\n").files(
                in: "public")
        }
        let path = "frameworks/queue-card.png"
        #expect(cards[0][path] != nil && cards[0][path] == cards[1][path])
    }

    @Test(arguments: ["الرسائل", "メッセージ", "הודעות"])
    func lettersThatTheFacesLackMakeNone(_ title: String) async throws {
        let site = try await Self.site(Self.base, title: title)
        #expect(try site.files(in: "public")["frameworks/queue-card.png"] == nil)
        #expect(try Self.image("frameworks/queue.html", of: site) == nil)
    }

    @Test func longTitlesStayWithinIt() async throws {
        for title in [String(repeating: "Messaging ", count: 60), String(repeating: "W", count: 400), "."] {
            let site = try await Self.site(Self.base, title: title)
            #expect(try site.files(in: "public")["frameworks/queue-card.png"] != nil)
        }
    }

    @Test func withoutAnAddressThereIsNone() async throws {
        let site = try await Self.site("")
        #expect(try !site.files(in: "public").keys.contains { $0.hasSuffix(".png") })
        #expect(try Self.image("frameworks/queue.html", of: site) == nil)
    }

    @Test func aFileOfTheAuthorsStays() async throws {
        var files = Scratch.files
        files["precedent.yml"] = "title: Messaging\n" + Self.base
        files["content/frameworks/queue-card.png"] = "mine"
        let site = try Scratch(files)
        try await site.build()
        #expect(try site.read("public/frameworks/queue-card.png") == "mine")
        #expect(try Self.image("frameworks/queue.html", of: site) == nil)
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows
        -> [Result]
    {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
