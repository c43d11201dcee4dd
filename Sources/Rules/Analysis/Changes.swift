/// What would change it (FORMATS 3): for each terminal that is not certain now, the smallest changes of
/// answers after which it is certain, whatever the open variables turn out to be.
///
/// While none is certain, these are the ways to a decision, and every terminal is a goal.
struct Changes: Sendable, Hashable {
    /// A terminal and the smallest changes that lead to it.
    struct Goal: Sendable, Hashable {
        /// The terminal.
        let terminal: Int
        /// How many answers have to change: at least 1.
        let size: Int
        /// In how many ways that can be done, each a list of variables and their new cells: exact below
        /// `UInt128.max`.
        let count: UInt128
        /// The first of these ways, disjoint, by their variables and cells. In each box every variable
        /// moves to any one of its cells, none of which is the answered one.
        let boxes: [Box]

        /// How many ways the boxes hold.
        var shown: UInt128 { boxes.reduce(0) { $0.saturatingPlus($1.size) } }
    }

    /// The terminal that is certain now; `nil` where none is.
    let present: Int?
    /// Those to which changes lead, the nearest first; those as near in the order of their numbers.
    let goals: [Goal]
    /// The others in reach of the diagram: no change of answers makes them certain while what is open is.
    let outOfReach: [Int]

    /// `answered` holds a cell for each variable that is answered, `nil` while it is open. Variables that
    /// are `fixed` keep their answers. Throws where the diagram of what is certain grows past the limit, or
    /// where its nodes and the goals are too many to go over.
    init(
        of nodes: NodeTable, answered: [Int?], fixed: [Bool], limit: Int = 20,
        nodeLimit: Int = RuleSet.defaultNodeLimit
    ) throws(DiagramBuilder.LimitExceeded) {
        let held = answered.indices.map { fixed[$0] ? answered[$0] : nil }
        let movable = nodes.mapped(given: held, terminalCount: nodes.terminalCount) { $0 }
        let certain = try Certainty.table(
            of: movable, isOpen: answered.map { $0 == nil }, nodeLimit: nodeLimit)

        let now = certain.terminal(of: answered.map { $0 ?? 0 })
        let present = now < nodes.terminalCount ? now : nil
        let terminals = certain.reachableTerminals.filter { $0 < nodes.terminalCount && $0 != present }
        guard certain.edges.count <= nodeLimit.multiplied(by: Changes.passes) / max(1, terminals.count) else {
            throw DiagramBuilder.LimitExceeded(nodesPerLevel: certain.nodesPerLevel)
        }
        let mostListed = max(limit, Changes.mostListed / max(Changes.fewestGoals, terminals.count))
        goals = terminals.compactMap { terminal in
            ShortestChanges(to: terminal, in: certain, from: answered).map { changes in
                Goal(
                    terminal: terminal, size: changes.size, count: changes.count,
                    boxes: changes.boxes(limit: limit, mostListed: mostListed))
            }
        }
        .sorted { ($0.size, $0.terminal) < ($1.size, $1.terminal) }
        let reached = Set(terminals)
        self.present = present
        outOfReach = nodes.reachableTerminals.filter { $0 != present && !reached.contains($0) }
    }

    /// How many edges may be gone over for each node that the limit grants.
    private static let passes = 200
    /// How many boxes are listed before they are merged, for all goals together, and how many goals at least
    /// share them.
    private static let (mostListed, fewestGoals) = (40_000, 20)
}

extension Int {
    /// The product, or the largest number where it is larger.
    fileprivate func multiplied(by other: Int) -> Int {
        let (product, isTooLarge) = multipliedReportingOverflow(by: other)
        return isTooLarge ? .max : product
    }
}
