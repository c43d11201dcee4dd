import Markdown
import Rules

/// What the records of one log have in common: the order of day and month in its dates, and how its titles are numbered.
/// What one record leaves open, the others decide.
struct LogHabits {
    /// `nil` where no date of the log shows it, or dates show both.
    let order: WrittenDate.Order?
    /// Whether the log writes `33 Title`.
    let hasBareNumbers: Bool

    init(_ records: some Sequence<(file: ContentFile, facts: RecordFacts)>) {
        var orders: Set<WrittenDate.Order> = []
        var hasBareNumbers = false
        for (file, facts) in records {
            for fact in facts.facts {
                guard case .date = fact.key else { continue }
                orders.formUnion(WrittenDate.matches(in: fact.value.text).compactMap(\.evidence))
            }
            if !hasBareNumbers, let number = RecordNumber.inFileName(file.path), let title = facts.title {
                let words = title.plainText.trimmed
                let digits = words.prefix { $0.isASCII && $0.isNumber }
                hasBareNumbers =
                    Int(digits) == number && words.dropFirst(digits.count).first?.isWhitespace == true
            }
        }
        order = orders.count == 1 ? orders.first : nil
        self.hasBareNumbers = hasBareNumbers
    }
}
