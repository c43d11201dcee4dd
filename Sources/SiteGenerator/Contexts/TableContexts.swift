/// A table of questions.
struct QuestionsContext: PageContext {
    let headings: [CellContext]
    let rows: [Row]

    /// A question.
    struct Row: PageContext {
        let id: String
        let name: String
        let cells: [CellContext]

        static let fields = Fields<Row>([
            .text("id") { $0.id },
            .html("name") { $0.name },
            .list("cells") { $0.cells },
        ])
    }

    static let fields = Fields<QuestionsContext>([
        .list("headings") { $0.headings },
        .list("rows") { $0.rows },
    ])
}

/// A decision table.
struct DecisionTableContext: PageContext {
    /// The id of its place on the page.
    let id: String
    let name: String
    /// "F", and what that says of rules that match at once.
    let policy: String
    let policyMeaning: String
    let headings: [CellContext]
    let rows: [Row]

    /// A rule.
    struct Row: PageContext {
        let id: String
        let cells: [CellContext]

        static let fields = Fields<Row>([
            .text("id") { $0.id },
            .list("cells") { $0.cells },
        ])
    }

    static let fields = Fields<DecisionTableContext>([
        .text("id") { $0.id },
        .text("name") { $0.name },
        .text("policy") { $0.policy },
        .text("policyMeaning") { $0.policyMeaning },
        .list("headings") { $0.headings },
        .list("rows") { $0.rows },
    ])
}

/// A cell of a table that rules are read from.
struct CellContext: PageContext {
    let html: String
    /// What the cell is in its table.
    let role: Role

    /// Tests are set as code, outputs stand out, the rest is prose.
    enum Role: Sendable { case number, test, output, prose }

    static let fields = Fields<CellContext>([
        .html("html") { $0.html },
        .flag("isNumber") { $0.role == .number },
        .flag("isTest") { $0.role == .test },
        .flag("isOutput") { $0.role == .output },
    ])
}
