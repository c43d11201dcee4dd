import Decisions
import Rules

/// How two versions differ, as `diff --json` prints it. The README documents the fields; they are a contract.
struct DiffOutput: Encodable {
    let extent: String
    let unchanged: Double
    let added: [String]
    let removed: [String]
    let retyped: [String]
    let changes: [Change]
    let flips: [Flip]
    let misfits: [Misfit]

    struct Change: Encodable {
        let old: [String]?
        let new: [String]?
        let share: Double
        let shareLeftOut: Double
        let regions: [Region]
    }

    struct Region: Encodable {
        let situations: String
        let share: Double
        let witness: String
    }

    struct Flip: Encodable {
        let assessment: String
        let file: String
        let old: [[String]]
        let new: [[String]]
    }

    struct Misfit: Encodable {
        let assessment: String
        let file: String
        let question: String
        let answer: String
    }

    init(_ difference: VersionDifference) {
        let (oldLogic, newLogic) = (difference.oldLogic, difference.newLogic)
        let comparison = difference.comparison
        extent = comparison.extent.rawValue
        unchanged = comparison.unchanged
        added = comparison.added.map { newLogic.questions[$0].id }
        removed = comparison.removed.map { oldLogic.questions[$0].id }
        retyped = comparison.retyped.map { newLogic.questions[$0.new].id }
        changes = comparison.changes.map { change in
            Change(
                old: change.old?.ids(oldLogic), new: change.new?.ids(newLogic), share: change.share,
                shareLeftOut: change.shareLeftOut,
                regions: change.regions.map {
                    Region(situations: $0.situations, share: $0.share, witness: $0.witness)
                })
        }
        flips = difference.flips.map { flipped in
            Flip(
                assessment: flipped.assessment.id, file: flipped.assessment.file.pathInSite,
                old: flipped.flip.old.possible.map { $0.ids(oldLogic) },
                new: flipped.flip.new.possible.map { $0.ids(newLogic) })
        }
        misfits = difference.misfits.map {
            Misfit(
                assessment: $0.assessment.id, file: $0.assessment.file.pathInSite, question: $0.question.id,
                answer: $0.answer)
        }
    }
}
