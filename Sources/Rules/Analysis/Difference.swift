/// Which situations two versions of a framework judge differently.
struct Difference: Sendable, Hashable {
    /// The situations in which one recommendation became another.
    struct Change: Sendable, Hashable {
        /// What the old version recommends, by its options; `nil` where it knows no such answers.
        let old: [Int]?
        /// What the new version recommends, by its options; `nil` where it knows no such answers.
        let new: [Int]?
        /// Which share of all situations that is.
        let share: Double
        /// How many situations that is: exact below `UInt128.max`.
        let situations: UInt128
        /// Which situations these are, a cell for each common variable; `nil` where there are too many
        /// changes for each to be described.
        let regions: Regions?
    }

    /// What changes, the largest share first.
    let changes: [Change]
    /// Which share of the situations leads where it led before.
    let unchanged: Double
    /// How many situations there are, all common variables open: exact below `UInt128.max`. Those that
    /// neither version knows are among them, and are neither a change nor unchanged.
    let situations: UInt128

    /// Compares what two versions recommend. `newOptions` holds for each old option its index in the new
    /// version, `nil` where it is gone; `weights` those of the cells of each common variable whose cells
    /// are not equally likely. The `described` largest changes come with at most `limit` boxes each. Throws
    /// where the common diagram grows past the limit.
    init(
        old: Recommendations, new: Recommendations, newOptions: [Int?], alignment: Alignment,
        weights: [[Double]?]? = nil, limit: Int = 20, described: Int = 20,
        nodeLimit: Int = RuleSet.defaultNodeLimit
    ) throws(DiagramBuilder.LimitExceeded) {
        var transfer = Transfer(to: alignment, nodeLimit: nodeLimit)
        let before = try transfer.function(old.nodes, parts: alignment.variables.map(\.old))
        let after = try transfer.function(new.nodes, parts: alignment.variables.map(\.new))
        var pairs = Interner<Pair>()
        var builder = transfer.builder
        let root = try builder.combine(before, after) { pairs.number(of: Pair(old: $0, new: $1)) }
        let nodes = NodeTable(builder, root: root, terminalCount: pairs.values.count)

        let likelihoods = Likelihoods(of: nodes, weights: weights)
        let renamed = old.options.map { options -> [Int]? in
            let known = options.compactMap { newOptions[$0] }
            return known.count == options.count ? known.sorted() : nil
        }
        func change(_ pair: Pair) -> (old: [Int]?, new: [Int]?, isUnchanged: Bool) {
            let from = Int(pair.old) < old.options.count ? Int(pair.old) : nil
            let to = Int(pair.new) < new.options.count ? Int(pair.new) : nil
            let isUnchanged = if let from, let to { renamed[from] == new.options[to] } else { false }
            return (from.map { old.options[$0] }, to.map { new.options[$0] }, isUnchanged)
        }
        let all = pairs.values.indices.map { change(pairs.values[$0]) }
        situations = likelihoods.situations
        unchanged = all.indices.filter { all[$0].isUnchanged }.reduce(0) { $0 + likelihoods.shares[$1] }
        let order = all.indices.filter { !all[$0].isUnchanged && (all[$0].old != nil || all[$0].new != nil) }
            .sorted { a, b in
                let shares = [a, b].map { (likelihoods.shares[$0] * 0x1p40).rounded() }
                return shares[0] == shares[1]
                    ? pairs.values[a].isBefore(pairs.values[b]) : shares[0] > shares[1]
            }
        changes = order.enumerated().map { place, number in
            Change(
                old: all[number].old, new: all[number].new, share: likelihoods.shares[number],
                situations: likelihoods.counts[number],
                regions: place < described
                    ? Regions(
                        of: nodes, weights: weights, limit: limit, nodeLimit: nodeLimit,
                        stepLimit: Difference.stepLimit / described
                    ) { $0 == number } : nil)
        }
    }

    /// How many steps it may take to grow the boxes of all changes.
    private static let stepLimit = 40_000_000

    /// The terminals to which a situation leads in either version.
    private struct Pair: Hashable, Sendable {
        let old: Int32
        let new: Int32

        func isBefore(_ other: Pair) -> Bool { (old, new) < (other.old, other.new) }
    }
}
