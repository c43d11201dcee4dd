public import Diagnostics
public import Markdown
public import Rules

/// A reusable way to decide: options, questions, a comparison, rules, and the article that explains them.
public struct Framework: Sendable {
    /// The file it was read from.
    public let file: ContentFile
    /// Its name in lists and reports.
    public let title: String
    /// One paragraph for cards and feeds.
    public let summary: String?
    /// What field it belongs to.
    public let category: String?
    /// When it was last thought through.
    public let date: CalendarDate?
    /// The version of its rules.
    public let version: String?
    /// What may be recommended, in the author's order.
    public let options: [FrameworkOption]
    /// The article in the author's order, cut where the program read something.
    public let parts: [ArticlePart]
    /// What each table and list was taken for, and why.
    public let recognitions: [Recognition]
    /// Former ids of questions and what they are now.
    public let renamed: [String: String]
    /// The compiled rules; `nil` where it has none, or where they are in error.
    public internal(set) var logic: Logic?

    /// The name by which assessments refer to it.
    public var id: String { file.id }
    /// The first comparison table of the article.
    public var comparison: Comparison? {
        parts.lazy.compactMap { if case .comparison(let comparison) = $0 { comparison } else { nil } }.first
    }
}

/// What an author says of an option, beyond its name.
public struct FrameworkOption: Sendable {
    /// The name in rules and addresses.
    public let id: String
    /// The name that people read.
    public let name: String
    /// What it is.
    public let summary: String?
    /// What to watch.
    public let caveat: String?
    /// The first step.
    public let next: String?
    /// Where more is to be read.
    public let url: String?
    /// The ids of the options that it combines.
    public let combines: [String]
    /// Where it is declared.
    public let location: SourceLocation
}

/// A stretch of a framework's article.
public enum ArticlePart: Sendable {
    /// Blocks that are the author's alone.
    case prose([Element])
    /// A comparison table.
    case comparison(Comparison)
    /// A checklist.
    case checklist(Checklist)
    /// A table of questions.
    case questions(QuestionsTable)
    /// A decision table.
    case decisionTable(DecisionTableSource)
}

/// A table that sets options side by side (FORMATS 1.1).
public struct Comparison: Sendable {
    /// The table.
    public let element: Element
    /// What the first column is headed.
    public let factorHeading: Element
    /// The header of the column of weights, where there is one.
    public let weightHeading: Element?
    /// The columns of options: the header and the option's index.
    public let columns: [(heading: Element, option: Int)]
    /// A row for each factor.
    public let rows: [Row]
    /// Whether it is a weighted matrix as well.
    public let isMatrix: Bool

    /// A factor and what it is for each option.
    public struct Row: Sendable {
        /// The factor's name, as an address.
        public let id: String
        /// The factor.
        public let factor: Element
        /// How much it counts, as written.
        public let weight: Element?
        /// The cells, one for each of `columns`.
        public let cells: [Element]
        /// The ids of the questions that bear on the factor.
        public let questions: [String]
    }
}

/// A list whose items are rules (FORMATS 1.4).
public struct Checklist: Sendable {
    /// The list.
    public let element: Element
    /// Its items, in order.
    public let items: [Item]

    /// A question and what a *yes* to it means.
    public struct Item: Sendable {
        /// The question's id.
        public let id: String
        /// Whether the question is one of a questions table, so that this is not the place where it is asked.
        public let isTest: Bool
        /// The paragraph that asks.
        public let paragraph: Element
        /// The bold short name before the question.
        public let leadIn: Element?
        /// Where the question ends: the arrow.
        public let arrow: InlinePosition
        /// The blocks behind the question, which say why it counts.
        public let reason: [Element]
    }
}

/// A table whose rows are questions with the type of their answers (FORMATS 1.2).
public struct QuestionsTable: Sendable {
    /// The table.
    public let element: Element
    /// The headers, in order.
    public let headings: [Element]
    /// Which column holds the questions in full, and which the types of their answers. The first holds the names.
    public let askColumn: Int, typeColumn: Int
    /// A row for each question.
    public let rows: [Row]

    /// A question.
    public struct Row: Sendable {
        /// The question's id.
        public let id: String
        /// The cells, in order; a row may be short.
        public let cells: [Element]
    }
}

/// A decision table as it stands in an article (FORMATS 1.5).
public struct DecisionTableSource: Sendable {
    /// The table.
    public let element: Element
    /// Its index among the framework's decision tables.
    public let index: Int
    /// The headers, in order.
    public let headings: [Element]
    /// The cells of each rule; a row may be short.
    public let rows: [[Element]]
}

/// What a table or a list was taken for.
public struct Recognition: Sendable {
    /// Where it begins.
    public let location: SourceLocation
    /// "comparison", "checklist", "prose"; with what it holds.
    public let taken: String
    /// Why, where that is not plain to see.
    public let reason: String
}
