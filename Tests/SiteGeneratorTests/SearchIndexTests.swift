import Decisions
import Foundation
import Testing

@testable import SiteGenerator

/// The index that the search reads. What its script makes of it, `Tools/check-search.py` tries in a browser.
struct SearchIndexTests {
    /// The files of a built site's index, by their names: what each hands to the script.
    private static func index(_ site: Scratch, _ folder: String = "public") throws -> [String: Any] {
        var found: [String: Any] = [:]
        for (path, bytes) in try site.files(in: "\(folder)/search-index") {
            let text = String(decoding: bytes, as: UTF8.self)
            let name = String(path.dropLast(".js".count))
            #expect(text.hasPrefix("precedentSearch(\"\(name)\",") && text.hasSuffix(")\n"), "\(path)")
            let data = text.dropFirst("precedentSearch(\"\(name)\",".count).dropLast(2)
            found[name] = try JSONSerialization.jsonObject(
                with: Data(data.utf8), options: .fragmentsAllowed)
        }
        return found
    }

    /// The numbers of a text, as the script reads them.
    private static func numbers(_ text: String) -> [Int] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var found: [Int] = []
        var (number, shift) = (0, 0)
        for digit in text.compactMap({ alphabet.firstIndex(of: $0) }) {
            number |= (digit & 31) << shift
            shift += 5
            if digit < 32 {
                found.append(number)
                (number, shift) = (0, 0)
            }
        }
        return found
    }

    /// Where each word stands: the paths of pages with the places in them; those of titles and headings are marked.
    private static func places(_ site: Scratch) throws -> [String: Set<String>] {
        let files = try index(site)
        let plan = try #require(files["index"] as? [String: Any])
        let shards = try #require(plan["shards"] as? Int)
        var words: [Int: String] = [:]
        for shard in 0..<shards {
            for kind in ["first", "last"] {
                let data = try #require(files["\(kind)-\(shard)"] as? [String])
                var id = 0
                let all = data[0].split(separator: " ").map(String.init)
                #expect(numbers(data[1]).count == all.count && numbers(data[2]).count == all.count)
                for (word, step) in zip(all, numbers(data[1])) {
                    id += step
                    #expect(words[id] == nil || words[id] == word)
                    words[id] = word
                    let key = kind == "first" ? SearchWords.firstKey(word) : SearchWords.lastKey(word)
                    #expect(SearchWords.shard(of: try #require(key), among: shards) == shard)
                }
            }
        }
        #expect(words.keys.sorted() == Array(0..<words.count))
        let inFile = try #require(plan["inFile"] as? Int)
        let count = try #require(plan["documents"] as? Int)
        let paths = try (0..<count).map { number in
            let file = try #require(files["documents-\(number / inFile)"] as? [[Any]])
            return try #require(file[number % inFile][1] as? String)
        }
        var found: [String: Set<String>] = [:]
        for (kind, mark) in [("titles", "*"), ("texts", "")] {
            let counts = numbers(try #require(plan[kind] as? String))
            #expect(counts.reduce(0, +) == words.count)
            var word = 0
            for file in counts.indices {
                let text = try #require(files["\(kind)-\(file)"] as? String)
                let lists = text.split(separator: ".", omittingEmptySubsequences: false)
                #expect(lists.count == counts[file])
                for list in lists {
                    let steps = numbers(String(list))
                    var document = -1
                    for place in stride(from: 0, to: steps.count, by: 2) {
                        document += steps[place]
                        let name = try #require(words[word])
                        found[name, default: []].insert("\(paths[document]) \(steps[place + 1])\(mark)")
                    }
                    word += 1
                }
            }
        }
        return found
    }

    @Test func everyWordLeadsToTheBestPlaceOfEachPageThatHasIt() async throws {
        let site = try Scratch([
            "precedent.yml": "title: Log\n",
            "content/about.md":
                "# About queues\n\nNo *mes*sage is lost.\n\n## Delivery\n\nQueues, `retry_count`.\n",
            "content/decisions/0007-a.md": """
            ---
            status: accepted
            tags: [storage]
            deciders: [Ana Ruiz]
            ---
            # 7. Use a queue

            Before.

            ## Why a queue

            | Message | Cost |
            | --- | --- |
            | lost | 0012 |

            ## Delivery

            A message comes twice.

            """,
        ])
        try await site.build()
        let found = try Self.places(site)
        #expect(found["queues"] == ["about.html 0*"])
        #expect(found["queue"] == ["decisions/0007-a.html 0*"])
        #expect(found["delivery"] == ["about.html 1*", "decisions/0007-a.html 2*"])
        #expect(found["message"] == ["about.html 0", "decisions/0007-a.html 1"])
        #expect(found["12"] == ["decisions/0007-a.html 1"])
        #expect(found["retry"] == ["about.html 1"])
        #expect(found["7"] == ["decisions/0007-a.html 0*"])
        for word in ["storage", "ana", "ruiz", "accepted", "before"] {
            #expect(found[word] == ["decisions/0007-a.html 0"], "\(word)")
        }
        #expect(found["0012"] == nil && found["mes"] == nil && found["|"] == nil)
    }

    /// Pairs of a text and its words, by Unicode's rules.
    @Test(arguments: [
        ("Größe der STRASSE", "grosse der strasse"), ("Straße", "strasse"), ("e\u{301}té Été", "ete ete"),
        ("ﬁle ①", "file 1"), ("Łódź, smørrebrød", "lodz smorrebrod"), ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
        ("İstanbul ılık", "istanbul ilik"), ("don’t — “quote”", "don t quote"),
        ("0012 000 x007", "12 0 x007"),
        ("データ", "デー ータ"), ("選", "選"), ("使うRAGは", "使う rag は"), ("데이터", "데이 이터"),
        ("مُحَمَّد", "محمد"), ("हिन्दी", "हिन्दी"), ("½", "1 2"), ("🚀", ""),
        ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx"),
    ])
    func wordsAreFolded(_ text: String, _ words: String) {
        #expect(SearchWords.words(of: text).joined(separator: " ") == words)
        // The way of plain ASCII and that by Unicode are one.
        var terms = SearchTerms()
        terms.add(text, document: 0, place: 0, isTitle: true)
        let found = Set(terms.terms.map { String(decoding: $0.word, as: UTF8.self) })
        #expect(found == Set(words.split(separator: " ").map(String.init)))
    }

    @Test func plainTextIsTakenApartAsByUnicode() {
        // Every ASCII character between and within words, and the marks of authors and their editors.
        for scalar in (Array(1..<128) + Array(0x2000..<0x2070)).compactMap({ Unicode.Scalar($0) }) {
            let text =
                "Ab\(Character(scalar))0c9 \(Character(scalar)) né\(Character(scalar))選択\(Character(scalar))"
            var terms = SearchTerms()
            terms.add(text, document: 0, place: 0, isTitle: true)
            let found = Set(terms.terms.map { String(decoding: $0.word, as: UTF8.self) })
            #expect(found == Set(SearchWords.words(of: text)), "\(text.debugDescription)")
        }
    }

    @Test func twoBuildsMakeTheSameIndexWhateverItsSize() async throws {
        var files = ["precedent.yml": "title: Log\n"]
        for number in 1...150 {
            files["content/decisions/\(number)-r.md"] =
                "# Choose \(number) über x\(number * 7919 % 101)\n\n## Why\n\nBecause y\(number % 13) 選択\(number).\n"
        }
        let site = try Scratch(files)
        try await site.build(to: "one")
        try await site.build(to: "two")
        #expect(try site.files(in: "one/search-index") == site.files(in: "two/search-index"))
        let one = try Self.index(site, "one")
        try await site.build()
        let found = try Self.places(site)
        #expect(found["choose"]?.count == 150)
        #expect(found["uber"]?.count == 150 && found["選択"]?.count == 150)
        #expect(found["y5"]?.count == (1...150).count { $0 % 13 == 5 })
        #expect(found["150"] == ["decisions/150-r.html 0*"])
        #expect(one.keys.filter { $0.hasPrefix("documents-") }.count == 19)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"q\" \\ 'a'", "</script> {{x}} é", "[<!--", ")]}",
    ])
    func titlesAreTextWhateverTheyHold(_ title: String) async throws {
        let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let site = try Scratch([
            "precedent.yml": "title: Log\n",
            "content/a b.md": "---\ntitle: \"\(quoted)\"\n---\n\n## <`\(title)`\n\nText.\n",
        ])
        try await site.build()
        let files = try Self.index(site)
        let documents = try #require(files["documents-0"] as? [[Any]])
        let page = try #require(documents.first { $0[1] as? String == "a%20b.html" })
        #expect(page[0] as? String == title)
        #expect((page[5] as? [String])?.first?.hasPrefix("<") == true)
    }

    @Test func whatAnAuthorHasInThePlaceOfTheIndexIsKept() async throws {
        let site = try Scratch([
            "precedent.yml": "title: Log\n", "content/search-index/mine.txt": "mine", "content/a.md": "# A\n",
        ])
        try await site.build()
        #expect(try site.files(in: "public/search-index").keys.sorted() == ["mine.txt"])
        #expect(!(try site.read("public/a.html")).contains("assets/search"))
    }

    @Test func aSupersededRecordIsShownAsSuch() async throws {
        let site = try Scratch([
            "precedent.yml": "title: Log\n",
            "content/decisions/0001-a.md": "---\nstatus: superseded by 2\n---\n# A\n",
            "content/decisions/0002-b.md": "---\nstatus: accepted\n---\n# B\n\n## Was\n\nText.\n",
        ])
        try await site.build()
        let documents = try #require(try Self.index(site)["documents-0"] as? [NSArray])
        #expect(
            documents == [
                ["B", "decisions/0002-b.html", 3, 2, ["accepted", "in-force", "●"], ["Was", "was"]],
                ["A", "decisions/0001-a.html", 3, 1, ["superseded", "superseded", "↷"], []],
            ])
    }
}
