// How texts of authors are compared: without regard to case, to the kind of dash, quote or space
// (FORMATS 1.3), and by Characters, so that composed and decomposed letters are the same.

extension Character {
    /// The form in which it is compared.
    var folded: String {
        // Most are ASCII, and asking Unicode about each is slow.
        if let ascii = asciiValue {
            switch ascii {
            case 0x09...0x0D, 0x20: return " "
            case 0x41...0x5A: return String(UnicodeScalar(ascii + 0x20))
            default: return String(self)
            }
        }
        return switch self {
        case "–", "−", "‐", "‑": "-"
        case "‘", "’", "‚", "′": "'"
        case "“", "”", "„", "«", "»": "\""
        case "≥": ">="
        case "≤": "<="
        default: isWhitespace ? " " : lowercased()
        }
    }

    /// Whether it is part of a word: a letter, a digit or an underscore.
    var isWordPart: Bool {
        guard let ascii = asciiValue else { return isLetter || isNumber }
        return switch ascii {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }

    /// Whether it belongs to a script whose words run on without spaces.
    var isOfScriptWithoutSpaces: Bool {
        guard let scalar = unicodeScalars.first?.value else { return false }
        return switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Burmese, Khmer
        case 0x3005...0x3007, 0x3040...0x30FF: true  // kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true  // Han
        default: false
        }
    }

    /// Whether it is a Hangul syllable, to which Korean attaches particles without a space.
    var isHangul: Bool { unicodeScalars.first.map { (0xAC00...0xD7AF).contains($0.value) } ?? false }
}

extension StringProtocol {
    /// The form in which texts are compared, runs of space as one.
    var folded: String {
        split(whereSeparator: \.isWhitespace).map { word in word.reduce(into: "") { $0 += $1.folded } }
            .joined(separator: " ")
    }

    /// Without the space around it.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

extension Substring {
    /// What follows `phrase` where this starts with it (compared folded, any space for a space) and it
    /// ends at a word's end; else `nil`. Space before it is skipped.
    func after(phrase: String) -> Substring? {
        var rest = drop(while: \.isWhitespace)
        var last: Character = " "
        for wanted in phrase.trimmed {
            if wanted.isWhitespace {
                // A run of space in the phrase was matched by its first Character.
                if last.isWhitespace { continue }
                guard rest.first?.isWhitespace == true else { return nil }
                rest = rest.drop(while: \.isWhitespace)
            } else {
                guard let first = rest.first, first.folded == wanted.folded else { return nil }
                rest.removeFirst()
            }
            last = wanted
        }
        return last != " " && rest.startsAtWordsEnd(after: last) ? rest : nil
    }

    /// Whether a word that ends with `last` ends here.
    ///
    /// `Fine` does not end in `Fine-tuning`, `C` not in `C++`, `Node` not in `Node.js`; `RAG` does in
    /// `RAG.` and, since Japanese has no spaces, in `RAGを使う`.
    private func startsAtWordsEnd(after last: Character) -> Bool {
        guard let next = first else { return true }
        if next.isWordPart {
            return next.isOfScriptWithoutSpaces || next.isHangul && !last.isHangul
        }
        if next == "+" || next == "#" { return false }
        if "-'./&@".contains(next.folded) {
            return dropFirst().first.map { !$0.isWordPart } ?? true
        }
        return true
    }
}
