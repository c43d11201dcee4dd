import Decisions
import Diagnostics
import Languages
import Rules
import SiteGenerator

/// A decision record as an assessment leads to it: its options, the reasons, the answers and what would change it, in
/// MADR 4, for its authors to finish.
struct RecordDraft {
    private let values: RecordTemplate.Values
    private let reference: String
    private let assessment: Assessment
    private let milestone: Assessment.Milestone
    private let framework: Framework
    private let logic: Logic
    private let verdict: Verdict
    private let words: VerdictWording

    /// - Throws: `UsageError` where there is no such assessment, or no rules to judge it by.
    init(_ values: RecordTemplate.Values, assessment name: String, of loaded: LoadedSite) throws {
        guard let found = loaded.model.assessment(called: name) else {
            let known = loaded.model.assessments.map(\.id)
            throw UsageError(
                message: "no assessment is called '\(name)'\n  help: "
                    + (didYouMean(name, among: known)
                        ?? (known.isEmpty
                            ? "this site has none" : "the assessments are \(known.joined(separator: ", "))"))
            )
        }
        guard let framework = loaded.model.framework(found.assessment.framework),
            let logic = loaded.model.logic(of: found.assessment),
            let verdict = loaded.model.verdict(of: found.assessment, at: found.milestone)
        else {
            throw UsageError(message: "'\(name)' cannot be judged\n  help: 'precedent check' says why")
        }
        self.values = values
        let day = found.milestone.date ?? found.assessment.date
        // Its answers may change, and then no longer be what was decided by.
        reference = day.map { "\(found.assessment.id)@\($0.iso)" } ?? name
        (assessment, milestone) = found
        self.framework = framework
        self.logic = logic
        self.verdict = verdict
        words = VerdictWording(verdict, of: framework, in: .english)
    }

    /// The text.
    var bytes: [UInt8] {
        var text =
            "---\nstatus: \(values.statusScalar ?? "proposed")\ndate: \(values.day.iso)\nassessment: \(reference)\n"
        if let option = recommended { text += "recommended: \(option.id)\nchosen: \(option.id)\n" }
        text += "---\n# \(values.title)\n\n## Context and Problem Statement\n\n"
        text += "<!-- What has to be decided, and what makes it hard? -->\n\n"
        text += "*\(assessment.title)* was assessed by *\(framework.title)*:\n\n" + answers
        text += "\n## Considered Options\n\n"
        text += framework.options.map { "* \($0.name)\($0.summary.map { ": \($0)" } ?? "")\n" }.joined()
        text += "\n## Decision Outcome\n\n" + outcome
        text +=
            "\n### Consequences\n\n" + (consequences.isEmpty ? "* <!-- Good, because … -->\n" : consequences)
        if !prosAndCons.isEmpty { text += "\n## Pros and Cons of the Options\n" + prosAndCons }
        return Array((text + change).utf8)
    }

    /// The one option that is recommended for certain.
    private var recommended: FrameworkOption? {
        guard verdict.decided, verdict.recommendations.count == 1, let only = verdict.recommendations.first
        else { return nil }
        return framework.options[only.option]
    }

    private var answers: String {
        "| Question | Answer | Evidence |\n| --- | --- | --- |\n"
            + logic.askedQuestions.map { question in
                let answer = milestone.answers[question.id]
                let value = answer?.value.map { question.type.text($0) } ?? "?"
                let cell = answer?.evidence?.cell ?? ""
                return "| \(Self.cell(question.name)) | \(Self.cell(value)) | \(cell) |\n"
            }.joined()
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

    private var outcome: String {
        let chosen =
            recommended.map {
                "Chosen option: \"\($0.name)\", because the assessment recommends it. \(words.because)"
            }
            ?? "<!-- Chosen option: \"NAME\", because … -->\n\n\(words.label) \(words.headline). \(words.because)"
        let rules = verdict.fired.map { fired in
            let rule = logic.rules[fired.rule]
            let answer = logic.question(of: rule).flatMap { question in
                milestone.values[question.id].map(question.type.text)
            }
            return "* \(logic.name(of: rule))\(answer.map { ": \($0)" } ?? "") → "
                + RuleWording(of: framework, in: .english).effect(fired, of: rule) + "\n"
        }
        return chosen + "\n" + (rules.isEmpty ? "" : "\n" + rules.joined())
    }

    private var consequences: String {
        guard let recommended else { return "" }
        return (recommended.caveat.map { "* Bad, because: \($0)\n" } ?? "")
            + (recommended.next.map { "* The first step: \($0)\n" } ?? "")
    }

    private var prosAndCons: String {
        words.tallies.filter { !$0.votesFor.isEmpty || !$0.votesAgainst.isEmpty }.map { tally in
            "\n### \(tally.name)\n\n" + tally.votesFor.map { vote($0, "Good") }.joined()
                + tally.votesAgainst.map { vote($0, "Bad") }.joined()
        }.joined()
    }

    /// "Good, because Writes is 40 writes/s: last December's peak".
    private func vote(_ vote: Tally.Vote, _ judgement: String) -> String {
        let question = vote.question.map { logic.questions[$0] }
        let answer = question.flatMap { milestone.answers[$0.id] }
        let value = answer?.value.flatMap { value in question.map { $0.type.text(value) } }
        let evidence = answer?.evidence?.cell ?? ""
        return
            "* \(judgement), because \(vote.name)\(value.map { " is \($0)" } ?? "")\(evidence.isEmpty ? "" : ": \(evidence)")\n"
    }

    private var change: String {
        let changes = logic.changes(from: milestone.values)
        let wording = ChangeWording(words, logic: logic)
        let ways = changes.ways.filter { $0.recommendation.options.count < 2 }.map { way in
            "* \(wording.outcome(way.recommendation))\n"
                + way.changes.map { "  * \(wording.text($0))\n" }.joined()
        }.joined()
        let open = verdict.open.filter(\.matters).map {
            "* \(logic.questions[$0.question].ask) is still open\n"
        }
        guard !ways.isEmpty || !open.isEmpty else { return "" }
        return "\n## More Information\n\n### What would change this\n\n" + ways + open.joined()
    }
}
