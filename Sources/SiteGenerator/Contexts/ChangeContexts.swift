/// The smallest changes of answers that lead to another recommendation.
struct WayContext: PageContext {
    /// Where they lead.
    let outcome: String
    let changes: [Change]
    /// "20 of 34 ways are shown."
    let count: String?

    /// Answers to change at once.
    struct Change: PageContext {
        let answers: [Answer]

        static let fields = Fields<Change>([.list("answers") { $0.answers }])
    }

    /// One answer to change.
    struct Answer: PageContext {
        let question: String
        let url: String
        let new: String
        let present: String
        let isFirst: Bool

        static let fields = Fields<Answer>([
            .text("question") { $0.question },
            .text("url") { $0.url },
            .text("new") { $0.new },
            .text("present") { $0.present },
            .flag("first") { $0.isFirst },
        ])
    }

    static let fields = Fields<WayContext>([
        .text("outcome") { $0.outcome },
        .list("changes") { $0.changes },
        .text("count") { $0.count },
    ])
}
