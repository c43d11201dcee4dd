extension Character {
    /// How many cells of a terminal it takes: two where it is East Asian and wide (Unicode's Annex 11) or an emoji
    /// that is shown as a picture, else one.
    var cells: Int {
        let scalars = unicodeScalars
        guard let first = scalars.first, first.value >= 0x1100 else { return 1 }
        let isPicture =
            first.properties.isEmojiPresentation
            || (first.properties.isEmoji && scalars.contains { $0.value == 0xFE0F })
        return isPicture || Self.wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    /// The blocks of wide characters that are no emoji.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18DFF, 0x1B000...0x1B2FF,
        0x20000...0x3FFFD,
    ]
}
