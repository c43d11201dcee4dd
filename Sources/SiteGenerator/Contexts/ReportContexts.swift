import Decisions
import Rules
/// The framework that a report rests on.
struct ReportFrameworkContext: PageContext {
    let title: String
    let url: String
    let version: String?

    static let fields = Fields<ReportFrameworkContext>([
        .html("title") { $0.title },
        .text("url") { $0.url },
        .text("version") { $0.version },
    ])
}

/// A rule that an answer set off.
struct ReasonContext: PageContext {
    let question: String
    let url: String
    let answer: String
    let effect: String
    let kind: Kind
    var reason: String?
    let ruleURL: String

    /// The same with its HTML made into other HTML.
    func mapped(_ change: (String) -> String) -> ReasonContext {
        var mapped = self
        mapped.reason = reason.map(change)
        return mapped
    }

    /// What the rule did.
    enum Kind: Sendable { case signal, against, gateOpen, gateClosed, start, row }

    static let fields = Fields<ReasonContext>([
        .text("question") { $0.question },
        .text("url") { $0.url },
        .text("answer") { $0.answer },
        .text("effect") { $0.effect },
        .flag("isFor") { $0.kind == .signal },
        .flag("isAgainst") { $0.kind == .against },
        .flag("isGateOpen") { $0.kind == .gateOpen },
        .flag("isGateClosed") { $0.kind == .gateClosed },
        .flag("isStart") { $0.kind == .start },
        .flag("isRow") { $0.kind == .row },
        .html("reason") { $0.reason },
        .text("ruleURL") { $0.ruleURL },
    ])
}

/// What the rules conclude from all that fired.
struct ConclusionContext: PageContext {
    let outcome: String
    let because: String
    /// Where the framework shows the rules in effect.
    let url: String

    static let fields = Fields<ConclusionContext>([
        .text("outcome") { $0.outcome },
        .text("because") { $0.because },
        .text("url") { $0.url },
    ])
}

/// An option's tally, and what it is the sum of.
struct TallyContext: PageContext {
    let tally: Tally
    let isRecommended: Bool
    /// The addresses of the framework's questions on the page, by index.
    let questions: [String]

    /// An answer that counts, with what parts it from the one before.
    struct Vote: PageContext {
        let vote: Tally.Vote
        let url: String
        let isFirst: Bool

        static let fields = Fields<Vote>([
            .text("name") { $0.vote.name },
            .text("weight") { $0.vote.weight },
            .text("url") { $0.url },
            .flag("first") { $0.isFirst },
        ])
    }

    private func votes(_ votes: [Tally.Vote]) -> [Vote] {
        votes.enumerated().map {
            Vote(vote: $1, url: $1.question.map { questions[$0] } ?? "#report.answers", isFirst: $0 == 0)
        }
    }

    static let fields = Fields<TallyContext>([
        .text("option") { $0.tally.name },
        .text("total") { $0.tally.total },
        .flag("recommended") { $0.isRecommended },
        .list("votesFor") { $0.votes($0.tally.votesFor) },
        .list("votesAgainst") { $0.votes($0.tally.votesAgainst) },
        .list("votesOpen") { $0.votes($0.tally.open) },
    ])
}

/// An option that is not recommended, and why.
struct LosingContext: PageContext {
    let option: String
    let why: String
    let isRuledOut: Bool

    static let fields = Fields<LosingContext>([
        .text("option") { $0.option },
        .text("why") { $0.why },
        .flag("ruledOut") { $0.isRuledOut },
    ])
}

/// A recommendation that is still possible.
struct PossibleContext: PageContext {
    let names: String
    let isNothing: Bool
    let isStartingPoint: Bool

    static let fields = Fields<PossibleContext>([
        .text("names") { $0.names },
        .flag("isNothing") { $0.isNothing },
        .flag("startingPoint") { $0.isStartingPoint },
    ])
}

/// A question that is not answered.
struct OpenQuestionContext: PageContext {
    let id: String
    let name: String
    let ask: String
    let matters: Bool
    let cases: [Case]

    /// What an answer would leave.
    struct Case: PageContext {
        let answer: String
        let outcome: String

        static let fields = Fields<Case>([
            .text("answer") { $0.answer },
            .text("outcome") { $0.outcome },
        ])
    }

    static let fields = Fields<OpenQuestionContext>([
        .text("id") { $0.id },
        .text("name") { $0.name },
        .text("ask") { $0.ask },
        .text("url") { "#" + SiteMap.address(of: $0.id) },
        .flag("matters") { $0.matters },
        .list("cases") { $0.cases },
        .flag("hasCases") { !$0.cases.isEmpty },
    ])
}

/// A question, its answer, and what the answer rests on.
struct AnswerContext: PageContext {
    let id: String
    let name: String
    let ask: String
    /// What is answered, where anything is, and what is said of it.
    let value: AnswerValue?
    let answer: String
    let struck: String?
    var evidence: String?
    let ruleURL: String
    let meaning: String
    /// Whether it asks about the reader: unanswered it is not asserted, and nothing is missing.
    let isWayOut: Bool

