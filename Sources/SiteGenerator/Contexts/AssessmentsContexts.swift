/// What answers come to.
struct VerdictContext: PageContext {
    let isDecided: Bool
    let isNothing: Bool
    let isTie: Bool
    let isStartingPoint: Bool
    let label: String
    let headline: String
    let qualifiers: String?
    let sureness: String
    let because: String
    let advice: String?
    let caveats: [OptionNoteContext]
    let next: [OptionNoteContext]
    /// Where there is more to read of what is recommended.
    let more: [OptionNoteContext]

    static let fields = Fields<VerdictContext>([
        .flag("decided") { $0.isDecided },
        .flag("open") { !$0.isDecided },
        .flag("nothing") { $0.isNothing },
        .flag("tie") { $0.isTie },
        .flag("startingPoint") { $0.isStartingPoint },
        .text("label") { $0.label },
        .text("headline") { $0.headline },
        .text("qualifiers") { $0.qualifiers },
        .text("sureness") { $0.sureness },
        .text("because") { $0.because },
        .text("advice") { $0.advice },
        .list("caveats") { $0.caveats },
        .list("next") { $0.next },
        .list("more") { $0.more },
    ])
}

/// An assessment in a list.
struct AssessmentLineContext: PageContext {
    let title: String
    let url: String
    let date: DateContext?
    let verdict: VerdictContext?

    static let fields = Fields<AssessmentLineContext>([
        .html("title") { $0.title },
        .text("url") { $0.url },
        .object("date") { $0.date },
        .object("verdict") { $0.verdict },
    ])
}

/// The list of assessments.
struct AssessmentsPageContext: WholePageContext {
    let common: CommonContext
    /// What a file of the author's says on the page: its title and its id, and all else.
    let anchor: String?
    let heading: String?
    let introduction: String?
    let groups: [Group]
    let hasFrameworks: Bool

    /// The assessments of one framework.
    struct Group: PageContext {
        let id: String
        let title: String
        let url: String
        let summary: String
        let assessments: [AssessmentLineContext]

        static let fields = Fields<Group>([
            .text("id") { $0.id },
            .html("title") { $0.title },
            .text("url") { $0.url },
            .text("summary") { $0.summary },
            .list("assessments") { $0.assessments },
        ])
    }

    static let fields = Fields<AssessmentsPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .html("introduction") { $0.introduction },
        .list("groups") { $0.groups },
        .flag("hasGroups") { !$0.groups.isEmpty },
        .flag("hasFrameworks") { $0.hasFrameworks },
    ])
}
