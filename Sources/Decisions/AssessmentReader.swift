import Diagnostics
import Markdown
import Rules

/// Reads an assessment: tables, lists and headings of answers, freely mixed; all else introduces the report.
struct AssessmentReader {
    let file: ContentFile
    let index: QuestionIndex
    var problems: [Diagnostic] = []
    /// The answers of each dated column, and of everything that carries no date under `nil`.
    var entries: [Entry] = []
    /// Weights of the assessment's own, by the factor's slug.
    var weights: [String: Assessment.Weight] = [:]
    /// The framework's weighted matrix.
    let matrix: WeightedMatrix?
    /// Prose that looks as if it answered questions.
    var misses: [Miss] = []
    private var consumed = Set<Int>()

    /// An answer as it was found.
    struct Entry {
        let question: Int
        let date: CalendarDate?
        let answer: Assessment.Answer
        /// Whether the cell is blank, which under a later date leaves the answer as it was.
        let isUnchanged: Bool
    }

    private static let keys = ["framework", "assessors", "signed"]

    init(_ file: ContentFile, index: QuestionIndex, matrix: WeightedMatrix? = nil) {
        self.matrix = matrix
        self.file = file
        self.index = index
    }

    mutating func assessment(framework: String) -> Assessment {
        problems += file.nearlyKnownKeys(Self.keys)
        let date = file.date("date", severity: .error, problems: &problems)
        let front = file.document.frontMatter
        let introduction = readBlocks()
        problems += findings()
        return Assessment(
            file: file, title: file.titleHeading?.plainText.trimmed ?? front["title"]?.text ?? file.id,
            framework: framework, date: date, assessors: front["assessors"]?.texts ?? [],
            introduction: introduction, weights: weights, milestones: milestones())
    }

    private mutating func readBlocks() -> [Element] {
        let title = file.titleHeading
        let blocks = file.document.blocks.filter { $0 != title }
        var introduction: [Element] = []
        var position = 0
        while position < blocks.count {
            let block = blocks[position]
            position += 1
            switch block.kind {
            case .table where readWeights(block) || readTable(block): continue
            case .list where readList(block): continue
            case .heading:
                let end = blocks[position...].firstIndex(where: Self.endsSection) ?? blocks.count
                if readHeading(block, Array(blocks[position..<end])) {
                    position = end
                    continue
                }
                introduction.append(block)
            default:
                if let problem = BrokenTable.problem(of: block) {
                    problems.append(problem)
                } else if block.kind == .paragraph {
                    noteParagraph(block)
                }
                introduction.append(block)
            }
        }
        // A heading over nothing but answers announces nothing in the introduction.
        return introduction.enumerated().filter { offset, block in
            guard block.kind == .heading else { return true }
            let next = introduction.indices.contains(offset + 1) ? introduction[offset + 1] : nil
            return next.map { !Self.endsSection($0) || ($0.kind == .heading && $0.level > block.level) }
                ?? false
        }.map(\.element)
    }

    /// What a cell or a heading says. What is struck in it is a correction, unless all of it is struck.
    func standingText(of element: Element) -> String {
        let text = InlineText(element, includingCode: true, includingStruck: false).string.trimmed
        return text.isEmpty ? element.plainText.trimmed : text
    }

    /// The next heading does, and so do the notes at the document's end.
    private static func endsSection(_ block: Element) -> Bool {
        block.kind == .heading || block.kind == .footnoteDefinition
    }

    /// Keeps an answer, unless the question has one under the same date.
    mutating func add(_ entry: Entry) {
        if let first = entries.first(where: { $0.question == entry.question && $0.date == entry.date }) {
            let name = index.questions[entry.question].name
            problems.append(
                Diagnostic(
                    "duplicate-answer", at: entry.answer.element.location, "'\(name)' is answered twice",
                    suggestion: "keep one of the two",
                    notes: [.init("the first answer is here", at: first.answer.element.location)]))
            return
        }
        entries.append(entry)
    }

    /// The answers as they stood at each date: a later column changes what it names and keeps the rest.
    private func milestones() -> [Assessment.Milestone] {
        let dates = Set(entries.compactMap(\.date)).sorted()
        var standing: [String: Assessment.Answer] = [:]
        for entry in entries where entry.date == nil {
            standing[index.questions[entry.question].id] = entry.answer
        }
        guard !dates.isEmpty else { return [.init(date: nil, answers: standing)] }
        return dates.map { date in
            for entry in entries where entry.date == date {
                let id = index.questions[entry.question].id
                guard entry.isUnchanged, let before = standing[id] else {
                    standing[id] = entry.answer
                    continue
                }
                standing[id] = .init(
                    value: before.value, struck: before.struck,
                    evidence: entry.answer.evidence ?? before.evidence,
                    element: before.element)
            }
            return .init(date: date, answers: standing)
        }
    }
}
