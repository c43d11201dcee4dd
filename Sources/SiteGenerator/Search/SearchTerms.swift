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
    /// What is asked of each term for every word of every text, apart from the rest of it so that it lies close together.
    private var keys: [Key] = []
    /// The words of all terms, one behind the other.
    private var letters: [UInt8] = []
    /// Places in `terms`, found by hash; -1 where there is none. The size is a power of two.
    private var slots = [Int32](repeating: -1, count: 1 << 12)
    /// The terms of words that are not plain ASCII, by the text as written.
    private var wide: [[UInt8]: [Int]] = [:]

    /// By what a term is found.
    private struct Key: Sendable {
        let hash: UInt64
        /// Where its word is in `letters`.
        let start: Int
        let count: Int
        /// The document that was noted last.
        var noted = -1
    }

    /// Notes the words of a text for a document. Of the texts of one document the better places come first.
    /// - Parameter isTitle: whether the text is a title or a heading.
    /// - Returns: how many words it has.
    @discardableResult mutating func add(
        _ text: UnsafeBufferPointer<UInt8>, document: Int, place: Int, isTitle: Bool
    ) -> Int {
        Self.kept.withUnsafeBufferPointer { kept in
            var count = 0
            var index = 0
            while index < text.count {
                let start = index
                var isPlain = true
                var hash = Self.emptyHash
                while index < text.count {
                    let byte = kept[Int(text[index])]
                    guard byte != 0 else { break }
                    if byte >= 0x80 {
                        if Self.isMark(text, at: index) { break }
                        isPlain = false
                    }
                    hash = Self.hash(hash, byte)
                    index += 1
                }
                let word = UnsafeBufferPointer(rebasing: text[start..<index])
                if isPlain, !word.isEmpty {
                    note(plainTerm(word, hash, kept), document, place, isTitle)
                    count += 1
                } else if !word.isEmpty {
                    // Case may tell more where letters are not ASCII, but never less: folding comes again.
                    for term in wideTerms(word.map { kept[Int($0)] }) {
                        note(term, document, place, isTitle)
                        count += 1
                    }
                }
                index += index < text.count && text[index] >= 0x80 ? 3 : 1
            }
            return count
        }
    }

    /// The same for a text that is a string.
    @discardableResult mutating func add(_ text: String, document: Int, place: Int, isTitle: Bool) -> Int {
        var text = text
        return text.withUTF8 { add($0, document: document, place: place, isTitle: isTitle) }
    }

    /// Whether one of the dashes, quotes and dots stands there that authors and their editors use (U+2010 to U+2027): no part
    /// of a word by itself or by what it decomposes to, and far too common to ask Unicode each time.
    private static func isMark(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        text[index] == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
            && 0x90...0xA7 ~= text[index + 2]
    }

    private mutating func note(_ term: Int, _ document: Int, _ place: Int, _ isTitle: Bool) {
        guard keys[term].noted != document else { return }
        keys[term].noted = document
        if isTitle {
            terms[term].titles.add(document, at: place)
        } else {
            terms[term].bodies.add(document, at: place)
        }
    }

    /// The term of a word that is plain ASCII, which is cut and loses zeros as all words do.
    private mutating func plainTerm(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ folded: UnsafeBufferPointer<UInt8>
    ) -> Int {
        guard word.count > SearchWords.longest || word[0] == UInt8(ascii: "0") else {
            return find(word, hash, folded)
        }
        var kept = word.prefix(SearchWords.longest)
        if kept.allSatisfy({ $0 &- 0x30 < 10 }) {
            while kept.count > 1, kept.first == UInt8(ascii: "0") { kept = kept.dropFirst() }
        }
        let whole = UnsafeBufferPointer(rebasing: kept)
        return find(whole, Self.hash(of: whole, folded), folded)
    }

    /// The terms of a word, taken apart by Unicode: slow, and so done once for each.
    private mutating func wideTerms(_ word: [UInt8]) -> [Int] {
        if let known = wide[word] { return known }
        var found: [Int] = []
        for part in SearchWords.words(of: String(decoding: word, as: UTF8.self)) {
            var part = part
            let term = part.withUTF8 { bytes in
                Self.same.withUnsafeBufferPointer { find(bytes, Self.hash(of: bytes, $0), $0) }
            }
            found.append(term)
        }
        wide[word] = found
        return found
    }

    /// A word's place in `terms`; it is added where it is new.
    /// - Parameters:
    ///   - hash: that of the folded word.
    ///   - folded: what each byte of it is folded to.
    private mutating func find(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ folded: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var slot = Self.slot(hash, slots.count)
        while slots[slot] >= 0 {
            let term = Int(slots[slot])
            let key = keys[term]
            if key.hash == hash, key.count == word.count, isWord(at: key.start, word, folded) { return term }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(terms.count)
        let own = word.map { folded[Int($0)] }
        keys.append(Key(hash: hash, start: letters.count, count: own.count))
        letters += own
        terms.append(Term(word: own))
        if terms.count * 2 > slots.count { grow() }
        return terms.count - 1
    }

    private func isWord(
        at start: Int, _ word: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for offset in 0..<word.count where letters[start + offset] != folded[Int(word[offset])] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (term, key) in keys.enumerated() {
            var slot = Self.slot(key.hash, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(term)
        }
    }

    private static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (count - 1)
    }

    /// The hash of a word without letters (FNV-1a).
    private static let emptyHash: UInt64 = 14_695_981_039_346_656_037

    /// The hash of a word that goes on with a byte.
    private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }

    private static func hash(
        of word: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>
    ) -> UInt64 {
        word.reduce(emptyHash) { hash($0, folded[Int($1)]) }
    }

    /// Every byte as it is.
    private static let same: [UInt8] = Array(0...255)

    /// ASCII letters in lower case, digits, and bytes of other letters; 0 for all that ends a word.
    private static let kept: [UInt8] = (0...255).map { (byte: UInt8) in
        if byte >= 0x80 || byte &- 0x30 < 10 { return byte }
        return (byte | 0x20) &- 0x61 < 26 ? byte | 0x20 : 0
    }
}
