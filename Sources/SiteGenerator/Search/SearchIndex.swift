import Languages
import Platform

/// The index of the search: files that a page loads as a query needs them. They are scripts, since a page that is opened
/// from disk may load nothing else.
///
/// - `index.js`: how many documents there are, and how the rest is divided.
/// - `first-N.js`: the words whose first letters fall into shard N (`SearchWords`); `last-N.js`: those whose last letters do.
///   Of two halves of a misspelt word one is right, so that one of the two leads to it.
/// - `titles-N.js`, `texts-N.js`: which documents have some consecutive words in titles and headings, and in their text.
/// - `documents-N.js`: what results show of some consecutive documents.
///
/// The numbers of words and documents are their places in these files; nothing depends on how the work was shared out.
struct SearchIndex: Sendable {
    /// Where the index stands in the site.
    static let folder = "search-index"

    /// A file of it.
    struct File: Sendable {
        let path: String
        let bytes: [UInt8]

        init(_ name: String, _ data: [UInt8]) {
            path = "\(SearchIndex.folder)/\(name).js"
            bytes = Array("precedentSearch(\"\(name)\",".utf8) + data + Array(")\n".utf8)
        }
    }

    /// How many documents a file of `documents-N` holds: results come from all over the site, so that few are best.
    private static let documentsInFile = 8
    /// How many words a shard has in the middle.
    private static let wordsInShard = 512
    /// From which size on a file of postings is full. A word that all documents have is larger by itself.
    private static let fullSize = 8_192

    private(set) var files: [File] = []
    private var terms: [Term] = []
    private let parts: [Part]

    /// A word with its parts' places of it.
    private struct Term {
        let word: [UInt8]
        var shard = 0
        var sources: [(part: Int, term: Int)]
    }

    /// What one worker gathered of consecutive documents.
    private struct Part: Sendable {
        var terms = SearchTerms()
        var files: [File] = []
        /// A digit for each document: how many words its title has.
        var lengths: [UInt8] = []
    }

    /// Makes the index of a site.
    init(of site: Site) async throws {
        let work = Work(site)
        self.init(of: try await work.starts.concurrentMap { work.part(from: $0) }, in: site.phrases)
    }

    /// The same where nothing else can go on meanwhile.
    init(makingAtOnce site: Site) {
        let work = Work(site)
        self.init(of: work.starts.map { work.part(from: $0) }, in: site.phrases)
    }

    /// The documents of a site, divided among workers.
    private struct Work: Sendable {
        let site: Site
        let documents: [SearchedDocument]
        /// Parts begin where a file of documents does; there are a few for each core.
        let size: Int

        init(_ site: Site) {
            self.site = site
            documents = site.searchedDocuments()
            size = max(8, (documents.count / 16 / documentsInFile + 1)) * documentsInFile
        }

        var starts: [Int] { Array(stride(from: 0, to: documents.count, by: size)) }

        func part(from start: Int) -> Part {
            SearchIndex.part(documents, start..<min(start + size, documents.count), in: site)
        }
    }

    private init(of parts: [Part], in phrases: Phrases) {
        self.parts = parts
        files = parts.flatMap(\.files)
        gather()
        let shards = writeShards()
        let titles = writePostings("titles") { $0.titles }
        let texts = writePostings("texts") { $0.bodies }
        let lengths = parts.flatMap(\.lengths)
        var data: [UInt8] = []
        JSONValue.object([
            ("documents", .number(lengths.count)), ("inFile", .number(Self.documentsInFile)),
            ("shards", .number(shards)), ("titles", .text(titles)), ("texts", .text(texts)),
            ("lengths", .text(String(decoding: lengths, as: UTF8.self))),
            ("words", Self.words(in: phrases)),
        ]).write(to: &data)
        files.append(File("index", data))
    }

    /// What a page says of what it found.
    private static func words(in phrases: Phrases) -> JSONValue {
        .object(
            SearchedDocument.Kind.allCases.map { ("kinds.\($0)", .text(phrases("search.kinds.\($0)"))) }
                + [("group", .text(phrases("numbers.group")))]
                + ["nothing", "near", "best", "pages"].compactMap { name in
                    phrases.phrase("search.\(name)").map { (name, JSONValue($0)) }
                })
    }

