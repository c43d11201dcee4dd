import Markdown
import Rules

/// What the records of one log have in common: the order of day and month in its dates, and how its titles are numbered.
/// What one record leaves open, the others decide.
struct LogHabits: Sendable, Hashable {
    /// `nil` where no date of the log shows it, or dates show both.
    let order: WrittenDate.Order?
    /// Whether the log writes `33 Title`.
    let hasBareNumbers: Bool

    init(order: WrittenDate.Order?, hasBareNumbers: Bool) {
        (self.order, self.hasBareNumbers) = (order, hasBareNumbers)
    }

    init(_ records: some Sequence<Signs>) {
        var orders: Set<WrittenDate.Order> = []
        var hasBareNumbers = false
        for signs in records {
            orders.formUnion(signs.orders)
            hasBareNumbers = hasBareNumbers || signs.hasBareNumber
        }
        order = orders.count == 1 ? orders.first : nil
        self.hasBareNumbers = hasBareNumbers
    }

    /// What one record shows of them.
    struct Signs: Sendable, Hashable {
        /// The orders that its dates can only be in.
        let orders: Set<WrittenDate.Order>
        /// Whether its title begins with the number of its file and no mark.
        let hasBareNumber: Bool

        init(_ file: ContentFile, _ facts: RecordFacts) {
            var orders: Set<WrittenDate.Order> = []
            for fact in facts.facts {
                guard case .date = fact.key else { continue }
                orders.formUnion(WrittenDate.matches(in: fact.value.text).compactMap(\.evidence))
            }
            self.orders = orders
            guard let title = facts.title?.plainText.trimmed,
                title.utf8.first.map({ $0 &- 0x30 < 10 }) == true,
                let number = RecordNumber.inFileName(file.path)
            else {
                hasBareNumber = false
                return
            }
            let digits = title.prefix { $0.isASCII && $0.isNumber }
            hasBareNumber =
                Int(digits) == number && title.dropFirst(digits.count).first?.isWhitespace == true
        }
    }
}
