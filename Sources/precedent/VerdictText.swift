import Decisions
import Diagnostics
import Languages
import Rules
import SiteGenerator

/// A verdict as `assess` prints it for people.
struct VerdictText {
    private let verdict: Verdict
    private let framework: Framework
    private let logic: Logic
    private let words: VerdictWording

    private let answers: Answers

    init(_ verdict: Verdict, framework: Framework, logic: Logic, answers: Answers) {
        self.verdict = verdict
        self.framework = framework
        self.logic = logic
        self.answers = answers
        words = VerdictWording(verdict, of: framework, in: .english)
    }

    /// The whole text.
    var text: String {
        var text = "\(framework.title)\n\n"
        let qualifiers = words.qualifiers.map { " \($0)" } ?? ""
        let label = words.label + (words.label.hasSuffix("between") ? "" : ":")
        text += "\(label) \(words.headline)\(qualifiers)\n"
        if let advice = words.advice { text += "\(advice)\n" }
        text += "\(words.sureness)\n\(words.because)\n"
        if let leadsTo = words.leadsTo { text += "\(leadsTo)\n" }
        text += section("Why", rows(of: .recommendation) + verdict.fired.map(row) + rows(of: .intermediate))
        text += section("For and against", words.tallies.map(row))
        text += section(words.losingHeading, words.losing.map { [$0.name, $0.why] })
        text += section("Open", open)
        return text + changes + next
    }

    /// Under each other recommendation in reach the smallest changes that lead to it.
    private var changes: String {
        let changes = logic.changes(from: answers)
        let words = ChangeWording(self.words, logic: logic)
        var text = ""
        for way in changes.ways {
            text += "  \(words.outcome(way.recommendation))\n"
            for change in way.changes { text += "    \(words.text(change))\n" }
            if let count = words.count(way) { text += "    \(count)\n" }
        }
        if let note = words.note(changes) { text += "  \(note)\n" }
        return text.isEmpty ? "" : "\n\(self.words.changesHeading)\n\(text)"
    }

    /// The open questions that matter, the most telling first.
    private var next: String {
        let ranking = logic.nextQuestions(given: answers)
        let words = ChangeWording(self.words, logic: logic)
        let rows = ranking.questions.map {
            [logic.questions[$0.question].name, words.gain($0), words.decisions($0)]
        }
        return rows.isEmpty ? "" : section("What to find out next", rows) + "  \(ranking.assumption)\n"
    }

    private func row(_ fired: FiredRule) -> [String] {
        let rule = logic.rules[fired.rule]
        let answer =
            logic.question(of: rule).flatMap { question in
                answers[question.id].map(question.type.text)
            } ?? ""
        return [
            logic.name(of: rule), answer, RuleWording(of: framework, in: .english).effect(fired, of: rule),
            "\(rule.location.file):\(rule.location.line)",
        ]
    }

    /// The rules of tables of one kind that made their table's result.
    private func rows(of role: DecisionTable.Role) -> [[String]] {
        verdict.firedRows(of: role, in: logic).map { fired in
            let table = logic.tables[fired.table]
            let row = table.rows[fired.row]
            return [
                table.name(of: row), "", table.outputText(of: row, in: .english),
                "\(row.location.file):\(row.location.line)",
            ]
        }
    }

    private func row(_ tally: Tally) -> [String] {
        let groups = [("for", tally.votesFor), ("against", tally.votesAgainst), ("open", tally.open)]
        let votes = groups.filter { !$0.1.isEmpty }.map { group, votes in
            "\(group): " + votes.map { "\($0.name) \($0.weight)" }.joined(separator: ", ")
        }
        return [tally.name, tally.total, votes.joined(separator: "; ")]
    }

    /// Each open question, and under it what its answers would leave.
    private var open: [[String]] {
        let dependences = Dependence.all(of: verdict, on: answers, in: framework, by: logic, saying: .english)
        return verdict.open.map { open in
            let question = logic.questions[open.question]
            let cases = dependences.first { $0.question == open.question }?.cases ?? []
            let outcomes = cases.map { "\($0.answer) → \($0.outcome)" }.joined(separator: " · ")
            return [
                question.name, question.ask,
                open.matters ? outcomes : "(cannot change what is recommended)",
            ]
        }
    }

    /// A heading and rows in columns as wide as they need.
    private func section(_ heading: String, _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        var text = "\n\(heading)\n"
        for row in rows {
            var line = "  "
            for (column, cell) in row.enumerated() {
                line +=
                    column == row.count - 1
                    ? cell : cell + String(repeating: " ", count: widths[column] - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        return text
    }
}
