/// A text of the theme with places for what it speaks of: `{count} decisions`.
public struct PhraseText: Sendable, Hashable {
    /// A part of it.
    public enum Piece: Sendable, Hashable {
        case literal(String)
        /// A place, by the name of what goes there.
        case place(String)
    }

    /// Its parts.
    public let pieces: [Piece]

    /// Reads a text as a strings file has it; `nil` where a brace opens or closes no name.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard let first = name.unicodeScalars.first, Self.isLetter(first),
                name.unicodeScalars.allSatisfy({ Self.isLetter($0) || ("0"..."9").contains($0) || $0 == "-" })
            else { return nil }
            if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
            pieces.append(.place(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        self.pieces = pieces
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// The names of its places.
    public var places: Set<String> {
        Set(pieces.compactMap { if case .place(let name) = $0 { name } else { nil } })
    }

    /// The text with what goes into its places. One that nothing is given for stays as it is written.
    /// - Parameters:
    ///   - count: what goes into the place of the number of things.
    ///   - isolating: whether what goes into a place keeps its own direction: between letters that run from right to
    ///     left, `4000 req/s` would be turned round (Unicode Bidirectional Algorithm, 2.7 explicit isolates).
    func filled(
        _ values: KeyValuePairs<String, String>, count: String? = nil, isolating: Bool = false
    ) -> String {
        if pieces.count == 1, case .literal(let text) = pieces[0] { return text }
        var text = ""
        for piece in pieces {
            switch piece {
            case .literal(let part): text += part
            case .place("count") where count != nil: text += count ?? ""
            case .place(let name):
                guard let value = values.first(where: { $0.key == name })?.value else {
                    text += "{\(name)}"
                    continue
                }
                text += isolating && !value.isEmpty ? Self.isolated(value) : value
            }
        }
        return text
    }

    /// A text between marks that keep its direction from what stands around it.
    public static func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

    /// How many words it has of its own.
    var wordCount: Int {
        pieces.reduce(0) { count, piece in
            guard case .literal(let text) = piece else { return count }
            return count + text.split { !$0.isLetter && $0 != "'" && $0 != "’" }.count
        }
    }

    /// The text as it was written.
    public var written: String { filled([:]) }
}

/// What the theme says in one place: a text, or a text for each form that goes with a number.
public enum Phrase: Sendable, Hashable {
    case text(PhraseText)
    /// Chosen by `{count}`; there is always one for `other`.
    case plural([PluralForm: PhraseText])

    /// Its texts, in the order of the forms.
    public var texts: [(form: PluralForm?, text: PhraseText)] {
        switch self {
        case .text(let text): [(nil, text)]
        case .plural(let forms): PluralForm.allCases.compactMap { form in forms[form].map { (form, $0) } }
        }
    }

    /// The names of all places; the count is one of a plural's.
    public var places: Set<String> {
        let named = texts.reduce(into: Set<String>()) { $0.formUnion($1.text.places) }
        if case .plural = self { return named.union(["count"]) }
        return named
    }
}
