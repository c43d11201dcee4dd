import Decisions
import Languages
import Rules
import SiteGenerator

/// A stored assessment that two versions judge differently.
struct FlippedAssessment {
    let assessment: Assessment
    let flip: LogicComparison.Flip
}

/// A stored answer that fits the old version and not the new one, to which it is open or says something else.
struct MisfitAnswer {
    let assessment: Assessment
    /// The question, in the new version.
    let question: Question
    /// The answer as the old version reads it, with its unit.
    let answer: String
}

extension LogicComparison {
    /// The answers to questions of both versions that the new one cannot read, or reads in another unit or type.
    func misfits(
        old: Answers, new: Answers, _ oldLogic: Logic, _ newLogic: Logic
    ) -> [(question: Question, answer: String)] {
        let isRetyped = Set(retyped.map(\.new))
        return (matched + retyped).sorted { $0.new < $1.new }.compactMap { pair in
            let (before, after) = (oldLogic.questions[pair.old], newLogic.questions[pair.new])
            guard let answer = old[before.id], isRetyped.contains(pair.new) || new[after.id] == nil else {
                return nil
            }
            return (after, before.type.text(answer))
        }
    }
}

/// How two versions of a framework differ, and whom that concerns.
struct VersionDifference {
    let comparison: LogicComparison
    let old: Framework
    let oldLogic: Logic
    let new: Framework
    let newLogic: Logic
    let flips: [FlippedAssessment]
    let misfits: [MisfitAnswer]

    /// As `diff` prints it for people.
    func text(oldName: String, newName: String) -> String {
        var text = "\(new.title): \(oldName) → \(newName)\n\n"
        switch comparison.extent {
        case .notAnalysed:
            text +=
                "Too much depends on each other to compare all answers. What follows holds for stored assessments alone.\n"
        case .exact, .cautious:
            text +=
                comparison.changes.isEmpty
                ? "No answers lead to another recommendation.\n"
                : "\(Self.percent(comparison.unchanged)) of all situations lead where they led before.\n"
        }
        if comparison.extent == .cautious {
            text +=
                "A condition reckons with several answers at once: some of these situations may be none that answers bring about.\n"
        }
        for line in questions { text += "\(line)\n" }
        for change in comparison.changes { text += "\n" + self.text(change) }
        if let start = comparison.start {
            text += "\nAsked where to start: \(name(start.old, old)) → \(name(start.new, new))\n"
        }
        text += flips.isEmpty ? "\nNo stored assessment flips.\n" : "\nStored assessments that flip\n"
        for flipped in flips {
            text +=
                "  \(flipped.assessment.title): \(VerdictWording(flipped.flip.old, of: old, in: .english).outcome)"
            text += " → \(VerdictWording(flipped.flip.new, of: new, in: .english).outcome)"
            text += "  \(flipped.assessment.file.pathInSite)\n"
        }
        if !misfits.isEmpty { text += "\nStored answers that no longer fit\n" }
        for misfit in misfits {
            text += "  \(misfit.assessment.title): \(misfit.question.name) \(misfit.answer)"
            text += ", now \(misfit.question.type.description)  \(misfit.assessment.file.pathInSite)\n"
        }
        return text
    }

    /// "Not asked any more: Budget"
    private var questions: [String] {
        let removed = comparison.removed.map { oldLogic.questions[$0].name }
        let added = comparison.added.map { newLogic.questions[$0].name }
        let retyped = comparison.retyped.map { newLogic.questions[$0.new].name }
        return [
            ("Asked anew", added), ("Not asked any more", removed),
            ("Answered otherwise than before", retyped),
        ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" }
    }

    private func text(_ change: LogicComparison.Change) -> String {
        var text = "\(outcome(change.old, old, oldLogic)) → \(outcome(change.new, new, newLogic))"
        text += ": \(Self.percent(change.share)) of all situations\n"
        for region in change.regions {
            text += "  \(region.situations)\n"
            if region.witness != region.situations { text += "    for example \(region.witness)\n" }
        }
        if change.shareLeftOut > 1e-9 {
            text += "  and others, \(Self.percent(change.shareLeftOut)) of all situations\n"
        }
        return text
    }

    private func outcome(_ recommendation: Recommendation?, _ framework: Framework, _ logic: Logic) -> String
    {
        guard let recommendation else { return "no such answers" }
        let words = VerdictWording(logic.evaluate(Answers()), of: framework, in: .english)
        return ChangeWording(words, logic: logic).outcome(recommendation)
    }

    private func name(_ option: Int?, _ framework: Framework) -> String {
        option.map { framework.options[$0].name } ?? "nobody can ask"
    }

    /// "12.5 %", "under 0.1 %".
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        if tenths == 0, share > 0 { return "under 0.1 %" }
        if tenths == 1000, share < 1 { return "over 99.9 %" }
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}
