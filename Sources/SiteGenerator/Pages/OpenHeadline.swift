import Languages
import Rules

/// What is still possible, in a line: the options by themselves, since their ties may be many; a list says which.
struct OpenHeadline {
    /// The most options that are named; more are counted. The live assessment keeps to it too.
    static let mostNamed = 4

    private let options: [Int]
    private let canBeNothing: Bool
    private let phrases: Phrases

    init(possible: [Recommendation], in phrases: Phrases) {
        self.phrases = phrases
        options = Set(possible.flatMap(\.options)).sorted()
        canBeNothing = possible.contains { $0.options.isEmpty }
    }

    /// "Kafka, Queue and no recommendation", "5 options".
    /// - Parameter name: what an option is called.
    func text(_ name: (Int) -> String) -> String {
        let named =
            options.count > Self.mostNamed
            ? [phrases("verdict.options-count", count: options.count)] : options.map(name)
        return phrases.list(named + (canBeNothing ? [phrases("verdict.outcome-none")] : []), .and)
    }
}
