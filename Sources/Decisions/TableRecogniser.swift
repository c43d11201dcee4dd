import Diagnostics
import Markdown
import Rules

/// Tells what a table of a framework is: the first of decision table, comparison and questions that it fits, else
/// prose (FORMATS 1).
struct TableRecogniser {
    let table: Element
    let options: [FrameworkOption]
    let words: Words
    let headers: [Element]
    let rows: [[Element]]
    var problems: [Diagnostic] = []
    var recognition: Recognition

    init(_ table: Element, options: [FrameworkOption], words: Words) {
        self.table = table
        self.options = options
        self.words = words
        let all = table.children.map { Array($0.children) }
        headers = all.first ?? []
        rows = Array(all.dropFirst())
        recognition = Recognition(
            location: table.location, taken: "prose",
            reason: "its columns are neither options nor answer types")
    }

    /// What a table was recognised as.
    enum Result {
        case decisionTable(TableSource)
        case comparison(Comparison, WeightedMatrix?)
        case questions(QuestionsTable, [QuestionSource])
    }

    /// What it is; `nil` where it is prose.
    /// - Parameters:
    ///   - heading: the nearest heading before it, which names a decision table.
    ///   - factors: which questions bear on a factor of a comparison, by slug.
    mutating func recognise(under heading: String, factors: [String: [String]]) -> Result? {
        if headers.contains(where: Arrow.opens) { return .decisionTable(decisionTable(named: heading)) }
        if let (comparison, matrix) = comparison(factors) { return .comparison(comparison, matrix) }
        return questions().map { .questions($0, $1) }
    }

    /// Says what the table was taken for.
    mutating func take(as taken: String, because reason: String) {
        recognition = Recognition(location: table.location, taken: taken, reason: reason)
    }
}
