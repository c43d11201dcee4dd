import Languages

/// All words of a site in the order of the index, each with the documents that have it.
struct SearchVocabulary: Sendable {
    /// How many words a shard has in the middle.
    private static let wordsInShard = 512
    /// From which size on a file of postings is full. A word that all documents have is larger by itself.
    private static let fullSize = 8_192

    /// A word and its postings as they stand in files.
    struct Entry: Sendable {
        let word: [UInt8]
        fileprivate(set) var titles: [UInt8] = []
        fileprivate(set) var texts: [UInt8] = []
        fileprivate var shard = 0

        /// In how many documents it is.
        fileprivate var documents: Int {
            (SearchNumbers.count(in: titles) + SearchNumbers.count(in: texts)) / 2
        }

        fileprivate static func isBefore(_ a: Entry, _ b: Entry) -> Bool {
            a.shard == b.shard ? a.word.lexicographicallyPrecedes(b.word) : a.shard < b.shard
        }
    }

    private(set) var entries: [Entry]
    /// Among how many shards the words are divided: a power of two.
    private(set) var shards = 1

    /// Brings the same words of consecutive documents together.
    init(merging parts: [SearchTerms]) {
        var places: [[UInt8]: Int] = [:]
        var sources: [[(part: Int, term: Int)]] = []
        entries = []
        for part in parts.indices {
            for index in parts[part].terms.indices {
                let word = parts[part].terms[index].word
                if let place = places[word] {
                    sources[place].append((part, index))
                } else {
                    places[word] = entries.count
                    entries.append(Entry(word: word))
                    sources.append([(part, index)])
                }
            }
        }
        for index in entries.indices {
            var (titles, texts) = (Joining(), Joining())
            for source in sources[index] {
                titles.add(parts[source.part].terms[source.term].titles)
                texts.add(parts[source.part].terms[source.term].bodies)
            }
            (entries[index].titles, entries[index].texts) = (titles.text, texts.text)
        }
        divide()
    }

    /// The postings of a word from consecutive parts.
    private struct Joining {
        private(set) var text: [UInt8] = []
        private var last = -1

        mutating func add(_ postings: SearchTerms.Postings) {
            guard postings.count > 0 else { return }
            SearchNumbers.write(postings.first - last, to: &text)
            text += postings.text
            last = postings.last
        }
    }

    /// Puts the words into the order of as many shards as there are words for.
    private mutating func divide() {
        shards = shardsWanted
        for index in entries.indices { entries[index].shard = shard(of: entries[index].word) }
        entries.sort(by: Entry.isBefore)
    }

    private var shardsWanted: Int {
        var count = 1
        while count * Self.wordsInShard < entries.count { count *= 2 }
        return count
    }

    private func shard(of word: [UInt8]) -> Int {
        SearchWords.shard(of: SearchWords.firstKey(String(decoding: word, as: UTF8.self)), among: shards)
    }

    // MARK: Files

    /// All files but those of documents.
    /// - Parameter lengths: a digit for each document: how many words its title has.
    func files(ofTitles lengths: [UInt8], in phrases: Phrases) -> [SearchIndex.File] {
        let titles = postings("titles", \.titles)
        let texts = postings("texts", \.texts)
        return shardFiles() + titles.files + texts.files + [
            SearchIndex.main(
                lengths, shards: shards, titles: titles.counts, texts: texts.counts, in: phrases)
        ]
    }

    private func shardFiles() -> [SearchIndex.File] {
        var first = [Shard](repeating: Shard(), count: shards)
        var last = first
        for (number, entry) in entries.enumerated() {
            let documents = entry.documents
            first[entry.shard].add(entry.word, number: number, documents: documents)
            if let key = SearchWords.lastKey(String(decoding: entry.word, as: UTF8.self)) {
                last[SearchWords.shard(of: key, among: shards)].add(
                    entry.word, number: number, documents: documents)
            }
        }
        return (0..<shards).flatMap { number in
            [
                SearchIndex.File("first-\(number)", first[number].data),
                SearchIndex.File("last-\(number)", last[number].data),
            ]
        }
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

    /// The postings of all words, those of one behind those of the last with a dot between them.
    private func postings(
        _ name: String, _ kind: KeyPath<Entry, [UInt8]>
    ) -> (files: [SearchIndex.File], counts: [UInt8]) {
        var files: [SearchIndex.File] = []
        var counts: [UInt8] = []
        var data: [UInt8] = []
        var words = 0
        func end() {
            guard words > 0 else { return }
            files.append(
                SearchIndex.File(
                    "\(name)-\(files.count)", [UInt8(ascii: "\"")] + data + [UInt8(ascii: "\"")]))
            SearchNumbers.write(words, to: &counts)
            words = 0
            data.removeAll(keepingCapacity: true)
        }
        for entry in entries {
            let own = entry[keyPath: kind]
            if data.count + own.count > Self.fullSize { end() }
            if words > 0 { data.append(UInt8(ascii: ".")) }
            data += own
            words += 1
        }
        end()
        return (files, counts)
    }
}

// MARK: Amending

extension SearchVocabulary {
    /// Why files are not those of an index.
    struct NoIndex: Error {}

