import Decisions
import Languages
import Markdown
import Rules

/// What a report tells of other days than today: the answers over time, what was signed, and the record that followed.
extension ReportPage {
    /// The milestones, the earliest first, each with what changed; none where there is but one.
    func milestones(_ logic: Logic, in site: Site) -> [MilestoneContext] {
        let all = assessment.milestones
        guard all.count > 1 else { return [] }
        return all.indices.map { index in
            let verdict = logic.evaluate(all[index].values)
            let words = VerdictWording(verdict, of: framework, in: site.phrases)
            let before = index > 0 ? all[index - 1] : nil
            return MilestoneContext(
                date: site.date(all[index].date ?? assessment.date), label: words.label,
                headline: words.headline, sureness: words.sureness,
                changes: before.map { changes(from: $0, to: all[index], logic, in: site.phrases) } ?? [],
                isFirst: index == 0)
        }
    }

    private func changes(
        from old: Assessment.Milestone, to new: Assessment.Milestone, _ logic: Logic, in phrases: Phrases
    ) -> [MilestoneContext.Change] {
        logic.questions.compactMap { question in
            let text = { (milestone: Assessment.Milestone) in
                milestone.answers[question.id]?.value.map { phrases.answer($0, to: question.type) }
                    ?? phrases("report.unanswered")
            }
            let (then, now) = (text(old), text(new))
            return then == now ? nil : .init(question: question.name, old: then, new: now)
        }
    }

    /// What was signed beside what is recommended today; `nil` where nobody signed.
    func signed(_ verdict: Verdict?, in site: Site) -> SignedContext? {
        guard let verdict, let last = assessment.signings.last else { return nil }
        let latest = SigningWording(last, verdict, of: framework, in: site.phrases)
        return SignedContext(
            signings: assessment.signings.map { signing in
                let words = SigningWording(signing, verdict, of: framework, in: site.phrases)
                return SignedContext.Row(
                    date: site.date(signing.date), by: signing.by, recommendation: words.recommendation,
                    version: words.version)
            },
            signature: latest.signature, recommendation: latest.recommendation,
            presently: latest.presently,
            present: VerdictWording(verdict, of: framework, in: site.phrases).outcome,
            presentRules: SigningWording.presentRules(of: framework, in: site.phrases),
            version: SigningWording.version(framework.version, in: site.phrases),
            comparison: latest.comparison,
            agrees: latest.agreement == .same)
    }

    /// The records that this assessment led to, each with what was chosen.
    func followed(_ records: [Int], in site: Site) -> [FollowedContext] {
        let name = { (id: String) in framework.options.first { $0.id == id }?.name ?? id }
        return records.map { index in
            let record = site.model.records[index]
            let (recommended, chosen) = (record.recommended?.text, record.chosen?.text)
            return FollowedContext(
                line: site.line(of: index, on: path), recommended: recommended.map(name),
                chosen: chosen.map(name), agrees: chosen != nil && chosen == recommended,
                departure: record.departure)
        }
    }
}
