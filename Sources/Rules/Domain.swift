/// The possible answers to a question, split into cells that no rule tells apart inside.
///
/// A diagram branches on cells, so that answers of any type become finitely many cases. Yes/no has a cell
/// for each label; a number will have one for each stretch between the values that the rules mention.
public struct Domain: Sendable, Hashable {
    /// A part of a domain.
    public enum Cell: Sendable, Hashable {
        /// One label.
        case label(String)
    }

    /// The cells, in the order of the type's labels. Never empty.
    public let cells: [Cell]

    /// The domain of a question of the given type.
    init(of type: AnswerType) {
        switch type {
        case .yesNo: cells = type.labels.map(Cell.label)
        }
    }

    /// The cell that an answer lies in; `nil` where the domain does not hold it.
    public func cell(of answer: AnswerValue) -> Int? {
        switch answer {
        case .label(let label): cells.firstIndex(of: .label(label))
        }
    }
}
