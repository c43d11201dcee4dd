/// A line of a file as a terminal shows it: what would steer the terminal is spelled out, and of a very long line there is
/// only what stands around the place in question.
struct QuotedLine {
    private let characters: [Shown]
    private let width: Int

    /// How many cells of a line are shown at most.
    private static let limit = 200

    private struct Shown {
        let text: String
        let cells: Int
        /// How many bytes of the line end with it.
        let end: Int
    }

    init(_ bytes: ArraySlice<UInt8>) {
        var characters: [Shown] = []
        var end = 0
        for character in String(decoding: bytes, as: UTF8.self) {
            end += character.utf8.count
            // A tab stays one, so that the margin below can hold the same.
            let text = character == "\t" ? "\t" : String(character).withControlsSpelledOut
            let isSpelledOut = text.utf8.first == UInt8(ascii: "\\") && character != "\\"
            characters.append(
                Shown(text: text, cells: isSpelledOut ? text.utf8.count : character.cells, end: end))
        }
        self.characters = characters
        width = characters.reduce(0) { $0 + $1.cells }
    }

    /// How many characters stand before a byte.
    func characters(upTo byte: Int) -> Int {
        var (low, high) = (0, characters.count)
        while low < high {
            let middle = (low + high) / 2
            if characters[middle].end <= byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The line, and what stands under it to point at a range of its characters.
    func excerpt(pointingAt range: Range<Int>) -> (line: String, pointer: String) {
        let shown = window(around: range.lowerBound)
        let isCut = (before: shown.lowerBound > 0, behind: shown.upperBound < characters.count)
        let line = characters[shown].map(\.text).joined()
        let margin = characters[shown.lowerBound..<range.lowerBound].map {
            $0.text == "\t" ? "\t" : String(repeating: " ", count: $0.cells)
        }.joined()
        let meant = characters[range.clamped(to: shown)].reduce(0) { $0 + $1.cells }
        return (
            (isCut.before ? "…" : "") + line + (isCut.behind ? "…" : ""),
            (isCut.before ? " " : "") + margin + "^" + String(repeating: "~", count: max(0, meant - 1))
        )
    }

    /// The characters to show: all, or as many as there is room for, up to half of them before the place.
    private func window(around place: Int) -> Range<Int> {
        guard width > Self.limit else { return characters.indices }
        var (low, high, room) = (place, place, Self.limit)
        while low > 0, room - characters[low - 1].cells >= Self.limit / 2 {
            low -= 1
            room -= characters[low].cells
        }
        while high < characters.count, room >= characters[high].cells {
            room -= characters[high].cells
            high += 1
        }
        // Near the end of the line there is room left.
        while low > 0, room >= characters[low - 1].cells {
            low -= 1
            room -= characters[low].cells
        }
        return low..<high
    }
}

extension String {
    /// The text with each character that would steer a terminal, or turn the direction of what follows, as `\u{1B}`.
    var withControlsSpelledOut: String { spellingOutControls() }

    /// The text with each character that would steer a terminal, or turn the direction of what follows, in other words.
    /// - Parameters:
    ///   - kept: controls that stay.
    ///   - words: what is written for one; `\u{1B}` where it is left out.
    public func spellingOutControls(
        except kept: String = "",
        as words: (Unicode.Scalar) -> String = { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }
    ) -> String {
        let isSpelledOut = { (scalar: Unicode.Scalar) in
            scalar.isControl && !kept.unicodeScalars.contains(scalar)
        }
        guard unicodeScalars.contains(where: isSpelledOut) else { return self }
        var out = ""
        for scalar in unicodeScalars {
            if isSpelledOut(scalar) {
                out += words(scalar)
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

extension Unicode.Scalar {
    /// ASCII's controls and their like above it, and the marks that override the direction of text.
    fileprivate var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
