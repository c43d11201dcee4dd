import Decisions
import FoundationEssentials
import Languages
import Rules

/// Why a verdict is what it is, in a sentence or two.
extension VerdictWording {
    /// Why.
    public var because: String { ([ground] + contradictions).joined(separator: " ") }

    /// The tables that say nothing since rules apply at once that must not, where the verdict's ground is another.
    private var contradictions: [String] {
        verdict.violated.filter { verdict.ground != .violated(table: $0) }.compactMap { index in
            framework.logic.map { contradiction(in: $0.tables[index]) }
        }
    }

    private func contradiction(in table: DecisionTable) -> String {
        phrases("why.contradiction", ["table": table.name])
    }

    private var ground: String {
        guard verdict.decided else {
            return phrases("why.open", count: verdict.open.count { $0.matters })
        }
        switch verdict.ground {
        case .askedToStart: return phrases("why.asked-to-start", ["question": wayOut, "yes": phrases.yes])
        case .composite(let option, let parts): return composite(option, of: parts)
        case .tiedComposites(let options):
            return phrases("why.tied-composites", ["options": phrases.list(options.map(name), .and)])
        case .favoured(let option): return favoured(option)
        case .tie(let options): return phrases("why.tie", ["options": phrases.list(options.map(name), .and)])
        case .fallback: return phrases("why.then-start", ["reason": nothingFavoured])
        case .matrix: return phrases("why.then-matrix", ["reason": nothingFavoured])
        case .table(let table): return said(by: table)
        case .violated(let table):
            return framework.logic.map { contradiction(in: $0.tables[table]) } ?? ""
        case .nothing where framework.logic?.recommendation != nil: return noRuleHolds
        case .nothing: return phrases("why.then-nothing", ["reason": nothingFavoured])
        case nil: return phrases("why.whatever")
        }
    }

    /// The short name of the fallback's question.
    private var wayOut: String {
        framework.logic?.questions.first(where: \.isAboutReader)?.name ?? phrases("why.last-question")
    }

    // MARK: What a table says

    /// "Rule 2 of ‘Recommendation’ says so: the log is asked for." Several rules are named without their reasons.
    private func said(by index: Int) -> String {
        guard let table = framework.logic?.tables[index] else { return "" }
        let rows = verdict.firedRows.filter { $0.table == index }.map { table.rows[$0.row] }
        guard !rows.isEmpty else { return phrases("why.by-table", ["table": table.name]) }
        let numbers = phrases.list(rows.map(\.number), .and)
        if rows.count == 1, let reason = rows[0].reason {
            return phrases("why.by-rule-since", ["numbers": numbers, "table": table.name, "reason": reason])
        }
        return phrases("why.by-rules", count: rows.count, ["numbers": numbers, "table": table.name])
    }

    private var noRuleHolds: String {
        let names = framework.logic.flatMap { logic in logic.recommendation.map { logic.tables[$0].name } }
        return phrases("why.no-rule", ["table": names ?? ""])
    }

    // MARK: What is favoured

    private func composite(_ option: Int, of parts: [Int]) -> String {
        let names = phrases.list(parts.map(name), .and)
        guard parts.count > 1 else {
            return phrases("why.made-of-alone", ["part": names, "option": name(option)])
        }
        guard Set(parts.map { verdict.standings[$0].tally }).count > 1 else {
            return parts.count == 2
                ? phrases("why.combines-both", ["parts": names, "option": name(option)])
                : phrases("why.combines-all", ["parts": names, "option": name(option)])
        }
        let listed = phrases.list(parts.map { "\(name($0)) (\(tally($0)))" }, .and)
        return phrases("why.combines-weighted", ["parts": listed, "option": name(option)])
    }

    private func favoured(_ option: Int) -> String {
        let others = verdict.standings.filter { $0.option != option && $0.isFavoured }
        let first =
            if !others.isEmpty {
                phrases(
                    "why.most",
                    [
                        "tally": tally(option),
                        "others": phrases.list(others.map { tallyFor($0.option) }, .and),
                    ])
            } else if verdict.blocked.isEmpty {
                phrases("why.only")
            } else {
                phrases("why.only-not-ruled-out")
            }
        return blockedSentence.map { "\(first) \($0)" } ?? first
    }

    /// "2", "2 so far".
    func tally(_ option: Int) -> String {
        let standing = verdict.standings[option]
        let tally = phrases.signed(standing.tally)
        return standing.signalsOpen.isEmpty ? tally : phrases("why.so-far", ["tally": tally])
    }

    /// "2 for Kafka".
    func tallyFor(_ option: Int) -> String {
        phrases("why.tally-for", ["tally": tally(option), "option": name(option)])
    }

    // MARK: What is not

    /// "Examples, answered no, rules out Fine-tuning, which has 2 in its favour."
    private var blockedSentence: String? {
        guard !verdict.blocked.isEmpty, let logic = framework.logic else { return nil }
        return verdict.blocked.map { blocked in
            phrases(
                "why.blocked", count: blocked.rules.count,
                [
                    "gates": UnmetGates(blocked.rules, logic, in: phrases).text,
                    "option": name(blocked.option), "tally": tally(blocked.option),
                ])
        }.joined(separator: " ")
    }

    /// "No answer favours an option", "What speaks for and against Kafka cancels out".
    private var nothingFavoured: String {
        var clauses: [String] = []
        let weighed = verdict.standings.filter { standing in
            (standing.signalsFor + standing.signalsAgainst).contains { $0.weight != 0 }
        }
        let even = weighed.filter { $0.tally == 0 }.map { name($0.option) }
        let disfavoured = weighed.filter { $0.tally < 0 }.map { name($0.option) }
        if !even.isEmpty { clauses.append(phrases("why.cancels", ["options": phrases.list(even, .and)])) }
        if !disfavoured.isEmpty {
            clauses.append(
                phrases(
                    "why.more-against", count: disfavoured.count,
                    ["options": phrases.list(disfavoured, .and)]))
        }
        if clauses.isEmpty {
            clauses.append(
                verdict.blocked.isEmpty ? phrases("why.none-for") : phrases("why.none-for-another"))
        }
        let rest = phrases.list(clauses, .and)
        return (blockedSentence.map { $0 + " " } ?? "") + rest.prefix(1).uppercased() + rest.dropFirst()
    }
}

/// A number with the sign that print has: "2", "−1".
func signed(_ number: Number) -> String { number < 0 ? "−\(number.magnitude)" : "\(number)" }

extension Phrases {
    /// A number with the signs that print has in the language: "2", "−1,5".
    func signed(_ number: Number) -> String {
        decimal(number < 0 ? "−\(number.magnitude)" : "\(number)")
    }
}
