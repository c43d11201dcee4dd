public import FoundationEssentials
public import Markdown
public import Rules

/// One subject's answers to one framework (FORMATS 2).
public struct Assessment: Sendable {
    /// The file it was read from.
    public let file: ContentFile
    /// The subject.
    public let title: String
    /// The id of the framework.
    public let framework: String
    /// When it was made.
    public let date: CalendarDate?
    /// Who made it.
    public let assessors: [String]
    /// What introduces the report: the blocks that hold no answers.
    public let introduction: [Element]
    /// How much factors of the framework's weighted matrix count here, by their slug, where that is another weight.
    public let weights: [String: Weight]
    /// The states of the answers over time, earliest first; at least one. Each holds all answers that stood then.
    public let milestones: [Milestone]

    /// The name by which records refer to it.
    public var id: String { file.id }

    /// The answers as they stand.
    public var latest: Milestone { milestones.last ?? Milestone(date: nil, answers: [:]) }

    /// The answers at one time.
    public struct Milestone: Sendable {
        /// The day of the column; `nil` where answers carry none.
        public let date: CalendarDate?
        /// The answers by question id. A question without an entry was not mentioned.
        public let answers: [String: Answer]

        /// The answers as the rules take them.
        public var values: Answers { Answers(answers.compactMapValues(\.value)) }
    }

    /// A weight of a factor, and where it is written.
    public struct Weight: Sendable {
        /// The weight.
        public let value: Number
        /// The cell.
        public let element: Element
    }

    /// An answer, and what it rests on.
    public struct Answer: Sendable {
        /// The answer; `nil` where the question is open.
        public let value: AnswerValue?
        /// The answer that was struck out, where one was.
        public let struck: String?
        /// What it rests on.
        public let evidence: Evidence?
        /// Where it is written.
        public let element: Element
    }

    /// What an answer rests on, as a stretch of Markdown.
    public struct Evidence: Sendable {
        /// The element that holds it.
        public let inline: Element?
        /// Where in `inline` it begins.
        public let start: InlinePosition?
        /// Whole blocks that follow.
        public let blocks: [Element]
    }
}
