import Testing

@testable import Rules

/// Large diagrams: limits are respected, counts are exact as far as they go, and nothing hangs.
@Suite(.timeLimit(.minutes(10)))
struct AnalysisLimitTests {
    @Test func changesAreCountedWhereTheyCannotBeListed() throws {
        // Half of 40 must be *yes*, none is.
        let nodes = try Self.sums(of: [Int](repeating: 1, count: 40)) { $0 >= 20 ? 1 : 0 }
        let changes = try Changes(
            of: nodes, answered: .init(repeating: 0, count: 40), fixed: .init(repeating: false, count: 40))
        let goal = try #require(changes.goals.first)
        #expect(goal.size == 20)
        #expect(goal.count == 137_846_528_820)
        #expect(goal.boxes.count == 20)
        #expect(goal.boxes.allSatisfy { $0.sides.count == 20 })
        #expect(goal.boxes.first?.sides.map(\.variable) == Array(0..<20))
    }

    @Test func changesKeepToTheNodeLimit() throws {
        let nodes = try Self.pairs(12)
        let all = [Bool](repeating: false, count: 24)
        #expect(throws: DiagramBuilder.LimitExceeded.self) {
            try Changes(of: nodes, answered: .init(repeating: 0, count: 24), fixed: all, nodeLimit: 1000)
        }
        let changes = try Changes(of: nodes, answered: .init(repeating: 0, count: 24), fixed: all)
        #expect(changes.goals.map(\.size) == [1])
        #expect(changes.goals.map(\.count) == [24])
    }

    @Test func quantifyingKeepsToTheNodeLimit() throws {
        // Tallies of many weights: what is certain tells apart far more than what is recommended does.
        let weights = (0..<30).map { 1 + $0 * $0 % 37 }
        let nodes = try Self.sums(of: weights) { $0 / 40 }
        let answered = (0..<30).map { $0 % 3 == 0 ? Int?.none : $0 % 2 }
        let fixed = [Bool](repeating: false, count: 30)
        #expect(throws: DiagramBuilder.LimitExceeded.self) {
            try Changes(of: nodes, answered: answered, fixed: fixed, nodeLimit: 500)
        }
        _ = try? Changes(of: nodes, answered: answered, fixed: fixed, nodeLimit: 20_000)
    }

    @Test func regionsOfParityAreCutShort() throws {
        let nodes = try Self.sums(of: [Int](repeating: 1, count: 24)) { $0 % 2 }
        let found = Regions(of: nodes) { $0 == 1 }
        #expect(found.regions.count == 20)
        #expect(found.situations == 1 << 23)
        #expect(found.situationsLeftOut == 1 << 23 - 20)
        let cut = Regions(of: nodes, limit: .max, nodeLimit: 400) { $0 == 1 }
        #expect(cut.situationsLeftOut == 1 << 23 - UInt128(cut.regions.count))
        #expect(Regions(of: nodes, nodeLimit: 3) { $0 == 1 }.situationsLeftOut == 1 << 23)
    }

    @Test func regionsWithoutStepsAreStillTrue() throws {
        let nodes = try Self.pairs(10)
        let found = Regions(of: nodes, stepLimit: 10) { $0 == 1 }
        #expect(found.regions.count == 20)
        #expect(found.regions.allSatisfy { nodes.terminal(of: $0.witness) == 1 })
        #expect(found.situationsLeftOut == 1024 - 20)
    }

    @Test func situationsSaturate() throws {
        let arities = [Int](repeating: 4, count: 200)
        var builder = DiagramBuilder(arities: arities, nodeLimit: 100)
        let low = try builder.node(level: 190, children: [~1, ~0, ~0, ~0])
        let root = try builder.node(level: 180, children: [low, ~2, ~2, ~2])
        let nodes = NodeTable(builder, root: root, terminalCount: 3)
        let found = Likelihoods(of: nodes)
        #expect(found.situations == .max)
        #expect(found.counts == [.max, .max, .max])
        #expect(found.shares == [0.1875, 0.0625, 0.75])
        let given = arities.indices.map { $0 < 180 ? Int?.some(0) : nil }
        let rest = Likelihoods(of: nodes, given: given)
        #expect(rest.situations == 1 << 40)
        #expect(rest.counts == [3 << 36, 1 << 36, 3 << 38])
    }

    @Test func rankingsLumpWhatIsTooMuch() throws {
        let nodes = try Self.sums(of: [9, 5, 7, 3, 8, 6, 2, 4, 1, 10]) { $0 }
        let exact = Ranking(of: nodes)
        let lumped = Ranking(of: nodes, mostWork: nodes.edges.count * 5)
        #expect(exact.isExact)
        #expect(!lumped.isExact)
        #expect(lumped.entropy < exact.entropy)
        for entry in lumped.entries {
            let full = exact.entries.first { $0.variable == entry.variable }
            #expect(entry.gain <= (full?.gain ?? 0) + 1e-8)
        }
    }

    @Test func fortyVariablesAreRankedFast() throws {
        let weights = (0..<40).map { 1 + $0 * $0 % 211 }
        let nodes = try Self.sums(of: weights) { $0 / 600 }
        #expect(nodes.levels.count > 20_000)
        let ranking = Ranking(of: nodes)
        #expect(ranking.isExact)
        #expect(ranking.entries.count == 40)
        let likelihoods = Likelihoods(of: nodes)
        #expect(likelihoods.counts.reduce(0, +) == 1 << 40)
        #expect(isClose(likelihoods.shares.reduce(0, +), 1))
    }

    @Test func comparisonsKeepToTheNodeLimit() throws {
        let nodes = try Self.pairs(8)
        let recommendations = Recommendations(options: [[], [0]], nodes: nodes)
        // The new version asks the other way round: each first variable beside its second.
        let matches = (0..<16).map {
            Alignment.Match(
                old: $0, new: $0 % 8 * 2 + $0 / 8,
                split: CommonSplit(oldLabels: ["yes", "no"], newLabels: ["yes", "no"]))
        }
        let arities = [Int](repeating: 2, count: 16)
        let alignment = Alignment(oldArities: arities, newArities: arities, matches: matches)
        let found = try Difference(
            old: recommendations, new: recommendations, newOptions: [0], alignment: alignment)
        #expect(found.situations == 1 << 16)
        #expect(found.changes.map(\.old) == [[], [0]])
        #expect(throws: DiagramBuilder.LimitExceeded.self) {
            try Difference(
                old: recommendations, new: recommendations, newOptions: [0], alignment: alignment,
                nodeLimit: 300)
        }
    }

    /// A class of the sum of the weights of the variables in cell 1.
    private static func sums(of weights: [Int], class value: (Int) -> Int) throws -> NodeTable {
        let total = weights.reduce(0, +)
        var builder = DiagramBuilder(arities: weights.map { _ in 2 }, nodeLimit: 1_000_000)
        var layer = (0...total).map { ~Int32(value($0)) }
        for (level, weight) in weights.enumerated().reversed() {
            let most = weights.prefix(level).reduce(0, +)
            layer = try (0...most).map { sum in
                try builder.node(level: level, children: [layer[sum], layer[sum + weight]])
            }
        }
        return NodeTable(builder, root: layer[0], terminalCount: ((0...total).map(value).max() ?? 0) + 1)
    }

    /// Whether so many variables and as many below them are equal in pairs: the order at its worst.
    private static func pairs(_ count: Int) throws -> NodeTable {
        var builder = DiagramBuilder(arities: .init(repeating: 2, count: count * 2), nodeLimit: 1_000_000)
        func rest(_ bits: Int, _ level: Int) throws -> Int32 {
            if level == count * 2 { return ~1 }
            if level < count {
                return try builder.node(
                    level: level, children: [rest(bits, level + 1), rest(bits | 1 << level, level + 1)])
            }
            let isSet = bits >> (level - count) & 1 == 1
            let next = try rest(bits, level + 1)
            return try builder.node(level: level, children: isSet ? [~0, next] : [next, ~0])
        }
        let root = try rest(0, 0)
        return NodeTable(builder, root: root, terminalCount: 2)
    }
}
