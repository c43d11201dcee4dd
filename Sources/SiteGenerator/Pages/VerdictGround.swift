import Decisions
import FoundationEssentials
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
        "Rules of the table ‘\(table.name)’ contradict each other for these answers, so it says nothing."
    }

    private var ground: String {
        guard verdict.decided else {
            let missing = verdict.open.count { $0.matters }
            return missing == 1
                ? "One open answer can still change what is recommended."
                : "\(missing) open answers can still change what is recommended."
        }
        switch verdict.ground {
        case .askedToStart: return "\(wayOut) is answered yes, so the framework says where to start."
        case .composite(let option, let parts): return composite(option, of: parts)
        case .tiedComposites(let options):
            return "\(joined(options.map(name), with: "and")) combine exactly what is favoured."
        case .favoured(let option): return favoured(option)
        case .tie(let options):
            return
                "\(joined(options.map(name), with: "and")) have equally much in their favour, and no option combines them."
        case .fallback: return nothingFavoured + ", so the framework says where to start."
        case .matrix: return nothingFavoured + ", so the totals of the weighted comparison decide."
        case .table(let table): return said(by: table)
        case .violated(let table):
            return framework.logic.map { contradiction(in: $0.tables[table]) } ?? ""
        case .nothing where framework.logic?.recommendation != nil: return noRuleHolds
        case .nothing: return nothingFavoured + ", and the framework names no option to start with."
        case nil: return "However the open questions are answered, this is recommended."
        }
    }

    /// The short name of the fallback's question.
    private var wayOut: String {
        framework.logic?.questions.first(where: \.isAboutReader)?.name ?? "The last question"
    }

    // MARK: What a table says

    /// "Rule 2 of ‘Recommendation’ says so: the log is asked for." Several rules are named without their reasons.
    private func said(by index: Int) -> String {
        guard let table = framework.logic?.tables[index] else { return "" }
        let rows = verdict.firedRows.filter { $0.table == index }.map { table.rows[$0.row] }
        let numbers = rows.map(\.number)
        let rules = "Rule\(numbers.count == 1 ? "" : "s") \(joined(numbers, with: "and"))"
        guard !rows.isEmpty else { return "The table ‘\(table.name)’ says so." }
        let reason = rows.count == 1 ? rows[0].reason.map { ": \($0)" } ?? "." : "."
        return "\(rules) of ‘\(table.name)’ say\(numbers.count == 1 ? "s" : "") so\(reason)"
    }

    private var noRuleHolds: String {
        let names = framework.logic.flatMap { logic in logic.recommendation.map { logic.tables[$0].name } }
        return "No rule of ‘\(names ?? "")’ recommends anything for these answers."
    }

    // MARK: What is favoured

    private func composite(_ option: Int, of parts: [Int]) -> String {
        guard parts.count > 1 else {
            return
                "\(joined(parts.map(name), with: "and")) is favoured, and ‘\(name(option))’ is made of it alone."
        }
        let tallies = parts.map { verdict.standings[$0].tally }
        guard Set(tallies).count > 1 else {
            return
                "\(joined(parts.map(name), with: "and")) are \(parts.count == 2 ? "both" : "all") favoured, and ‘\(name(option))’ combines exactly these."
        }
        let listed = joined(parts.map { "\(name($0)) (\(tally($0)))" }, with: "and")
        return
            "Each of \(listed) is favoured, and ‘\(name(option))’ combines exactly these; weights only decide between options that no combination covers."
    }

    private func favoured(_ option: Int) -> String {
        let others = verdict.standings.filter { $0.option != option && $0.isFavoured }
        let first =
            if !others.isEmpty {
                "It has the most in its favour: \(tally(option)), against \(joined(others.map { "\(tally($0.option)) for \(name($0.option))" }, with: "and"))."
            } else if verdict.blocked.isEmpty {
                "It is the only option that the answers favour."
            } else {
                "It is the only favoured option that is not ruled out."
            }
        return blockedSentence.map { "\(first) \($0)" } ?? first
    }

    /// "2", "2 so far".
    func tally(_ option: Int) -> String {
        let standing = verdict.standings[option]
        return signed(standing.tally) + (standing.signalsOpen.isEmpty ? "" : " so far")
    }

    // MARK: What is not

    /// "Examples, answered no, rules out Fine-tuning, which has 2 in its favour."
    private var blockedSentence: String? {
        guard !verdict.blocked.isEmpty, let logic = framework.logic else { return nil }
        return verdict.blocked.map { blocked in
            "\(UnmetGates(blocked.rules, logic).text), rule\(blocked.rules.count == 1 ? "s" : "") out \(name(blocked.option)), which has \(tally(blocked.option)) in its favour."
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
        if !even.isEmpty {
            clauses.append("what speaks for and against \(joined(even, with: "and")) cancels out")
        }
        if !disfavoured.isEmpty {
            clauses.append(
                "more speaks against \(joined(disfavoured, with: "and")) than for \(disfavoured.count == 1 ? "it" : "them")"
            )
        }
        let rest =
            clauses.isEmpty
            ? "no answer speaks for \(verdict.blocked.isEmpty ? "an" : "another") option"
            : joined(clauses, with: "and")
        return (blockedSentence.map { $0 + " " } ?? "") + rest.prefix(1).uppercased() + rest.dropFirst()
    }
}

/// A number with the sign that print has: "2", "−1".
func signed(_ number: Number) -> String { number < 0 ? "−\(number.magnitude)" : "\(number)" }