    private static func part(_ documents: [SearchedDocument], _ range: Range<Int>, in site: Site) -> Part {
        var part = Part()
        for start in stride(from: range.lowerBound, to: range.upperBound, by: documentsInFile) {
            var data = Array("[\n".utf8)
            for number in start..<min(start + documentsInFile, range.upperBound) {
                if number > start { data += ",\n".utf8 }
                let length = documents[number].add(to: &part.terms, as: number, &data, in: site)
                SearchNumbers.write(min(length, 31), to: &part.lengths)
            }
            data += "\n]".utf8
            part.files.append(File("documents-\(start / documentsInFile)", data))
        }
        return part
    }

    /// Brings the same words of all parts together, and puts words into the order of their shards.
    private mutating func gather() {
        var places: [[UInt8]: Int] = [:]
        for (part, gathered) in parts.enumerated() {
            for (index, term) in gathered.terms.terms.enumerated() {
                if let place = places[term.word] {
                    terms[place].sources.append((part, index))
                } else {
                    places[term.word] = terms.count
                    terms.append(Term(word: term.word, sources: [(part, index)]))
                }
            }
        }
    }

    /// - Returns: how many shards there are.
    private mutating func writeShards() -> Int {
        var count = 1
        while count * Self.wordsInShard < terms.count { count *= 2 }
        for index in terms.indices {
            let word = String(decoding: terms[index].word, as: UTF8.self)
            terms[index].shard = SearchWords.shard(of: SearchWords.firstKey(word), among: count)
        }
        terms.sort { a, b in
            a.shard == b.shard ? a.word.lexicographicallyPrecedes(b.word) : a.shard < b.shard
        }
        var first = [Shard](repeating: Shard(), count: count)
        var last = first
        for (number, term) in terms.enumerated() {
            let documents = term.sources.reduce(0) { count, source in
                let term = parts[source.part].terms.terms[source.term]
                return count + term.titles.count + term.bodies.count
            }
            first[term.shard].add(term.word, number: number, documents: documents)
            if let key = SearchWords.lastKey(String(decoding: term.word, as: UTF8.self)) {
                last[SearchWords.shard(of: key, among: count)].add(
                    term.word, number: number, documents: documents)
            }
        }
        for number in 0..<count {
            files.append(File("first-\(number)", first[number].data))
            files.append(File("last-\(number)", last[number].data))
        }
        return count
    }

    /// The words of a shard.
    private struct Shard {
        private var words: [UInt8] = []
        private var numbers: [UInt8] = []
        private var counts: [UInt8] = []
        private var last = 0

        /// - Parameter documents: how many documents have the word; its magnitude is enough for a start.
        mutating func add(_ word: [UInt8], number: Int, documents: Int) {
            if !words.isEmpty { words.append(UInt8(ascii: " ")) }
            words += word
            SearchNumbers.write(number - last, to: &numbers)
            SearchNumbers.write(Int.bitWidth - 1 - max(1, documents).leadingZeroBitCount, to: &counts)
            last = number
        }

        /// The words, the steps between their numbers, and the logarithm of how many documents have each.
        var data: [UInt8] {
            var out: [UInt8] = []
            JSONValue.list(
                [words, numbers, counts].map { .text(String(decoding: $0, as: UTF8.self)) }
            ).write(to: &out)
            return out
        }
    }

    /// Writes the postings of all words, those of one behind those of the last with a dot between them.
    /// - Returns: how many words each file has.
    private mutating func writePostings(
        _ name: String, _ kind: (SearchTerms.Term) -> SearchTerms.Postings
    ) -> String {
        var counts: [UInt8] = []
        var written = 0
        var data: [UInt8] = []
        var words = 0
        func end() {
            guard words > 0 else { return }
            files.append(File("\(name)-\(written)", [UInt8(ascii: "\"")] + data + [UInt8(ascii: "\"")]))
            SearchNumbers.write(words, to: &counts)
            written += 1
            words = 0
            data.removeAll(keepingCapacity: true)
        }
        for term in terms {
            var last = -1
            var own: [UInt8] = []
            for source in term.sources {
                let postings = kind(parts[source.part].terms.terms[source.term])
                guard postings.count > 0 else { continue }
                SearchNumbers.write(postings.first - last, to: &own)
                own += postings.text
                last = postings.last
            }
            if data.count + own.count > Self.fullSize { end() }
            if words > 0 { data.append(UInt8(ascii: ".")) }
            data += own
            words += 1
        }
        end()
        return String(decoding: counts, as: UTF8.self)
    }
}
