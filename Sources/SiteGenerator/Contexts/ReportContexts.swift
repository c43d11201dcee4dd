import Decisions

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
    let reason: String?
    let ruleURL: String
    let rule: String

    /// What the rule did.
    enum Kind: Sendable { case signal, against, gateOpen, gateClosed, start }

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
        .html("reason") { $0.reason },
        .text("ruleURL") { $0.ruleURL },
        .text("rule") { $0.rule },
    ])
}

/// An option that the answers favour and a gate forbids.
struct BlockedContext: PageContext {
    let option: String
    let gate: String
    let gateURL: String
    let answer: String

    static let fields = Fields<BlockedContext>([
        .text("option") { $0.option },
        .text("gate") { $0.gate },
        .text("gateURL") { $0.gateURL },
        .text("answer") { $0.answer },
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

    static let fields = Fields<OpenQuestionContext>([
        .text("id") { $0.id },
        .text("name") { $0.name },
        .text("ask") { $0.ask },
        .text("url") { "#" + SiteMap.address(of: $0.id) },
        .flag("matters") { $0.matters },
    ])
}

/// A question, its answer, and what the answer rests on.
struct AnswerContext: PageContext {
    let id: String
    let name: String
    let ask: String
    let answer: String?
    let struck: String?
    let evidence: String?
    let ruleURL: String
    let target: String

    static let fields = Fields<AnswerContext>([
        .text("id") { $0.id },
        .text("name") { $0.name },
        .text("ask") { $0.ask },
        .text("answer") { $0.answer ?? "unanswered" },
        .flag("isYes") { $0.answer == "yes" },
        .flag("isNo") { $0.answer == "no" },
        .flag("isOpen") { $0.answer == nil },
        .text("struck") { $0.struck },
        .html("evidence") { $0.evidence },
        .text("ruleURL") { $0.ruleURL },
        .text("target") { $0.target },
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
    let assessors: [String]
    let verdict: VerdictContext?
    let introduction: String?
    let reasons: [ReasonContext]
    let blocked: [BlockedContext]
    let possible: [PossibleContext]
    let open: [OpenQuestionContext]
    let comparison: ComparisonContext?
    let answers: [AnswerContext]
    let answeredCount: Int
    let questionCount: Int
    let leadsTo: String?
    let records: [RecordLineContext]
    let sourceFile: String

    static let fields = Fields<ReportPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .text("subject") { $0.subject },
        .object("framework") { $0.framework },
        .object("date") { $0.date },
        .text("assessors") { $0.assessors.joined(separator: ", ") },
        .object("verdict") { $0.verdict },
        .html("introduction") { $0.introduction },
        .list("reasons") { $0.reasons },
        .flag("hasReasons") { !$0.reasons.isEmpty },
        .list("blocked") { $0.blocked },
        .flag("hasBlocked") { !$0.blocked.isEmpty },
        .list("possible") { $0.possible },
        .flag("hasPossible") { !$0.possible.isEmpty },
        .list("openQuestions") { $0.open },
        .flag("hasOpen") { !$0.open.isEmpty },
        .object("comparison") { $0.comparison },
        .list("answers") { $0.answers },
        .text("answeredCount") { String($0.answeredCount) },
        .text("questionCount") { String($0.questionCount) },
        .text("leadsTo") { $0.leadsTo },
        .list("records") { $0.records },
        .flag("hasRecords") { !$0.records.isEmpty },
        .text("sourceFile") { $0.sourceFile },
    ])
}
