import Decisions
import Platform
import Rules

/// Answers as the Markdown of an assessment, for a file that is not there yet.
struct SavedAnswers {
    private let file: String
    private let title: String

    /// Where the answers are to go.
    /// - Parameter title: what is assessed; after the file's name where it is left out.
    /// - Throws: `UsageError` where something is there already, or where no site would read it.
    init(_ file: String, title: String? = nil) throws {
        guard file.hasSuffix(".md") else {
            throw UsageError(message: "'\(file)' is no name for an assessment\n  help: end it in .md")
        }
        guard Files.kind(of: file) == nil else {
            throw UsageError(
                message: "'\(file)' is there already\n  help: name a new file; none is written over")
        }
        self.file = file
        self.title = title ?? Self.title(of: file)
    }

    /// Writes them.
    /// - Throws: `FileError`.
    func write(_ answers: Answers, to framework: Framework, _ logic: Logic) throws {
        if let slash = file.lastIndex(of: "/"), slash != file.startIndex {
            try Files.makeFolder(String(file[..<slash]))
        }
        let draft = AssessmentDraft(title: title, framework: framework, logic: logic)
        try Files.write(Array(draft.markdown(answers).utf8), to: file, replacing: false)
    }

    /// `product-page.md` is "Product page".
    private static func title(of file: String) -> String {
        let name = file.split(separator: "/").last.map { String($0.dropLast(3)) } ?? file
        let words = name.split { "-_ ".contains($0) }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
