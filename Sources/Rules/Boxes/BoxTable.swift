/// One decision table as its analysis sees it: a box for each rule, over columns split into cells.
///
/// What a table lacks or says twice is geometry, as in Calvanese et al., "Semantics, Analysis and
/// Simplification of DMN Decision Tables" (Information Systems 78, 2018): a gap is a region outside all
/// boxes, a conflict one inside two. They sweep the columns one after the other; this splits the space where
/// the rules at hand end (`BoxSearch`), so that columns which do not matter locally cost nothing.
///
/// Every answer is exact as far as it goes: where `workLimit` ends a search, what was found holds, and
/// `BoxFindings.isExact` says that there may be more.
package struct BoxTable: Sendable {
    /// A column, whose cells are numbered from 0.
    package struct Column: Sendable, Hashable {
        /// How many cells its domain has.
        package let size: Int
        /// Whether cells with consecutive numbers are neighbours (numbers, dates, scales), so that one test
        /// can name a stretch of them; in other columns (choices) a list names any.
        package let isOrdered: Bool

        /// A column of so many cells.
        package init(size: Int, isOrdered: Bool) {
            self.size = size
            self.isOrdered = isOrdered
        }

        /// All its cells.
        var all: CellRanges { CellRanges(0..<size) }
    }

    /// How the rules that match make one result (FORMATS 1.5).
    package enum Policy: Sendable, Hashable {
        /// U: only one rule may match.
        case unique
        /// A: several rules may match if their outputs are equal.
        case any
        /// F: the first that matches.
        case first
    }

    /// The columns.
    package let columns: [Column]
    /// The rules' conditions, in the order of the table.
    package let rules: [RuleBox]
    /// How much one question to the table may cost, in looks at a rule's test. A second is good for a hundred
    /// million.
    package let workLimit: Int

    /// A table of rules with a set for each column each; cells outside a column's domain are left out.
    package init(columns: [Column], rules: [RuleBox], workLimit: Int = 200_000_000) {
        precondition(rules.allSatisfy { $0.sets.count == columns.count }, "a rule has a set for each column")
        self.columns = columns
        self.rules = rules.map { rule in
            RuleBox(
                zip(rule.sets, columns).map { set, column in
                    let hull = set.hull
                    return hull.lowerBound >= 0 && hull.upperBound <= column.size
                        ? set : set.intersection(column.all)
                })
        }
        self.workLimit = workLimit
    }

    /// All points.
    var everything: RuleBox { RuleBox(columns.map(\.all)) }
}

/// What a search found.
package struct BoxFindings<Finding: Sendable>: Sendable {
    /// The first of them, in an order that depends on the table alone.
    package var found: [Finding]
    /// How many there are in all; where `isExact` is false, how many were met until then.
    package var count: Int
    /// Whether the search came to its end, so that `count` is all there is.
    package var isExact: Bool
}

extension BoxFindings: Equatable where Finding: Equatable {}

/// What one question to a table has cost so far, and may cost.
struct BoxWork {
    private let limit: Int
    private(set) var used = 0

    init(_ limit: Int) { self.limit = limit }

    /// Whether the limit was met.
    var isSpent: Bool { used > limit }

    /// Counts so many steps.
    mutating func spend(_ steps: Int) { used += min(steps, limit - used + 1) }

    /// What one of many candidates may cost, so that one hard one does not take all.
    var share: BoxWork { BoxWork(min(limit - used, limit / 16)) }
}

// MARK: - Rules without a point

/// A rule that nothing can match.
package struct EmptyRule: Sendable, Hashable {
    /// The rule.
    package let rule: Int
    /// The columns whose test lets nothing through.
    package let columns: [Int]
}

extension BoxTable {
    /// The rules that let nothing through in some column, and so can never match.
    package func empty() -> [EmptyRule] {
        rules.indices.compactMap { rule in
            let columns = columns.indices.filter { rules[rule].sets[$0].isEmpty }
            return columns.isEmpty ? nil : EmptyRule(rule: rule, columns: columns)
        }
    }
}
