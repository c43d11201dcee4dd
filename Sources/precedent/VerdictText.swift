import Decisions
import Diagnostics
import Rules
import SiteGenerator

/// A verdict as `assess` prints it for people.
struct VerdictText {
    private let verdict: Verdict
    private let framework: Framework
    private let logic: Logic
    private let words: VerdictWording

    init(_ verdict: Verdict, framework: Framework, logic: Logic) {
        self.verdict = verdict
        self.framework = framework
        self.logic = logic
        words = VerdictWording(verdict, of: framework)
    }

    /// The whole text.
    var text: String {
        var text = "\(framework.title)\n\n"
        let qualifiers = words.qualifiers.map { " \($0)" } ?? ""
        text += "\(words.label): \(words.headline)\(qualifiers)\n"
        if let advice = words.advice { text += "\(advice)\n" }
        text += "\(words.sureness)\n"
        if !words.because.isEmpty { text += "\(words.because)\n" }
        if let leads = verdict.leadsTo, verdict.decided {
            text += "Where the answers may lead: \(leads.map(words.names).joined(separator: " or ")).\n"
        }
        text += section("Why", verdict.fired.map(row))
        text += section(
            "Blocked",
            verdict.blocked.map { blocked in
                [
                    framework.options[blocked.option].name,
                    "by " + blocked.gates.map { logic.questions[$0].name }.joined(separator: ", "),
                ]
            })
        text += section(
            "Open",
            verdict.open.map { open in
                let question = logic.questions[open.question]
                return [question.name, question.ask, open.matters ? "" : "(no longer matters)"]
            })
        return text
    }

    private func row(_ fired: FiredRule) -> [String] {
        let rule = logic.rules[fired.rule]
        let closed = if case .closedGate = fired.effect { true } else { false }
        return [
            logic.questions[rule.question].name, closed ? "no" : "yes",
            closed ? "closes: \(rule.targetText)" : "→ \(rule.targetText)",
            "\(rule.location.file):\(rule.location.line)",
        ]
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
