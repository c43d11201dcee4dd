/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Texts that nobody would write, of pieces that each open, close or break something.
enum RandomText {
    /// The text of a seed: the same each time.
    static func of(seed: Int) -> String {
        var random = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            text += starts.randomElement(using: &random) ?? ""
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                text += inlines.randomElement(using: &random) ?? ""
            }
            text += ends.randomElement(using: &random) ?? ""
        }
        return text
    }

    private static let starts = [
        "", "", "", "# ", "### ", "> ", "> > ", ">", "- ", "- - ", "+\t", "* ", "1. ", "2) ", "   ", "    ",
        "\t",
        "- [ ] ", "- [x] ", "| ", "|", "| a | b |\n|---|:-:|\n| ", "> | a \\| x | b |\n> |--:|---|\n> | ",
        "---",
        "===", "***", "```", "~~~ a&amp;b\n", "[r]: ", "[^n]: ", "> - ", "  - ", "\u{A0}", "\\",
    ]

    private static let inlines = [
        "a", "b c", "ö", "日本", "👩‍👩‍👧", " ", "  ", "\t", "*", "**", "_", "__", "~~", "~", "`", "``", "|", "\\|",
        " | ",
        "[", "]", "](", "](u)", "](<v w> \"t\")", ")", "![", "[r]", "[^n]", "<", ">", "<https://x.y/z>",
        "<q@r.s>",
        "www.a.bc", "https://d.e/f_g*h*", "i@j.kl", "&amp;", "&lt;", "&copy;", "&#0;", "&#x1F389;", "&nope;",
        "&",
        "\\", "\\*", "\\&", "\\\\", "!", "'", "\"", "\0", "\u{B}", "e\u{301}", ":", "- ", "# ", "→", "1.10",
    ]

    private static let ends = [
        "\n", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\r\n", "\r\n\r\n", "\r", "", "\n\n\n", " #\n",
        "\n\t\n",
    ]
}
