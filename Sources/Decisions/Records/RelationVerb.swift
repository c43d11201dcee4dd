/// The words by which one record says what it is to another.
struct RelationVerb {
    let kind: Relation.Kind
    /// Where the words stand, in bytes.
    let range: Range<Int>

    /// The first words of a relation in a text; of several that begin together the longest.
    init?(in text: String) {
        let bytes = Array(text.lowercased().utf8)
        // Where lower case takes other bytes than upper case, places would not be those of the text.
        guard bytes.count == text.utf8.count else { return nil }
        var index = 0
        while index < bytes.count {
            if index == 0 || !Self.isLetter(bytes[index - 1]), let found = Self.words(at: index, in: bytes) {
                self = found
                return
            }
            index += 1
        }
        return nil
    }

    /// The words of a relation that a text begins with, whatever signs stand before them.
    init?(startingIn text: String) {
        let lead = text.utf8.count - text.dropLead.utf8.count
        guard let verb = RelationVerb(in: text), verb.range.lowerBound == lead else { return nil }
        self = verb
    }

    private init(kind: Relation.Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    private static func words(at index: Int, in bytes: [UInt8]) -> RelationVerb? {
        for (words, kind) in spellings[Int(bytes[index])] where bytes[index...].starts(with: words) {
            let end = index + words.count
            if end == bytes.count || !(isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "-")) {
                return RelationVerb(kind: kind, range: index..<end)
            }
        }
        return nil
    }

    /// By their first byte, the longest first.
    private static let spellings: [[(words: [UInt8], kind: Relation.Kind)]] = {
        var spellings = [[(words: [UInt8], kind: Relation.Kind)]](repeating: [], count: 256)
        for kind in Relation.Kind.allCases {
            for spelling in kind.spellings {
                let words = Array(spelling.utf8)
                spellings[Int(words[0])].append((words, kind))
            }
        }
        return spellings.map { $0.sorted { $0.words.count > $1.words.count } }
    }()
}

extension Relation.Kind {
    /// The words that state it, as authors write them, in lower case.
    var spellings: [String] {
        switch self {
        case .supersedes:
            [
                "supersedes", "supercedes", "superseedes", "replaces", "obsoletes", "remplace", "ersetzt",
                "sustituye a", "reemplaza", "sostituisce", "substitui", "vervangt",
            ]
        case .supersededBy:
            [
                "superseded by", "superceded by", "superseeded by", "replaced by", "replaced with",
                "obsoleted by", "succeeded by", "superseded in favour of", "superseded in favor of",
                "deprecated in favour of", "deprecated in favor of", "deprecated by", "remplacé par",
                "remplacée par", "ersetzt durch", "abgelöst durch", "sustituido por", "reemplazado por",
                "sostituito da", "substituído por", "vervangen door",
            ]
        case .partlySupersedes: ["partly supersedes", "partially supersedes", "in part supersedes"]
        case .partlySupersededBy:
            ["partly superseded by", "partially superseded by", "superseded in part by"]
        case .amends: ["amends", "extends", "updates", "modifies", "refines", "amende", "ergänzt"]
        case .amendedBy:
            [
                "amended by", "extended by", "updated by", "modified by", "refined by", "revised by",
                "amendé par", "ergänzt durch",
            ]
        case .clarifies: ["clarifies"]
        case .clarifiedBy: ["clarified by"]
        case .dependsOn: ["depends on", "builds on", "requires"]
        case .neededBy: ["needed by", "required by"]
        case .relatesTo: ["relates to", "related to"]
        }
    }

    /// The same of a part of the other record.
    var partial: Relation.Kind {
        switch self {
        case .supersedes: .partlySupersedes
        case .supersededBy: .partlySupersededBy
        default: self
        }
    }
}
