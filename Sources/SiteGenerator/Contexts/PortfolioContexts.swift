/// All assessments of a framework side by side.
struct PortfolioPageContext: WholePageContext {
    let common: CommonContext
    let framework: LinkContext
    let summary: String
    let options: [String]
    let rows: [Row]
    let hasSignings: Bool
    let hasKeptVersions: Bool
    let dividers: [Divider]
    /// "Of 7 pairs that come to different recommendations".
    let pairs: String
    let csv: String
    let json: String

    /// An assessment.
    struct Row: PageContext {
        let title: String
        let url: String
        /// The version that judges it, where that is not the present one.
        let version: String?
        let date: DateContext?
        let cells: [Cell]
        /// How many answers would have to change, and what for: "1: RAG".
        let distance: String
        let distanceKey: String
        /// What was signed, and when.
        let signed: String?
        let signedDate: DateContext?
        /// Where that is not what comes of it now: "not as now", "open now".
        let signedNote: String?

        static let fields = Fields<Row>([
            .html("title") { $0.title },
            .text("url") { $0.url },
            .object("date") { $0.date },
            .list("cells") { $0.cells },
            .text("distance") { $0.distance },
            .text("distanceKey") { $0.distanceKey },
            .text("signed") { $0.signed },
            .object("signedDate") { $0.signedDate },
            .text("signedNote") { $0.signedNote },
            .text("version") { $0.version },
        ])
    }

    /// How an option stands in an assessment.
    struct Cell: PageContext {
        let state: Portfolio.State
        /// The same in words.
        let name: String
        let tally: String
        let key: Int

        static let fields = Fields<Cell>([
            .text("glyph") { $0.state.glyph },
            .text("state") { $0.name },
            .text("tally") { $0.tally },
            .text("key") { String($0.key) },
            .flag("recommended") { $0.state == .recommended || $0.state == .startingPoint },
        ])
    }

    /// The name of an option, as the head of a column.
    struct Heading: PageContext {
        let name: String

        static let fields = Fields<Heading>([.text("name") { $0.name }])
    }

    /// A question that tells assessments apart.
    struct Divider: PageContext {
        let question: LinkContext
        let told: Int
        let pairs: Int
        let answers: [Answer]

        /// An answer and who gives it.
        struct Answer: PageContext {
            let answer: String
            let subjects: String

            static let fields = Fields<Answer>([
                .text("answer") { $0.answer },
                .text("subjects") { $0.subjects },
            ])
        }

        static let fields = Fields<Divider>([
            .object("question") { $0.question },
            .text("told") { String($0.told) },
            .text("pairs") { String($0.pairs) },
            .list("answers") { $0.answers },
        ])
    }

    static let fields = Fields<PortfolioPageContext>.page([
        .object("framework") { $0.framework },
        .text("summary") { $0.summary },
        .list("options") { $0.options.map(Heading.init) },
        .list("rows") { $0.rows },
        .flag("hasSignings") { $0.hasSignings },
        .flag("hasKeptVersions") { $0.hasKeptVersions },
        .list("dividers") { $0.dividers },
        .flag("hasDividers") { !$0.dividers.isEmpty },
        .text("pairs") { $0.pairs },
        .text("csv") { $0.csv },
        .text("json") { $0.json },
    ])
}
