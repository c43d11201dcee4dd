import CCard

/// Words in one of the faces of cards.
struct CardText {
    /// A face.
    enum Face { case serif, sans }

    private let scalars: [UInt32]
    private let face: card_face

    init(_ text: String, _ face: Face) {
        self.init(text.unicodeScalars.map(\.value), face == .serif ? card_face_serif_bold : card_face_sans)
    }

    private init(_ scalars: [UInt32], _ face: card_face) {
        self.scalars = scalars
        self.face = face
    }

    /// Whether the face has all letters. A script that joins its letters, or runs from the right, is not among what it has.
    var isDrawable: Bool { card_has_glyphs(face, scalars, Int32(scalars.count)) != 0 }

    private func width(_ scalars: some Collection<UInt32>, size: Double) -> Double {
        let text = Array(scalars)
        return card_width(face, size, 0, text, Int32(text.count))
    }

    /// The text in lines, broken at spaces, and within a word where it has no room in a line of its own.
    /// - Parameters:
    ///   - size: of the letters, in pixels.
    ///   - most: how many lines there may be; the last then ends in an ellipsis.
    func lines(size: Double, width room: Double, most: Int = .max) -> [CardText] {
        var lines: [[UInt32]] = [[]]
        for word in scalars.split(separator: 0x20) {
            let together = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? [] : [0x20]) + word
            if width(together, size: size) <= room {
                lines[lines.count - 1] = together
                continue
            }
            if !lines[lines.count - 1].isEmpty { lines.append([]) }
            for scalar in word {
                if !lines[lines.count - 1].isEmpty,
                    width(lines[lines.count - 1] + [scalar], size: size) > room
                {
                    lines.append([])
                }
                lines[lines.count - 1].append(scalar)
            }
        }
        if lines.count > most {
            var last = lines[most - 1]
            while !last.isEmpty, width(last + [0x2026], size: size) > room { last.removeLast() }
            lines = lines.prefix(most - 1) + [last + [0x2026]]
        }
        return lines.map { CardText($0, face) }
    }

    /// - Parameters:
    ///   - size: of the letters, in pixels.
    ///   - spacing: what comes between them.
    ///   - place: where the first stands: its left edge, and the line that it stands on.
    func draw(
        in picture: card_picture, size: Double, spacing: Double = 0, at place: (left: Int, baseline: Int),
        _ colour: UInt32
    ) {
        card_write(
            picture, face, size, spacing, Double(place.left), Int32(place.baseline), colour, scalars,
            Int32(scalars.count))
    }
}
