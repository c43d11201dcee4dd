/// A part of a program's text.
public struct Piece: Equatable, Sendable {
    /// What a part of a text is.
    public enum Kind: UInt8, CaseIterable, Sendable {
        /// What is said to people alone.
        case comment = 0x63
        /// A word of the language itself.
        case keyword = 0x6B
        /// Text that the program handles.
        case string = 0x73
        /// A number, a truth value or another constant.
        case constant = 0x6E
        /// The name of a type, a function or a key.
        case name = 0x74
        /// A line that a change has brought.
        case inserted = 0x69
        /// A line that a change has taken away.
        case deleted = 0x64

        /// The letter that style sheets know it by: c, k, s, n, t, i or d.
        public var letter: Character { Character(Unicode.Scalar(rawValue)) }
    }

    /// What it is; `nil` for what is nothing in particular.
    public let kind: Kind?
    /// How long it is, in bytes of UTF-8.
    public let length: Int

    /// The pieces of a text, from the kind of each of its Unicode scalars. No piece with a kind begins or ends in white space.
    static func pieces(of text: String, kinds: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        // White space behind a piece is a part of it only where the same kind goes on.
        var (open, length, space): (Kind?, Int, Int) = (nil, 0, 0)
        func close() {
            if length > 0 { pieces.append(Piece(kind: open, length: length)) }
            if space > 0 { pieces.append(Piece(kind: nil, length: space)) }
            (length, space) = (0, 0)
        }
        for (scalar, letter) in zip(text.unicodeScalars, kinds) {
            let kind = Kind(rawValue: letter)
            let width = UTF8.width(scalar)
            if kind != open {
                close()
                open = kind
            }
            if kind != nil, scalar.properties.isWhitespace {
                space += width
            } else if length == 0, space > 0 {
                pieces.append(Piece(kind: nil, length: space))
                (length, space) = (width, 0)
            } else {
                length += space + width
                space = 0
            }
        }
        close()
        return joined(pieces)
    }

    /// Neighbours of the same kind as one.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        pieces.reduce(into: []) { result, piece in
            if let last = result.last, last.kind == piece.kind {
                result[result.count - 1] = Piece(kind: piece.kind, length: last.length + piece.length)
            } else {
                result.append(piece)
            }
        }
    }
}
