import Testing

@testable import Rules

/// Large tables, hard tables, and what happens where the work does not suffice.
struct BoxesLimitTests {
    /// Rules that have nothing in common but their number.
    private static func random(
        rules: Int, columns: Int, size: Int, seed: Int, workLimit: Int = 500_000_000
    ) -> BoxTable {
        var random = SeededGenerator(seed: seed)
        let boxes = (0..<rules).map { _ in
            RuleBox(
                (0..<columns).map { _ in
                    let a = Int.random(in: 0..<size, using: &random)
                    let b = Int.random(in: 0..<size, using: &random)
                    return CellRanges(min(a, b)..<max(a, b) + 1)
                })
        }
        return BoxTable(
            columns: (0..<columns).map { _ in .init(size: size, isOrdered: true) }, rules: boxes,
            workLimit: workLimit)
    }

    @Test func whatIsFoundBeforeTheWorkRunsOutHolds() {
        let table = Self.random(rules: 300, columns: 5, size: 50, seed: 1, workLimit: 200_000)
        let gaps = table.gaps(limit: .max)
        #expect(!gaps.isExact && gaps.count > 0)
        #expect(gaps.found.allSatisfy { gap in !table.rules.contains { $0.contains(gap.witness) } })
        let overlaps = table.overlaps(where: { _, _ in true }, limit: 10)
        #expect(overlaps.found.count <= 10 && overlaps.found.count <= overlaps.count)
        #expect(
            overlaps.found.allSatisfy {
                table.rules[$0.first].contains($0.witness) && table.rules[$0.second].contains($0.witness)
            })
    }

    @Test(arguments: [0, 1, 1_000, 30_000, 1_000_000])
    func littleWork(limit: Int) {
        let table = Self.random(rules: 100, columns: 4, size: 20, seed: 2, workLimit: limit)
        let all = Self.random(rules: 100, columns: 4, size: 20, seed: 2)
        func isPart<Finding: Hashable>(_ some: BoxFindings<Finding>, of all: BoxFindings<Finding>) -> Bool {
            some.isExact ? some == all : Set(some.found).isSubset(of: all.found)
        }
        func equal(_ a: Int, _ b: Int) -> Bool { a % 3 == b % 3 }
        #expect(
            isPart(
                table.overlaps(where: equal, limit: .max), of: all.overlaps(where: equal, limit: .max)))
        #expect(isPart(table.masked(), of: all.masked()))
        for policy in [BoxTable.Policy.unique, .any, .first] {
            #expect(
                isPart(
                    table.redundant(policy, equalOutputs: equal),
                    of: all.redundant(policy, equalOutputs: equal)))
            #expect(
                isPart(
                    table.mergeable(policy, equalOutputs: equal, limit: .max),
                    of: all.mergeable(policy, equalOutputs: equal, limit: .max)))
        }
    }

    /// Each rule says something of a few of many columns, others each time: no order of cuts is a good one.
    private static func scattered(workLimit: Int) -> BoxTable {
        var random = SeededGenerator(seed: 3)
        let rules = (0..<300).map { _ in
            let asked = Set((0..<24).shuffled(using: &random).prefix(5))
            return RuleBox(
                (0..<24).map {
                    asked.contains($0)
                        ? CellRanges(cells: [0, 2].shuffled(using: &random).prefix(1)) : CellRanges(0..<3)
                })
        }
        return BoxTable(
            columns: (0..<24).map { _ in .init(size: 3, isOrdered: false) }, rules: rules,
            workLimit: workLimit)
    }

    @Test(.timeLimit(.minutes(1)))
    func aHardTableEnds() {
        let table = Self.scattered(workLimit: 2_000_000)
        let gaps = table.gaps(limit: 5)
        #expect(!gaps.isExact && gaps.found.count == 5)
        #expect(gaps.found.allSatisfy { gap in !table.rules.contains { $0.contains(gap.witness) } })
        _ = table.masked()
        _ = table.redundant(.any, equalOutputs: { $0 % 2 == $1 % 2 })
        _ = table.mergeable(.first, equalOutputs: { _, _ in true }, limit: 5)
    }

    /// More rules than the oracle's tables have, and with holes: against all with all.
    @Test(arguments: 0..<6)
    func pairsOfManyRules(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let boxes = (0..<200).map { _ in
            RuleBox(
                (0..<3).map { _ in
                    let start = Int.random(in: 0..<40, using: &random)
                    let cells = Set(start..<min(start + 12, 40))
                    return CellRanges(cells: random.chance(50) ? cells : cells.filter { $0 % 4 != 1 })
                })
        }
        let table = BoxTable(
            columns: (0..<3).map { .init(size: 40, isOrdered: $0 > 0) }, rules: boxes)
        var expected: [[Int]] = []
        for a in boxes.indices {
            for b in boxes.indices where a < b && !boxes[a].intersection(boxes[b]).isEmpty {
                expected.append([a, b])
            }
        }
        let overlaps = table.overlaps(where: { _, _ in true }, limit: .max)
        #expect(overlaps.isExact && overlaps.found.map { [$0.first, $0.second] } == expected)
    }

    /// All rules overlap all others: counted, the first ones listed.
    @Test func manyPairs() {
        let columns = [BoxTable.Column(size: 3, isOrdered: true), .init(size: 2, isOrdered: false)]
        let rule = RuleBox([CellRanges(0..<3), CellRanges(0..<2)])
        let table = BoxTable(columns: columns, rules: Array(repeating: rule, count: 400))
        let overlaps = table.overlaps(where: { _, _ in true }, limit: 3)
        #expect(overlaps.isExact && overlaps.count == 400 * 399 / 2)
        #expect(overlaps.found.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [0, 3]])
        #expect(table.masked().found.map(\.by) == Array(repeating: [0], count: 399))
    }

    /// A table in which each rule is one value of a long column.
    @Test func aLongColumn() {
        let columns = [BoxTable.Column(size: 5_000, isOrdered: true)]
        let rules = (0..<5_000).filter { $0 != 17 && $0 != 18 }.map { RuleBox([CellRanges($0..<$0 + 1)]) }
        let table = BoxTable(columns: columns, rules: rules)
        #expect(table.gaps(limit: 9).found.map(\.region) == [RuleBox([CellRanges(17..<19)])])
        #expect(table.overlaps(where: { _, _ in true }, limit: 9).count == 0)
        let mergeable = table.mergeable(.first, equalOutputs: { _, _ in true }, limit: 1)
        #expect(mergeable.isExact && mergeable.count == 4_998 - 2)
        #expect(mergeable.found.map(\.merged) == [RuleBox([CellRanges(0..<2)])])
    }

    @Test func gapsAreJoined() {
        // Everything but one point in the middle, over two columns of numbers and one of choices.
        let columns = [
            BoxTable.Column(size: 3, isOrdered: true), .init(size: 3, isOrdered: true),
            .init(size: 3, isOrdered: false),
        ]
        let table = BoxTable(
            columns: columns, rules: [RuleBox([CellRanges(1..<2), CellRanges(1..<2), CellRanges(1..<2)])])
        let regions = table.gaps(limit: .max).found.map(\.region)
        #expect(regions.count == 3)
        #expect(regions.contains { $0.sets.count { $0 == CellRanges(0..<3) } == 2 })
    }
}
