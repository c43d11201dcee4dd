import Diagnostics
import Markdown
public import Rules

/// Checks what records say of assessments: that they are there, that options are known, that a departure has its
/// reason, and that a choice in force is still what its assessment recommends. All are warnings.
struct RecordCheck {
    private let model: DecisionModel

    init(_ model: DecisionModel) { self.model = model }

    func problems() -> [Diagnostic] {
        model.records.filter { $0.assessment != nil }.flatMap { record -> [Diagnostic] in
            guard let written = record.assessment, let (assessment, _) = model.assessment(of: record) else {
                return record.assessment.map { [Messages.unknownAssessment($0, model.assessments.map(\.id))] }
                    ?? []
            }
            // A framework without options is in error itself.
            guard let framework = model.framework(assessment.framework), !framework.options.isEmpty else {
                return []
            }
            let options = framework.options.map(\.id)
            var found = [record.recommended, record.chosen].compactMap { $0 }.compactMap { option in
                option.text.flatMap {
                    options.contains($0) ? nil : Messages.unknownOption(option, $0, options)
                }
            }
            if !found.isEmpty { return found }
            let recommended = record.recommended?.text
            if let chosen = record.chosen, let recommended, chosen.text != recommended,
                record.departure == nil
            {
                found.append(Messages.departure(chosen, recommended))
            }
            if let drift = drift(record, assessment, framework, written) { found.append(drift) }
            return found
        }
    }

    private func drift(
        _ record: DecisionRecord, _ assessment: Assessment, _ framework: Framework, _ written: Metadata
    ) -> Diagnostic? {
        guard record.status?.group == .inForce, let recommended = record.recommended?.text,
            let verdict = model.drift(of: record, from: [recommended], assessment, framework)
        else { return nil }
        let today = verdict.recommendations.map { framework.options[$0.option].id }
        return Messages.drift(record.recommended ?? written, recommended, today)
    }
}

extension DecisionModel {
    /// What an assessment recommends by now, where that is certain, is another thing than a record was decided by, and has been
    /// seen in no review.
    /// - Parameter then: the ids of the options that were recommended.
    public func drift(
        of record: DecisionRecord, from then: [String], _ assessment: Assessment, _ framework: Framework
    ) -> Verdict? {
        guard let verdict = verdict(of: assessment), verdict.decided,
            verdict.recommendations.map({ framework.options[$0.option].id }) != then,
            !Self.isSeen(record, assessment, framework)
        else { return nil }
        return verdict
    }

    /// Whether a review was later than all that it could have drifted by.
    private static func isSeen(_ record: DecisionRecord, _ assessment: Assessment, _ framework: Framework)
        -> Bool
    {
        let changes = [record.date, assessment.date, assessment.latest.date, framework.date]
        guard let last = changes.compactMap({ $0 }).max() else { return !record.reviews.isEmpty }
        return record.reviews.contains { $0.date >= last && $0.date != record.date }
    }
}

private enum Messages {
    static func unknownAssessment(_ written: Metadata, _ known: [String]) -> Diagnostic {
        let name = AssessmentReference(written.text ?? "").id
        return Diagnostic(
            "unknown-assessment", .warning, at: written.location, "no assessment is called '\(name)'",
            suggestion: didYouMean(name, among: known)
                ?? (known.isEmpty
                    ? "this site has none" : "the assessments are \(known.joined(separator: ", "))"))
    }

    static func unknownOption(_ written: Metadata, _ name: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "unknown-option", .warning, at: written.location, "no option has the id '\(name)'",
            suggestion: didYouMean(name, among: known) ?? "the options are \(known.joined(separator: ", "))")
    }

    static func departure(_ chosen: Metadata, _ recommended: String) -> Diagnostic {
        Diagnostic(
            "departure-without-reason", .warning, at: chosen.location,
            "'\(chosen.text ?? "")' was chosen where '\(recommended)' was recommended, and nothing says why",
            suggestion: "write 'departure: …' in the front matter")
    }

    static func drift(_ written: Metadata, _ recommended: String, _ today: [String]) -> Diagnostic {
        let now = today.isEmpty ? "nothing" : today.map { "'\($0)'" }.joined(separator: " and ")
        return Diagnostic(
            "drift", .warning, at: written.location,
            "'\(recommended)' was recommended then, and today the assessment recommends \(now)",
            suggestion: "review the decision, and note it under 'reviewed:'")
    }
}
