import Testing

/// Something an author gets wrong in a small site, and what `check` then prints, to the letter.
struct Mistake: Sendable, CustomTestStringConvertible {
    /// What it is.
    let name: String
    /// What it changes in the sound site.
    let edits: [SmallSite.Edit]
    /// The problems as they are printed.
    let report: String

    init(_ name: String, _ edits: [SmallSite.Edit], says report: String) {
        self.name = name
        self.edits = edits
        self.report = report + "\n"
    }

    /// 1 where the last line, which sums up, counts an error.
    var exitCode: Int32 { report.split(separator: "\n").last?.contains("error") == true ? 1 : 0 }

    var testDescription: String { name }
}
