/// The words of some documents and where each of them stands, gathered in one pass over their bytes.
///
/// Of a word in a document only the best place is kept: its title, else the first heading that has it, else the first section.
/// So a document costs as many entries as it has different words, however long it is.
struct SearchTerms: Sendable {
    /// A word, and the documents that have it in their titles and headings, or in their text alone.
    struct Term: Sendable {
        /// UTF-8.
        let word: [UInt8]
        /// In titles (place 0) and headings (the number of the section).
        var titles = Postings()
        /// In the text; the place is the number of the section, 0 before the first heading.
        var bodies = Postings()
        /// The document that was noted last.
        fileprivate var noted = -1
        fileprivate let hash: UInt64
    }

    /// Documents in ascending order, each with a place, as text: the step from the last document, then the place.
    struct Postings: Sendable {
        private(set) var first = 0
        private(set) var last = -1
        private(set) var count = 0
        /// All behind the number of the first document.
        private(set) var text: [UInt8] = []

        /// The place in the one document that there is; `nil` where there is none.
        var onlyPlace: Int? { count == 1 ? SearchNumbers.numbers(in: text).first : nil }

        fileprivate mutating func add(_ document: Int, at place: Int) {
            if count == 0 { first = document } else { SearchNumbers.write(document - last, to: &text) }
            SearchNumbers.write(place, to: &text)
            last = document
            count += 1
        }
    }

    private(set) var terms: [Term] = []
    /// Places in `terms`, found by hash; -1 where there is none. The size is a power of two.
    private var slots = [Int32](repeating: -1, count: 1 << 12)
    /// The terms of words that are not plain ASCII, by the text as written.
    private var wide: [[UInt8]: [Int]] = [:]
    private var word: [UInt8] = []

    /// Notes the words of a text for a document. Of the texts of one document the better places come first.
    /// - Parameter isTitle: whether the text is a title or a heading.
    /// - Returns: how many words it has.
    @discardableResult mutating func add(
        _ text: UnsafeBufferPointer<UInt8>, document: Int, place: Int, isTitle: Bool
    ) -> Int {
        var count = 0
        var index = 0
        while index < text.count {
            word.removeAll(keepingCapacity: true)
            var isPlain = true
            var hash: UInt64 = 14_695_981_039_346_656_037
            while index < text.count {
                let byte = Self.kept[Int(text[index])]
                guard byte != 0 else { break }
                if byte >= 0x80 { isPlain = false }
                hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
                word.append(byte)
                index += 1
            }
            if isPlain, !word.isEmpty, word.count <= SearchWords.longest, word[0] != UInt8(ascii: "0") {
                note(find(word, hash), document, place, isTitle)
                count += 1
            } else if !word.isEmpty {
                // Case may tell more where letters are not ASCII, but never less: folding comes again.
                for term in wideTerms() {
                    note(term, document, place, isTitle)
                    count += 1
                }
            }
            index += 1
        }
        return count
    }

    /// The same for a text that is a string.
    @discardableResult mutating func add(_ text: String, document: Int, place: Int, isTitle: Bool) -> Int {
        var text = text
        return text.withUTF8 { add($0, document: document, place: place, isTitle: isTitle) }
    }

    private mutating func note(_ term: Int, _ document: Int, _ place: Int, _ isTitle: Bool) {
        guard terms[term].noted != document else { return }
        terms[term].noted = document
        if isTitle {
            terms[term].titles.add(document, at: place)
        } else {
            terms[term].bodies.add(document, at: place)
        }
    }

    /// The terms of the word at hand, taken apart by Unicode: slow, and so done once for each.
    private mutating func wideTerms() -> [Int] {
        if let known = wide[word] { return known }
        var found: [Int] = []
        for word in SearchWords.words(of: String(decoding: word, as: UTF8.self)) {
            let bytes = Array(word.utf8)
            var hash: UInt64 = 14_695_981_039_346_656_037
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            found.append(find(bytes, hash))
        }
        wide[word] = found
        return found
    }

    /// A word's place in `terms`; it is added where it is new.
    private mutating func find(_ word: [UInt8], _ hash: UInt64) -> Int {
        var slot = Self.slot(hash, slots.count)
        while slots[slot] >= 0 {
            let term = Int(slots[slot])
            if terms[term].hash == hash, terms[term].word == word { return term }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(terms.count)
        terms.append(Term(word: word, hash: hash))
        if terms.count * 2 > slots.count { grow() }
        return terms.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (term, entry) in terms.enumerated() {
            var slot = Self.slot(entry.hash, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(term)
        }
    }

    private static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (count - 1)
    }

    /// ASCII letters in lower case, digits, and bytes of other letters; 0 for all that ends a word.
    private static let kept: [UInt8] = (0...255).map { (byte: UInt8) in
        if byte >= 0x80 || byte &- 0x30 < 10 { return byte }
        return (byte | 0x20) &- 0x61 < 26 ? byte | 0x20 : 0
    }
}
