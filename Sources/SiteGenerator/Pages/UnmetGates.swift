import Rules

/// Gates that the answers do not meet, in words.
struct UnmetGates {
    /// What is said of questions, of one test and of several.
    static let phrases = ["answered no", "which is not so", "which are not so"]

    private let rules: [Int]
    private let logic: Logic

    /// - Parameter rules: the rules that set the gates.
    init(_ rules: [Int], _ logic: Logic) {
        self.rules = rules
        self.logic = logic
    }

    /// "Skills, answered no", "Size > 5, which is not so".
    var text: String {
        let tested = rules.map { logic.testedText(of: logic.rules[$0]) }
        let phrase = tested.allSatisfy { $0 == nil } ? 0 : rules.count == 1 ? 1 : 2
        let names = zip(rules, tested).map { $1 ?? logic.name(of: logic.rules[$0]) }
        return "\(joined(names, with: "and")), \(Self.phrases[phrase])"
    }
}

extension Logic {
    /// "Message rate > 500": what a rule asks, with its test; `nil` where that is that the answer is yes.
    func testedText(of rule: Rule) -> String? {
        guard rule.testText != "yes" else { return nil }
        return rule.question == nil ? name(of: rule) : "\(name(of: rule)) \(rule.testText)"
    }
}
