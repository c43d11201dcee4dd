/// A decision map, drawn and as a table.
struct MapContext: PageContext {
    let svg: String
    let note: String
    let rows: [MapRowContext]

    static let fields = Fields<MapContext>([
        .html("svg") { $0.svg },
        .text("note") { $0.note },
        .list("rows") { $0.rows },
    ])
}

/// What an answer at one place of a map leads to.
struct MapRowContext: PageContext {
    let number: Int
    let question: String
    let answers: String
    let next: String
    /// Whether it leads to what is recommended, not to a further question.
    let isEnd: Bool
    let isFirst: Bool

    static let fields = Fields<MapRowContext>([
        .text("number") { String($0.number) },
        .text("question") { $0.question },
        .text("answers") { $0.answers },
        .text("next") { $0.next },
        .flag("end") { $0.isEnd },
        .flag("first") { $0.isFirst },
    ])
}
