/// An answer that the recommendation rests on.
struct StrongReasonContext: PageContext {
    let question: String
    let url: String
    let answer: String
    let effect: String
    /// What would be possible without it; `nil` where the recommendation stands all the same.
    let without: String?

    static let fields = Fields<StrongReasonContext>([
        .text("question") { $0.question },
        .text("url") { $0.url },
        .text("answer") { $0.answer },
        .text("effect") { $0.effect },
        .text("without") { $0.without },
        .flag("decisive") { $0.without != nil },
    ])
}

/// What was signed, and what is recommended now.
struct SignedContext: PageContext {
    let signings: [Row]
    /// The last sign-off: "Signed 28 November 2026 by Kim Larsen", and what it was for.
    let signature: String
    let recommendation: String
    /// "By the rules of version 1.1", and what comes of it now.
    let presently: String
    let present: String
    let presentRules: String
    let version: String
    /// How the last sign-off compares with what comes of it now.
    let comparison: String
    let agrees: Bool

    /// One sign-off.
    struct Row: PageContext {
        let date: DateContext?
        let by: String?
        let recommendation: String
        let version: String

        static let fields = Fields<Row>([
            .object("date") { $0.date },
            .text("by") { $0.by },
            .text("recommendation") { $0.recommendation },
            .text("version") { $0.version },
        ])
    }

    static let fields = Fields<SignedContext>([
        .list("signings") { $0.signings },
        .text("signature") { $0.signature },
        .text("recommendation") { $0.recommendation },
        .text("presently") { $0.presently },
        .text("present") { $0.present },
        .text("presentRules") { $0.presentRules },
        .text("version") { $0.version },
        .text("comparison") { $0.comparison },
        .flag("agrees") { $0.agrees },
    ])
}

/// The answers on one day, judged by the present rules.
struct MilestoneContext: PageContext {
    let date: DateContext?
    let label: String
    let headline: String
    let sureness: String
    let changes: [Change]
    let isFirst: Bool

    /// An answer that is another than the time before.
    struct Change: PageContext {
        let question: String
        let old: String
        let new: String

        static let fields = Fields<Change>([
            .text("question") { $0.question },
            .text("old") { $0.old },
            .text("new") { $0.new },
        ])
    }

    static let fields = Fields<MilestoneContext>([
        .object("date") { $0.date },
        .text("label") { $0.label },
        .text("headline") { $0.headline },
        .text("sureness") { $0.sureness },
        .list("changes") { $0.changes },
        .flag("hasChanges") { !$0.changes.isEmpty },
        .flag("first") { $0.isFirst },
    ])
}

/// A record that an assessment led to.
struct FollowedContext: PageContext {
    let line: RecordLineContext
    let recommended: String?
    let chosen: String?
    let agrees: Bool
    /// Why something else was chosen than recommended.
    let departure: String?

    static let fields = Fields<FollowedContext>([
        .object("record") { $0.line },
        .text("recommended") { $0.recommended },
        .text("chosen") { $0.chosen },
        .flag("agrees") { $0.agrees },
        .text("departure") { $0.departure },
    ])
}
