/// What screen readers are told of parts of a text that have no words of their own, in the language of the page.
public struct HTMLLabels: Sendable {
    let done: [UInt8]
    let notDone: [UInt8]
    /// What stands before and behind a table's number.
    let table: (before: [UInt8], behind: [UInt8])
    let notes: [UInt8]
    let back: [UInt8]

    /// Creates labels.
    /// - Parameters:
    ///   - done: of a box that is checked, and `notDone` of one that is not.
    ///   - table: of a table, with `{number}` where its number goes.
    ///   - notes: of the notes at the end.
    ///   - back: of the link from a note back to the text.
    public init(done: String, notDone: String, table: String, notes: String, back: String) {
        func escaped(_ text: some StringProtocol) -> [UInt8] {
            Array(HTMLEscaping.escape(String(text)).utf8)
        }
        self.done = escaped(done)
        self.notDone = escaped(notDone)
        let number = table.firstRange(of: "{number}")
        self.table = (
            escaped(number.map { table[..<$0.lowerBound] } ?? table[...]),
            escaped(number.map { table[$0.upperBound...] } ?? "")
        )
        self.notes = escaped(notes)
        self.back = escaped(back)
    }

    /// Those in English.
    public static let english = HTMLLabels(
        done: "done", notDone: "not done", table: "Table {number}", notes: "Footnotes",
        back: "Back to the text")
}
