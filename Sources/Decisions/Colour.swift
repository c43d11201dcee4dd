/// A colour of the screen (sRGB), and how well it is read on another.
public struct Colour: Sendable, Hashable {
    /// From 0 to 255.
    let red: Int, green: Int, blue: Int

    /// Which of the two a page is.
    public enum Scheme: String, Sendable, Hashable, CaseIterable {
        case light, dark

        /// What stands out from the paper of the built-in theme a little, with text of the accent on it: a selection, code.
        public var tint: Colour {
            switch self {
            case .light: Colour(red: 0xF0, green: 0xEA, blue: 0xDC)
            case .dark: Colour(red: 0x33, green: 0x2F, blue: 0x29)
            }
        }

        /// The paper of the built-in theme.
        public var paper: Colour {
            switch self {
            case .light: Colour(red: 0xFB, green: 0xF8, blue: 0xF1)
            case .dark: Colour(red: 0x26, green: 0x23, blue: 0x1F)
            }
        }
    }

    private init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#0d4a58` or `#04a`; `nil` for anything else.
    public init?(hexadecimal text: String) {
        let digits = text.dropFirst().compactMap(\.hexDigitValue)
        guard text.first == "#", digits.count == text.count - 1, text.allSatisfy(\.isASCII) else {
            return nil
        }
        switch digits.count {
        case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
        case 6:
            self.init(
                red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
                blue: digits[4] * 16 + digits[5])
        default: return nil
        }
    }

    /// Its value: 0x0D4A58.
    public var code: UInt32 { UInt32(red << 16 | green << 8 | blue) }

    /// `#0d4a58`.
    public var hexadecimal: String {
        "#"
            + [red, green, blue].map { value in
                (value < 16 ? "0" : "") + String(value, radix: 16)
            }.joined()
    }

    /// The ratio of the lighter to the darker one's luminance, 1 to 21 (WCAG 2.2).
    public func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// A channel's light. The power of 2.4 is taken as the fifth root of the twelfth power, found by Newton's method, since no
    /// library that every machine has gives the same last digit.
    private static func linear(_ channel: Int) -> Double {
        let share = Double(channel) / 255
        if share <= 0.04045 { return share / 12.92 }
        let base = (share + 0.055) / 1.055
        var power = 1.0
        for _ in 0..<12 { power *= base }
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - power) / (5 * root * root * root * root)
        }
        return root
    }

    /// The same colour mixed with black or white, whichever is further from another one, just as much as a contrast needs.
    public func moved(from other: Colour, toContrast contrast: Double) -> Colour {
        let end = other.luminance > 0.18 ? 0 : 255
        for percent in 0...100 {
            let mix = { (value: Int) in (value * (100 - percent) + end * percent + 50) / 100 }
            let mixed = Colour(red: mix(red), green: mix(green), blue: mix(blue))
            if mixed.contrast(with: other) >= contrast { return mixed }
        }
        return Colour(red: end, green: end, blue: end)
    }
}
