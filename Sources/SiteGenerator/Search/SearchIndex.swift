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
            path = Self.path(name)
            let (head, tail) = Self.frame(name)
            bytes = head + data + tail
        }

        /// The bytes of a file of documents with another entry for one of them.
        /// - Throws: `SearchVocabulary.NoIndex` where it does not hold the old one.
        static func bytes(
            of file: [UInt8], replacing old: [UInt8], by new: [UInt8], of document: Int
        ) throws -> [UInt8] {
            var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false)
            let line = 1 + document % documentsInFile
            let comma = [UInt8(ascii: ",")]
            guard lines.indices.contains(line), lines[line] == old[...] || lines[line] == (old + comma)[...]
            else { throw SearchVocabulary.NoIndex() }
            lines[line] = (lines[line].count > old.count ? new + comma : new)[...]
            return Array(lines.joined(separator: [0x0A]))
        }

        /// Where a file of a name stands in the site.
        static func path(_ name: String) -> String { "\(SearchIndex.folder)/\(name).js" }

        /// What stands around the data of a file.
        static func frame(_ name: String) -> (head: [UInt8], tail: [UInt8]) {
            (Array("precedentSearch(\"\(name)\",".utf8), Array(")\n".utf8))
        }
    }

    /// How many documents a file of `documents-N` holds: results come from all over the site, so that few are best.
    static let documentsInFile = 8

    /// The name of the file that holds a document.
    static func name(ofFileWith document: Int) -> String { "documents-\(document / documentsInFile)" }

    let files: [File]
    /// A digit for each document: how many words its title has.
    let titleLengths: [UInt8]

    /// What one worker gathered of consecutive documents.
    private struct Part: Sendable {
        var terms = SearchTerms()
        var files: [File] = []
        /// A digit for each document: how many words its title has.
        var titleLengths: [UInt8] = []
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
        titleLengths = parts.flatMap(\.titleLengths)
        let vocabulary = SearchVocabulary(merging: parts.map(\.terms))
        files = parts.flatMap(\.files) + vocabulary.files(ofTitles: titleLengths, in: phrases)
    }

    /// The file of all that is known of the others.
    /// - Parameters:
    ///   - titles: how many words each file of postings in titles has, and `texts` of those in texts.
    static func main(
        _ lengths: [UInt8], shards: Int, titles: [UInt8], texts: [UInt8], in phrases: Phrases
    ) -> File {
        var data: [UInt8] = []
        let text = { (bytes: [UInt8]) in JSONValue.text(String(decoding: bytes, as: UTF8.self)) }
        JSONValue.object([
            ("documents", .number(lengths.count)), ("inFile", .number(documentsInFile)),
            ("shards", .number(shards)), ("titles", text(titles)), ("texts", text(texts)),
            ("lengths", text(lengths)), ("words", words(in: phrases)),
        ]).write(to: &data)
        return File("index", data)
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
                // Each in a line of its own.
                if number > start { data += ",\n".utf8 }
                let length = documents[number].add(to: &part.terms, as: number, &data, in: site)
                SearchNumbers.write(min(length, 31), to: &part.titleLengths)
            }
            data += "\n]".utf8
            part.files.append(File(name(ofFileWith: start), data))
        }
        return part
    }
}
