import Foundation

/// Text as the search compares it: folded words.
///
/// The script that answers queries (`assets/search-index.js`) folds in the same way: compatibility decomposition (NFKD),
/// lower case, marks over letters dropped, a few letters that have no decomposition spelt out, composition (NFC). What is
/// written without spaces becomes pairs of neighbouring characters, as no dictionary would be small enough for a page.
enum SearchWords {
    /// The most that is kept of a word, in Unicode scalars: what is longer is a digest or an address.
    static let longest = 24

    /// The words of a text that is not plain ASCII.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(finished(word)) }
            word.removeAll(keepingCapacity: true)
        }
        let scalars = Array(folded(text).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            guard isWordPart(scalar) else {
                end()
                continue
            }
            guard isUnspaced(scalar) else {
                word.append(scalar)
                continue
            }
            end()
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            let previous = index > 0 ? scalars[index - 1] : nil
            if let next, isUnspaced(next), isWordPart(next) {
                words.append(String(scalar) + String(next))
            } else if !(previous.map { isUnspaced($0) && isWordPart($0) } ?? false) {
                words.append(String(scalar))
            }
        }
        end()
        return words
    }

    /// The shard that a word stands in by its first letters: a typo in the others leaves them as they are.
    static func firstKey(_ word: String) -> String {
        let scalars = word.unicodeScalars
        return String(scalars.prefix(scalars.first.map(isUnspaced) ?? false ? 1 : 2))
    }

    /// The same by the last letters, for a typo in the first ones; `nil` where a word is too short for that, and for numbers,
    /// since another number is no misspelt one.
    static func lastKey(_ word: String) -> String? {
        let scalars = word.unicodeScalars
        guard scalars.count > 2, let first = scalars.first, !isUnspaced(first),
            !word.utf8.allSatisfy({ $0 &- 0x30 < 10 })
        else { return nil }
        return String(scalars.suffix(2))
    }

    /// A key's number among `count` shards: FNV-1a of its UTF-16, which a script can work out as well.
    static func shard(of key: String, among count: Int) -> Int {
        var hash: UInt32 = 2_166_136_261
        for unit in key.utf16 { hash = (hash ^ UInt32(unit)) &* 16_777_619 }
        return Int(hash % UInt32(count))
    }

    /// Numbers are the same with zeros before them: `0012` is 12.
    private static func finished(_ word: String.UnicodeScalarView) -> String {
        let kept = word.prefix(longest)
        guard kept.allSatisfy({ $0.value &- 0x30 < 10 }) else { return String(kept) }
        let digits = kept.drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }

    private static func folded(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F, 0x591...0x5C7, 0x64B...0x65F, 0x670: break  // accents, niqqud, harakat
            case 0xDF: kept.append(contentsOf: "ss".unicodeScalars)
            case 0xE6: kept.append(contentsOf: "ae".unicodeScalars)
            case 0xF0, 0x111: kept.append("d")
            case 0xF8: kept.append("o")
            case 0xFE: kept.append(contentsOf: "th".unicodeScalars)
            case 0x131: kept.append("i")
            case 0x142: kept.append("l")
            case 0x153: kept.append(contentsOf: "oe".unicodeScalars)
            case 0x3C2: kept.append("\u{3C3}")  // a sigma at a word's end
            default: kept.append(scalar)
            }
        }
        return String(kept).precomposedStringWithCanonicalMapping
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value &- 0x30 < 10 || (scalar.value | 0x20) &- 0x61 < 26 }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            return true
        default: return false
        }
    }

    /// Whether it belongs to a script whose words run on without spaces, or to Korean, which attaches particles to words.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Burmese, Khmer
        case 0x3005...0x3007, 0x3040...0x30FF: true  // kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
