import Languages
import Rules

/// The rules in effect (FORMATS 1.6) in words.
struct DefaultRuleWording {
    private let logic: Logic
    private let phrases: Phrases

    init(_ logic: Logic, in phrases: Phrases) {
        self.logic = logic
        self.phrases = phrases
    }

    private func names(_ options: [Int]) -> String {
        phrases.list(options.map { logic.options[$0].name }, .and)
    }

    /// When a row applies: "nothing else decides".
    func when(_ row: DefaultRule) -> String {
        let rule = row.rule.map { logic.rules[$0] }
        switch row.kind {
        case .askedToStart:
            let question = rule.flatMap { logic.question(of: $0) }?.name ?? ""
            return phrases("in-effect.unsure", ["question": question, "yes": phrases.yes])
        case .gate:
            guard let rule, let question = logic.question(of: rule) else { return row.when }
            return rule.testText == "yes"
                ? phrases("in-effect.not-answered-yes", ["question": question.name, "yes": phrases.yes])
                : phrases("in-effect.is-not", ["question": question.name, "test": rule.testText])
        case .composite: return composite(row)
        case .highestTally:
            // Behind gates alone "otherwise" would read as their reverse.
            let before = logic.defaultRules.last { $0.number < row.number }
            return before?.kind == .composite
                ? phrases("in-effect.otherwise") : phrases("in-effect.something-favoured")
        case .tie: return phrases("in-effect.several")
        case .otherwise:
            return row.rule == nil && !row.options.isEmpty
                ? phrases("in-effect.nothing-favoured") : phrases("in-effect.nothing-else")
        }
    }

    /// What it means: "Start with SQS; measure first".
    func then(_ row: DefaultRule) -> String {
        switch row.kind {
        case .askedToStart: return start(row)
        case .gate:
            return phrases("in-effect.ruled-out", count: row.options.count, ["options": names(row.options)])
        case .composite:
            return row.options.count == 1
                ? names(row.options) : phrases("in-effect.tie-between", ["options": names(row.options)])
        case .highestTally: return phrases("in-effect.most-favoured")
        case .tie: return phrases("in-effect.tie")
        case .otherwise:
            if row.rule != nil { return start(row) }
            return row.options.isEmpty
                ? phrases("verdict.outcome-none")
                : phrases("in-effect.highest-total", ["options": names(row.options)])
        }
    }

    private func composite(_ row: DefaultRule) -> String {
        let atoms = row.options.first.map { logic.atoms(of: $0) } ?? []
        let all = logic.options.indices.count { logic.atoms(of: $0).isEmpty }
        let favoured =
            switch atoms.count {
            case 1: phrases("in-effect.favoured", ["options": names(atoms)])
            case 2: phrases("in-effect.favoured-both", ["options": names(atoms)])
            default: phrases("in-effect.favoured-all", ["options": names(atoms)])
            }
        return atoms.count < all ? phrases("in-effect.nothing-beside", ["favoured": favoured]) : favoured
    }

    private func start(_ row: DefaultRule) -> String {
        guard let rule = row.rule.map({ logic.rules[$0] }),
            case .fallback(let option, let advice) = rule.target
        else { return row.then }
        return phrases("in-effect.start-with", ["option": logic.options[option].name])
            + (advice.map { phrases("lists.semicolon") + $0 } ?? "")
    }
}
