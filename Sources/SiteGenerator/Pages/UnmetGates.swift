import Languages
import Rules

/// Gates that the answers do not meet, in words.
struct UnmetGates {
    /// What is said of questions, of one test and of several.
    static func texts(in phrases: Phrases) -> [String] {
        [
            phrases("why.answered-no", ["no": phrases.no]), phrases("why.not-so"),
            phrases("why.not-so-several"),
        ]
    }

    private let rules: [Int]
    private let logic: Logic
    private let phrases: Phrases

    /// - Parameter rules: the rules that set the gates.
    init(_ rules: [Int], _ logic: Logic, in phrases: Phrases) {
        self.rules = rules
        self.logic = logic
        self.phrases = phrases
    }

    /// "Skills, answered no", "Size > 5, which is not so".
    var text: String {
        let tested = rules.map { logic.testedText(of: logic.rules[$0], in: phrases) }
        let phrase = tested.allSatisfy { $0 == nil } ? 0 : rules.count == 1 ? 1 : 2
        let names = zip(rules, tested).map { $1 ?? logic.name(of: logic.rules[$0], in: phrases) }
        return phrases(
            "why.unmet", ["rules": phrases.list(names, .and), "what": Self.texts(in: phrases)[phrase]])
    }
}

extension Logic {
    /// "Message rate > 500": what a rule asks, with its test; `nil` where that is that the answer is yes.
    func testedText(of rule: Rule, in phrases: Phrases) -> String? {
        guard rule.testText != "yes" else { return nil }
        return rule.question == nil
            ? name(of: rule, in: phrases) : "\(name(of: rule, in: phrases)) \(rule.testText)"
    }
}

extension Logic {
    /// What a rule is called: its question, or for a row of a table the table and the row.
    func name(of rule: Rule, in phrases: Phrases) -> String {
        guard case .row(let table, let row) = rule.condition else { return name(of: rule) }
        return tables[table].name(of: tables[table].rows[row], in: phrases)
    }
}

extension DecisionTable {
    /// What a row is called: "Recommendation, rule 2".
    func name(of row: Row, in phrases: Phrases) -> String {
        phrases("table.rule", ["table": name, "rule": row.number])
    }
}
