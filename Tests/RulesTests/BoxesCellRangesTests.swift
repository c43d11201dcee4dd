import Testing

@testable import Rules

/// Sets of cells and boxes against `Set`.
struct BoxesCellRangesTests {
    private static func sets() -> [(CellRanges, Set<Int>)] {
        var random = SeededGenerator(seed: 11)
        return (0..<70).map { number in
            let cells = Set((0..<12).filter { _ in random.chance(number) })
            return (CellRanges(cells: cells), cells)
        }
    }

    @Test func operations() {
        for (a, plainA) in Self.sets() {
            for (b, plainB) in Self.sets() {
                #expect(a.union(b) == CellRanges(cells: plainA.union(plainB)))
                #expect(a.intersection(b) == CellRanges(cells: plainA.intersection(plainB)))
                #expect(a.subtracting(b) == CellRanges(cells: plainA.subtracting(plainB)))
                #expect(a.intersects(b) == !plainA.isDisjoint(with: plainB))
                #expect(a.isSuperset(of: b) == plainA.isSuperset(of: plainB))
                #expect((a == b) == (plainA == plainB))
                let base = plainB.sorted()
                #expect(
                    a.places(in: b) == CellRanges(cells: base.indices.filter { plainA.contains(base[$0]) }))
            }
            #expect(a.count == plainA.count)
            #expect(a.first == plainA.min())
            #expect(a.isEmpty == plainA.isEmpty)
            #expect((0..<12).filter(a.contains) == plainA.sorted())
            #expect((0..<a.count).map { a.cell(at: $0) } == plainA.sorted())
            #expect(a.cell(at: a.count) == nil)
        }
    }

    @Test func ranges() {
        #expect(CellRanges(ranges: [5..<7, 1..<2, 2..<4, 6..<6, 3..<4]).ranges == [1..<4, 5..<7])
        #expect(CellRanges(3..<3) == .empty)
        #expect(CellRanges.empty.hull == 0..<0)
    }

    @Test func cellsOutsideTheDomainAreNotThere() {
        let table = BoxTable(
            columns: [.init(size: 4, isOrdered: true), .init(size: 4, isOrdered: true)],
            rules: [RuleBox([CellRanges(-3..<2), CellRanges(3..<9)])])
        #expect(table.rules == [RuleBox([CellRanges(0..<2), CellRanges(3..<4)])])
    }
}