    /// Reads the words and their postings back from the files of an index.
    /// - Parameter file: the bytes of a file by its name, such as `first-0`; `nil` where there is none.
    /// - Throws: `NoIndex`, or what `file` throws.
    init(readingFrom file: (String) throws -> [UInt8]?) throws {
        entries = []
        var number = 0
        while let bytes = try file("first-\(number)") {
            let parts = try Self.data(of: bytes, named: "first-\(number)").split(
                separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            guard parts.count > 1 else { throw NoIndex() }
            for word in parts[1].split(separator: UInt8(ascii: " ")) {
                entries.append(Entry(word: Array(word), shard: number))
            }
            number += 1
        }
        shards = number
        try readPostings("titles", from: file) { $0.titles = $1 }
        try readPostings("texts", from: file) { $0.texts = $1 }
    }

    private static func data(of bytes: [UInt8], named name: String) throws -> ArraySlice<UInt8> {
        let (head, tail) = SearchIndex.File.frame(name)
        guard bytes.starts(with: head), bytes.count >= head.count + tail.count,
            bytes[(bytes.count - tail.count)...].elementsEqual(tail)
        else { throw NoIndex() }
        return bytes[head.count..<(bytes.count - tail.count)]
    }

    private mutating func readPostings(
        _ name: String, from file: (String) throws -> [UInt8]?, _ set: (inout Entry, [UInt8]) -> Void
    ) throws {
        var place = 0
        var number = 0
        while let bytes = try file("\(name)-\(number)") {
            let data = try Self.data(of: bytes, named: "\(name)-\(number)").dropFirst().dropLast()
            for own in data.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
                guard place < entries.count else { throw NoIndex() }
                set(&entries[place], Array(own))
                place += 1
            }
            number += 1
        }
        guard place == entries.count else { throw NoIndex() }
    }

    /// Takes the words that a document had out, and puts those in that it has.
    /// - Throws: `NoIndex` where the document is not in it with the words that it had.
    mutating func replace(_ document: Int, _ old: SearchTerms, by new: SearchTerms) throws {
        var words: [[UInt8]: (old: SearchTerms.Term?, new: SearchTerms.Term?)] = [:]
        for term in old.terms { words[term.word, default: (nil, nil)].old = term }
        for term in new.terms { words[term.word, default: (nil, nil)].new = term }
        for (word, terms) in words {
            var entry = Entry(word: word)
            entry.shard = shard(of: word)
            let place = entries.partitioningIndex { !Entry.isBefore($0, entry) }
            let isKnown = place < entries.count && entries[place].word == word
            if isKnown { entry = entries[place] } else if terms.old != nil { throw NoIndex() }
            entry.titles = try Self.replaced(document, terms.old?.titles, terms.new?.titles, in: entry.titles)
            entry.texts = try Self.replaced(document, terms.old?.bodies, terms.new?.bodies, in: entry.texts)
            let isGone = entry.titles.isEmpty && entry.texts.isEmpty
            switch (isKnown, isGone) {
            case (true, true): entries.remove(at: place)
            case (true, false): entries[place] = entry
            case (false, false): entries.insert(entry, at: place)
            case (false, true): break
            }
        }
        if shardsWanted != shards { divide() }
    }

    private static func replaced(
        _ document: Int, _ old: SearchTerms.Postings?, _ new: SearchTerms.Postings?, in text: [UInt8]
    ) throws -> [UInt8] {
        let (old, new) = (old?.onlyPlace, new?.onlyPlace)
        if old == new { return text }
        var found = SearchNumbers.pairs(in: text)
        let place = found.partitioningIndex { $0.document >= document }
        let known = place < found.count && found[place].document == document ? found[place].place : nil
        guard known == old else { throw NoIndex() }
        if known != nil { found.remove(at: place) }
        if let new { found.insert((document, new), at: place) }
        return SearchNumbers.text(of: found)
    }
}

extension Array {
    /// The first place from which on something holds, where it holds of no element before one that it does not hold of.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
