import Decisions
import Markdown

/// A framework in a list.
struct FrameworkLineContext: PageContext {
    let title: String
    let url: String
    let summary: String?
    let category: String?
    let optionNames: String
    let assessmentCount: String
    let date: DateContext?
    let version: String?

    static let fields = Fields<FrameworkLineContext>([
        .html("title") { $0.title },
        .text("url") { $0.url },
        .text("summary") { $0.summary },
        .text("category") { $0.category },
        .text("optionNames") { $0.optionNames },
        .text("assessmentCount") { $0.assessmentCount },
        .object("date") { $0.date },
        .text("version") { $0.version },
    ])
}

/// A comparison table.
struct ComparisonContext: PageContext {
    let factorHeading: String
    /// The header of the weights, where it is a weighted matrix.
    let weightHeading: String?
    let columns: [Column]
    let rows: [Row]
    /// How far its weights can move, drawn.
    let picture: String?
    /// The options with the highest total.
    let leaders: String?

    /// The same with its HTML made into other HTML, as a reader comes to it.
    func mapped(_ change: (String) -> String) -> ComparisonContext {
        ComparisonContext(
            factorHeading: change(factorHeading), weightHeading: weightHeading.map(change),
            columns: columns.map { Column(heading: change($0.heading), mark: $0.mark, total: $0.total) },
            rows: rows.map { row in
                let factor = change(row.factor)
                return Row(
                    id: row.id, factor: factor, weight: row.weight, stability: row.stability,
                    questions: row.questions,
                    cells: row.cells.map {
                        Cell(html: change($0.html), option: $0.option, isRecommended: $0.isRecommended)
                    })
            }, picture: picture, leaders: leaders)
    }

    /// A column: an option, and how the recommendation bears on it.
    struct Column: PageContext {
        let heading: String
        /// "Recommended", or "Part of Hybrid"; `nil` where the option is not in the recommendation.
        let mark: String?
        /// Its total, where the comparison is a weighted matrix.
        let total: String?

        static let fields = Fields<Column>([
            .html("heading") { $0.heading },
            .text("total") { $0.total },
            .flag("recommended") { $0.mark != nil },
            .text("mark") { $0.mark },
        ])
    }

    /// A row: a factor.
    struct Row: PageContext {
        let id: String
        let factor: String
        /// How much it counts, and how far that can move before the winner changes; where it is a weighted matrix.
        let weight: String?
        let stability: String?
        let questions: [LinkContext]
        let cells: [Cell]

        static let fields = Fields<Row>([
            .text("id") { $0.id },
            .html("factor") { $0.factor },
            .text("weight") { $0.weight },
            .text("stability") { $0.stability },
            .list("questions") { $0.questions },
            .list("cells") { $0.cells },
        ])
    }

    /// A cell: what the factor is for the option.
    struct Cell: PageContext {
        let html: String
        let option: String
        let isRecommended: Bool

        static let fields = Fields<Cell>([
            .html("html") { $0.html },
            .text("option") { $0.option },
            .flag("recommended") { $0.isRecommended },
        ])
    }

    static let fields = Fields<ComparisonContext>([
        .html("factorHeading") { $0.factorHeading },
        .html("weightHeading") { $0.weightHeading },
        .flag("isMatrix") { $0.weightHeading != nil },
        .list("columns") { $0.columns },
        .list("rows") { $0.rows },
        .html("picture") { $0.picture },
        .text("leaders") { $0.leaders },
        .flag("anyRecommended") { $0.columns.contains { $0.mark != nil } },
    ])
}

/// A checklist.
struct ChecklistContext: PageContext {
    let isOrdered: Bool
    let start: Int
    let items: [Item]

    /// A question and what a *yes* means.
    struct Item: PageContext {
        let id: String
        let number: Int
        let name: String?
        let question: String
        /// Whether it takes an answer.
        let asks: Bool
        let target: String
        let option: String
        let kind: Kind
        let qualifier: String?
        let weight: String?
        let reason: String?
        let line: Int

        /// What a rule is.
        enum Kind: Sendable { case signal, against, gate, fallback }

        static let fields = Fields<Item>([
            .text("id") { $0.id },
            .text("number") { String($0.number) },
            .html("name") { $0.name },
            .html("question") { $0.question },
            .flag("asks") { $0.asks },
            .text("target") { $0.target },
            .text("option") { $0.option },
            .flag("isSignal") { $0.kind == .signal },
            .flag("isAgainst") { $0.kind == .against },
            .flag("isGate") { $0.kind == .gate },
            .flag("isFallback") { $0.kind == .fallback },
            .text("qualifier") { $0.qualifier },
            .text("weight") { $0.weight },
            .html("reason") { $0.reason },
            .text("line") { String($0.line) },
        ])
    }