    /// The same with its HTML made into other HTML.
    func mapped(_ change: (String) -> String) -> AnswerContext {
        var mapped = self
        mapped.evidence = evidence.map(change)
        return mapped
    }

    static let fields = Fields<AnswerContext>([
        .text("id") { $0.id },
        .text("name") { $0.name },
        .text("ask") { $0.ask },
        .text("answer") { $0.answer },
        .flag("isYes") { $0.value?.text == "yes" },
        .flag("isNo") { $0.value?.text == "no" },
        .flag("isOpen") { $0.value == nil && !$0.isWayOut },
        .flag("isWayOut") { $0.isWayOut },
        .flag("isNotAsserted") { $0.value == nil && $0.isWayOut },
        .text("struck") { $0.struck },
        .html("evidence") { $0.evidence },
        .text("ruleURL") { $0.ruleURL },
        .text("meaning") { $0.meaning },
    ])
}

/// The report of an assessment.
struct ReportPageContext: WholePageContext {
    let common: CommonContext
    /// The id of the heading, where it is one of the document.
    let anchor: String?
    let heading: String
    let subject: String
    let framework: ReportFrameworkContext
    let date: DateContext?
    let assessors: String
    let verdict: VerdictContext?
    let introduction: String?
    let strongReasons: [StrongReasonContext]
    /// The answers behind those that are listed.
    let moreReasons: String?
    /// How far the recommendation is from another.
    let firmness: String?
    /// The rules that fired, in the order in which one follows from another.
    let steps: [ReasonContext]
    let conclusion: ConclusionContext?
    let tallies: [TallyContext]
    /// The same, drawn.
    let talliesPicture: String?
    let losing: [LosingContext]
    let losingHeading: String
    let losingNote: String?
    let possible: [PossibleContext]
    let ways: [WayContext]
    let waysHeading: String
    let waysNote: String?
    let open: [OpenQuestionContext]
    let openNote: String?
    let comparison: ComparisonContext?
    /// Whether the comparison's weights are the assessment's own.
    let hasOwnWeights: Bool
    let answers: [AnswerContext]
    let answeredCount: Int
    let questionCount: Int
    let leadsTo: String?
    let milestones: [MilestoneContext]
    /// The rules by which they are judged: "the present rules".
    let presentRules: String
    let signed: SignedContext?
    let followed: [FollowedContext]
    /// The links out of the site, for paper.
    let links: [LinkNoteContext]
    /// The page of the live assessment with these answers filled in.
    let tryURL: String?
    let sourceFile: String

    static let fields = Fields<ReportPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .text("subject") { $0.subject },
        .object("framework") { $0.framework },
        .object("date") { $0.date },
        .text("assessors") { $0.assessors },
        .object("verdict") { $0.verdict },
        .html("introduction") { $0.introduction },
        .list("strongReasons") { $0.strongReasons },
        .flag("hasStrongReasons") { !$0.strongReasons.isEmpty },
        .flag("hasDecisiveReasons") { $0.strongReasons.contains { $0.without != nil } },
        .text("moreReasons") { $0.moreReasons },
        .text("firmness") { $0.firmness },
        .list("steps") { $0.steps },
        .flag("hasSteps") { !$0.steps.isEmpty },
        .object("conclusion") { $0.conclusion },
        .list("tallies") { $0.tallies },
        .flag("hasTallies") { !$0.tallies.isEmpty },
        .html("talliesPicture") { $0.talliesPicture },
        .flag("hasVotesAgainst") { $0.tallies.contains { !$0.tally.votesAgainst.isEmpty } },
        .flag("hasOpenVotes") { $0.tallies.contains { !$0.tally.open.isEmpty } },
        .list("losing") { $0.losing },
        .flag("hasLosing") { !$0.losing.isEmpty },
        .text("losingHeading") { $0.losingHeading },
        .text("losingNote") { $0.losingNote },
        .list("possible") { $0.possible },
        .flag("hasPossible") { !$0.possible.isEmpty },
        .list("ways") { $0.ways },
        .text("waysHeading") { $0.waysHeading },
        .text("waysNote") { $0.waysNote },
        .flag("hasWays") { !$0.ways.isEmpty || $0.waysNote != nil },
        .list("openQuestions") { $0.open },
        .text("openNote") { $0.openNote },
        .flag("hasOpen") { !$0.open.isEmpty },
        .object("comparison") { $0.comparison },
        .flag("hasOwnWeights") { $0.hasOwnWeights },
        .list("answers") { $0.answers },
        .text("answeredCount") { String($0.answeredCount) },
        .text("questionCount") { String($0.questionCount) },
        .text("leadsTo") { $0.leadsTo },
        .list("milestones") { $0.milestones },
        .flag("hasMilestones") { !$0.milestones.isEmpty },
        .text("presentRules") { $0.presentRules },
        .object("signed") { $0.signed },
        .list("followed") { $0.followed },
        .flag("hasFollowed") { !$0.followed.isEmpty },
        .list("linkNotes") { $0.links },
        .flag("hasLinkNotes") { !$0.links.isEmpty },
        .text("tryURL") { $0.tryURL },
        .text("sourceFile") { $0.sourceFile },
    ])
}
