public import Diagnostics
import Markdown
public import Rules

/// Answers given outside an assessment: YAML or JSON that maps questions to answers.
///
/// ```yaml
/// fresh-knowledge: yes
/// Citations: no
/// examples: ?
/// ```
public struct AnswersFile: Sendable {
    /// The answers.
    public private(set) var answers = Answers([:])
    /// The problems found.
    public private(set) var problems: [Diagnostic] = []

    /// Reads answers to the questions of a framework. JSON is YAML, so one reader serves both; `true` and `false` are
    /// taken for yes and no, and `null` for open, as programs write them.
    public init(
        _ bytes: [UInt8], file: String, logic: Logic, words: Words = .english,
        renamed: [String: String] = [:]
    ) {
        if let invalid = TextEncoding.firstInvalidPlace(in: bytes, file: file) {
            problems.append(
                Diagnostic(
                    "not-utf-8", at: invalid, "these answers are not UTF-8", suggestion: "save them as UTF-8")
            )
            return
        }
        if Self.isAssessment(bytes, file: file) {
            problems.append(
                Diagnostic(
                    "bad-answers", at: SourceLocation(file: file, line: 1),
                    "this is an assessment, and answers are YAML or JSON",
                    suggestion:
                        "'precedent build' writes its report; or write answers as 'QUESTION: yes', one a line"
                ))
            return
        }
        let parsed = YAML.parse(String(decoding: Self.withoutBareMarks(bytes), as: UTF8.self), file: file)
        problems += parsed.problems
        guard let value = parsed.value else { return }
        guard case .mapping(let entries) = value.content else {
            problems.append(
                Diagnostic(
                    "bad-answers", at: value.location, "answers map questions to answers",
                    suggestion: "write 'QUESTION: yes', one a line"))
            return
        }
        let index = QuestionIndex(logic, words: words, renamed: renamed)
        var values: [String: AnswerValue] = [:]
        var places: [Int: SourceLocation] = [:]
        for entry in entries {
            guard let question = index.question(entry.key) else {
                problems.append(index.unknown(entry.key, at: entry.keyLocation))
                continue
            }
            if let first = places[question] {
                problems.append(
                    Diagnostic(
                        "duplicate-answer", at: entry.keyLocation,
                        "'\(index.questions[question].name)' is answered twice",
                        suggestion: "keep one of the two",
                        notes: [.init("the first answer is here", at: first)]))
                continue
            }
            places[question] = entry.keyLocation
            if case .scalar = entry.value.content {
            } else {
                problems.append(
                    Diagnostic(
                        "bad-answer", at: entry.value.location, "an answer is one word, not a list",
                        suggestion:
                            "write '\(entry.key): \(index.questions[question].type.labels.first ?? "?")'"))
                continue
            }
            let text = entry.value.text ?? ""
            values[index.questions[question].id] = index.answer(
                text, to: question, at: entry.value.location, in: .file, problems: &problems)
        }
        answers = Answers(values)
    }

    /// Whether it is Markdown with the front matter of an assessment.
    private static func isAssessment(_ bytes: [UInt8], file: String) -> Bool {
        let document = Document(bytes, file: file)
        return document.frontMatter["framework"] != nil && document.blocks.contains { _ in true }
    }

    /// The text with YAML's null for each `?` that is a whole answer. Bare, it is what YAML begins a long key with, and
    /// people who leave a question open do not know that.
    private static func withoutBareMarks(_ bytes: [UInt8]) -> [UInt8] {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        var bytes = bytes
        for index in bytes.indices.dropFirst()
        where bytes[index] == UInt8(ascii: "?") && isBlank(bytes[index - 1]) {
            let before = bytes[..<index].last { !isBlank($0) }
            let behind = bytes[(index + 1)...].first { !isBlank($0) } ?? 0x0A
            if before == UInt8(ascii: ":"), "\n\r,}#".utf8.contains(behind) {
                bytes[index] = UInt8(ascii: "~")
            }
        }
        return bytes
    }
}