    static let fields = Fields<ChecklistContext>([
        .flag("ordered") { $0.isOrdered },
        .text("start") { String($0.start) },
        .list("items") { $0.items },
    ])
}

/// A stretch of the article.
struct PartContext: PageContext {
    let prose: String?
    let comparison: ComparisonContext?
    let checklist: ChecklistContext?
    let questions: QuestionsContext?
    let decisionTable: DecisionTableContext?

    init(
        prose: String? = nil, comparison: ComparisonContext? = nil, checklist: ChecklistContext? = nil,
        questions: QuestionsContext? = nil, decisionTable: DecisionTableContext? = nil
    ) {
        self.prose = prose
        self.comparison = comparison
        self.checklist = checklist
        self.questions = questions
        self.decisionTable = decisionTable
    }

    static let fields = Fields<PartContext>([
        .html("prose") { $0.prose },
        .object("comparison") { $0.comparison },
        .object("checklist") { $0.checklist },
        .object("questionsTable") { $0.questions },
        .object("decisionTable") { $0.decisionTable },
    ])
}

/// An option of a framework.
struct OptionContext: PageContext {
    let id: String
    /// The id of its place on the page.
    let anchor: String
    let name: String
    let summary: String?
    let caveat: String?
    let next: String?
    let url: String?
    let combines: String?

    /// Whether there is more to say of it than its name.
    var hasNotes: Bool { [summary, caveat, next, url, combines].contains { $0?.isEmpty == false } }

    static let fields = Fields<OptionContext>([
        .text("id") { $0.id },
        .text("anchor") { $0.anchor },
        .text("anchorURL") { "#" + SiteMap.address(of: $0.anchor) },
        .text("name") { $0.name },
        .text("summary") { $0.summary },
        .text("caveat") { $0.caveat },
        .text("next") { $0.next },
        .text("url") { $0.url },
        .text("combines") { $0.combines },
        .flag("hasNotes") { $0.hasNotes },
    ])
}

/// A row of the rules in effect.
struct RuleContext: PageContext {
    let number: Int
    let when: String
    let then: String
    let source: LinkContext?

    static let fields = Fields<RuleContext>([
        .text("number") { String($0.number) },
        .text("when") { $0.when },
        .text("then") { $0.then },
        .object("source") { $0.source },
    ])
}

/// A framework's page.
struct FrameworkPageContext: WholePageContext {
    let common: CommonContext
    /// The id of the heading, where it is one of the document.
    let anchor: String?
    let heading: String
    let standfirst: String?
    let category: String?
    let date: DateContext?
    let version: String?
    let readingTime: String
    let contents: TableOfContents
    let parts: [PartContext]
    let options: [OptionContext]
    let rules: [RuleContext]
    /// The table that recommends; `nil` where the rules in effect do.
    let recommendedBy: LinkContext?
    let map: MapContext?
    /// Where its assessments stand side by side; `nil` where there are none.
    let portfolioURL: String?
    let assessments: [AssessmentLineContext]
    let assessmentSummary: String
    /// The page of the live assessment.
    let assessURL: String?
    let command: String
    let sourceFile: String

    static let fields = Fields<FrameworkPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .text("standfirst") { $0.standfirst },
        .text("category") { $0.category },
        .object("date") { $0.date },
        .text("version") { $0.version },
        .text("readingTime") { $0.readingTime },
        .html("contents") { $0.contents.html },
        .flag("hasContents") { $0.contents.count >= 3 },
        .list("parts") { $0.parts },
        .list("options") { $0.options },
        .flag("hasOptions") { !$0.options.isEmpty },
        .list("notedOptions") { $0.options.filter(\.hasNotes) },
        .flag("hasOptionNotes") { $0.options.contains(where: \.hasNotes) },
        .list("rules") { $0.rules },
        .flag("hasRules") { !$0.rules.isEmpty },
        .object("map") { $0.map },
        .text("portfolioURL") { $0.portfolioURL },
        .object("recommendedBy") { $0.recommendedBy },
        .list("assessments") { $0.assessments },
        .flag("hasAssessments") { !$0.assessments.isEmpty },
        .text("assessmentSummary") { $0.assessmentSummary },
        .text("assessURL") { $0.assessURL },
        .text("command") { $0.command },
        .text("sourceFile") { $0.sourceFile },
    ])
}

/// The list of frameworks.
struct FrameworksPageContext: WholePageContext {
    let common: CommonContext
    /// What a file of the author's says on the page: its title and its id, and all else.
    let anchor: String?
    let heading: String?
    let introduction: String?
    let frameworks: [FrameworkLineContext]

    static let fields = Fields<FrameworksPageContext>.page([
        .text("anchor") { $0.anchor },
        .html("heading") { $0.heading },
        .html("introduction") { $0.introduction },
        .list("frameworks") { $0.frameworks },
        .flag("hasFrameworks") { !$0.frameworks.isEmpty },
    ])
}
