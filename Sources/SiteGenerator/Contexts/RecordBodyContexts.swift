/// An option that a record weighed.
struct ConsideredOptionContext: PageContext {
    /// The heading, with its tags.
    let title: String
    let introduction: String
    /// The arguments as items of a list: options differ in how many they have, and their shapes would be as many.
    let pros: String
    let cons: String
    let neutral: String
    let conclusion: String
    let isChosen: Bool

    static let fields = Fields<ConsideredOptionContext>([
        .html("title") { $0.title },
        .html("introduction") { $0.introduction },
        .html("pros") { $0.pros },
        .flag("hasPros") { !$0.pros.isEmpty },
        .html("cons") { $0.cons },
        .flag("hasCons") { !$0.cons.isEmpty },
        .html("neutral") { $0.neutral },
        .flag("hasNeutral") { !$0.neutral.isEmpty },
        .html("conclusion") { $0.conclusion },
        .flag("isChosen") { $0.isChosen },
    ])
}

/// A section of a record that says what follows from the decision, or how it is confirmed.
struct MarkedSectionContext: PageContext {
    let kind: String
    let body: String

    static let fields = Fields<MarkedSectionContext>([
        .text("kind") { $0.kind },
        .html("body") { $0.body },
    ])
}

/// What stands in place of a record that is no longer in force.
struct BannerContext: PageContext {
    let records: [RecordLinkContext]
    /// Whether those are in force.
    let holds: Bool

    static let fields = Fields<BannerContext>([
        .list("records") { $0.records },
        .flag("holds") { $0.holds },
    ])
}

/// A change of a record's file.
struct ChangeContext: PageContext {
    let date: DateContext?
    let author: String
    let summary: String
    let url: String?

    static let fields = Fields<ChangeContext>([
        .object("date") { $0.date },
        .text("author") { $0.author },
        .text("summary") { $0.summary },
        .text("url") { $0.url },
    ])
}

/// The changes of a record's file in Git.
struct HistoryContext: PageContext {
    let changes: [ChangeContext]
    /// How many earlier ones are not shown, in words.
    let further: String?
    let isCut: Bool

    static let fields = Fields<HistoryContext>([
        .list("changes") { $0.changes },
        .text("further") { $0.further },
        .flag("isCut") { $0.isCut },
    ])
}
