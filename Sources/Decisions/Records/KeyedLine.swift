import Markdown

/// A line that says what a record's metadata is: `Status: accepted`, `**Date** 2021-03-04`, `Date 2021-03-04`.
struct KeyedLine {
    let key: RecordKey
    let value: RecordText

    init?(_ line: InlineLine?) {
        guard let line else { return nil }
        self.init(RecordText(line), boldCount: line.boldCount)
    }

    init?(_ line: RecordText, boldCount: Int = 0) {
        let bytes = line.text.utf8
        if let colon = Self.colon(in: line.text),
            let key = RecordKey(Substring(bytes.prefix(colon.start)).trimmed)
        {
            self.init(key: key, value: line.dropping(colon.end))
            return
        }
        if (2...32).contains(boldCount), boldCount < bytes.count,
            let key = RecordKey(Substring(bytes.prefix(boldCount)).trimmed)
        {
            let rest = line.dropping(boldCount)
            let marks = rest.text.utf8.prefix { "-=".utf8.contains($0) || $0 == 0x20 }.count
            self.init(key: key, value: rest.dropping(marks))
            return
        }
        // Without a mark only what cannot be prose: a day, a usual status.
        guard let space = bytes.firstIndex(of: 0x20),
            let key = RecordKey(line.text[..<space])
        else { return nil }
        let rest = line.dropping(line.text.utf8.distance(from: bytes.startIndex, to: space) + 1)
        switch key {
        case .date:
            guard WrittenDate.matches(in: rest.text).first?.range.lowerBound == 0 else { return nil }
        case .status:
            let words = rest.dropping(rest.text.utf8.prefix { "-=".utf8.contains($0) || $0 == 0x20 }.count)
            guard bytes.count < 60, StatusWord(startingIn: words.text) != nil else { return nil }
            self.init(key: key, value: words)
            return
        default: return nil
        }
        self.init(key: key, value: rest)
    }

    private init(key: RecordKey, value: RecordText) {
        self.key = key
        self.value = value
    }

    /// The first colon that may end a key, and what is behind it. Of words in brackets only those stand before it that
    /// belong to the key: `Supersedes (in part): 3`.
    private static func colon(in text: String) -> (start: Int, end: Int)? {
        var count = 0
        for byte in text.utf8.prefix(40) {
            if byte == UInt8(ascii: ":") { return (count, count + 1) }
            if byte == UInt8(ascii: "[") { return nil }
            if byte == UInt8(ascii: "("),
                !text.utf8.dropFirst(count).starts(with: "(in part):".utf8)
            {
                return nil
            }
            count += 1
        }
        return nil
    }
}
