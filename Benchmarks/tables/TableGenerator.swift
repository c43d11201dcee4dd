import Rules

/// A quantity that a lender knows of a loan, in steps: what LendingClub publishes of each, with its bounds.
struct Quantity {
    let name: String
    let low: Int
    let high: Int
    let step: Int

    /// How many values there are.
    var count: Int { (high - low) / step + 1 }

    /// Interest, debt and utilisation are in hundredths of a percent.
    static let all = [
        Quantity(name: "loan amount", low: 500, high: 40_000, step: 25),
        Quantity(name: "annual income", low: 0, high: 500_000, step: 500),
        Quantity(name: "debt to income", low: 0, high: 4_000, step: 1),
        Quantity(name: "credit score", low: 300, high: 850, step: 1),
        Quantity(name: "interest rate", low: 500, high: 3_100, step: 1),
        Quantity(name: "installment", low: 15, high: 1_750, step: 1),
        Quantity(name: "revolving balance", low: 0, high: 200_000, step: 100),
        Quantity(name: "revolving utilisation", low: 0, high: 10_000, step: 10),
        Quantity(name: "open accounts", low: 0, high: 90, step: 1),
        Quantity(name: "employment months", low: 0, high: 480, step: 1),
    ]
}

/// A decision table of numbers, in whole steps of its columns' quantities.
struct NumberTable {
    /// How many values each column has.
    let sizes: [Int]
    /// For each rule and column the values let through.
    var rules: [[Range<Int>]]
    /// For each rule a grade, A to G.
    var grades: [Int]

    /// A table in the shape of those that Calvanese et al. (Information Systems 78, 2018) learned from
    /// LendingClub's loans: a decision tree's leaves, each a rule, of which a share is then disturbed: another
    /// range for one of the columns, so that rules overlap and leave gaps.
    init(columns: Int, rules count: Int, noisePercent: Int, seed: UInt64) {
        var random = SplitMix(state: seed)
        sizes = Quantity.all.prefix(columns).map(\.count)
        rules = [sizes.map { 0..<$0 }]
        while rules.count < count {
            // A tree of leaves that hold about as many loans each is split at random leaves, column by column.
            let leaf = Int.random(in: rules.indices, using: &random)
            let column = Int.random(in: sizes.indices, using: &random)
            let range = rules[leaf][column]
            guard range.count > 1 else { continue }
            let place = Int.random(in: range.lowerBound + 1..<range.upperBound, using: &random)
            var upper = rules[leaf]
            rules[leaf][column] = range.lowerBound..<place
            upper[column] = place..<range.upperBound
            rules.append(upper)
        }
        grades = rules.map { _ in Int.random(in: 0..<7, using: &random) }
        for rule in rules.indices.shuffled(using: &random).prefix(count * noisePercent / 100) {
            let column = Int.random(in: sizes.indices, using: &random)
            let a = Int.random(in: 0...sizes[column], using: &random)
            let b = Int.random(in: 0..<sizes[column], using: &random)
            rules[rule][column] = b < a ? b..<a : a..<b + 1
        }
        // A tree's leaves come in its own order; a table's rules need not.
        rules.shuffle(using: &random)
    }

    /// The table as its analysis takes it: each column's values split where a rule begins or ends.
    var boxes: BoxTable {
        var splits: [[Int: Int]] = []
        for (column, size) in sizes.enumerated() {
            let places = Set(rules.flatMap { [$0[column].lowerBound, $0[column].upperBound] } + [0, size])
            splits.append(
                Dictionary(uniqueKeysWithValues: places.sorted().enumerated().map { ($1, $0) }))
        }
        let boxes = rules.map { rule in
            RuleBox(
                zip(rule, splits).map { range, split in
                    CellRanges((split[range.lowerBound] ?? 0)..<(split[range.upperBound] ?? 0))
                })
        }
        return BoxTable(
            columns: splits.map { BoxTable.Column(size: $0.count - 1, isOrdered: true) }, rules: boxes)
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same tables on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
