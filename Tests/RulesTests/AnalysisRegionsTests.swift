import Testing

@testable import Rules

/// Merged regions against all situations.
struct AnalysisRegionsTests {
    @Test(arguments: 0..<12)
    func regionsAreExact(block: Int) throws {
        for seed in block * 150..<(block + 1) * 150 {
            let subject = try AnalysisSubject(seed: seed)
            var random = SeededGenerator(seed: ~seed)
            let answers = subject.answers(&random, open: [100, 70][seed / 4 % 2])
            let weights = randomWeights(subject.arities, &random)
            let wanted = Set((0..<subject.valueCount).filter { _ in random.chance(50) })
            let limit = [1000, 1000, 1, 3][seed / 8 % 4]
            let found = Regions(
                of: subject.nodes, given: answers, weights: weights, limit: limit, where: wanted.contains)
            let mistakes = Self.mistakes(found, subject, answers, weights, wanted, limit: limit)
            #expect(mistakes == [], "seed \(seed): \(subject) \(answers) \(wanted) \(found)")
        }
    }

    @Test func alternativesAreNotToldApart() throws {
        // Any of three is enough: three boxes of one side each, though paths of the diagram exclude each other.
        let subject = try AnalysisSubject(
            arities: [2, 3, 2], values: everySituation([2, 3, 2]).map { $0.contains(0) ? 1 : 0 },
            valueCount: 2)
        let found = Regions(of: subject.nodes) { $0 == 1 }
        #expect(
            found.regions.map(\.box.sides) == [
                [Box.Side(variable: 0, cells: CellSet([0]))], [Box.Side(variable: 2, cells: CellSet([0]))],
                [Box.Side(variable: 1, cells: CellSet([0]))],
            ])
        #expect(found.situations == 10)
        #expect(Set(found.regions.map(\.witness)).count == 3)
    }

    @Test func everythingIsOneBoxAndNothingIsNone() throws {
        let subject = try AnalysisSubject(arities: [2, 2], values: [0, 1, 1, 0], valueCount: 2)
        let all = Regions(of: subject.nodes) { _ in true }
        #expect(all.regions.map(\.box.sides) == [[]])
        #expect(all.regions.map(\.witness) == [[1, 1]])
        #expect(all.share == 1)
        let none = Regions(of: subject.nodes) { _ in false }
        #expect(none.regions.isEmpty)
        #expect(none.situations == 0)
        #expect(none.situationsLeftOut == 0)
    }

    private static func mistakes(
        _ found: Regions, _ subject: AnalysisSubject, _ answers: [Int?], _ weights: [[Double]?],
        _ wanted: Set<Int>, limit: Int
    ) -> [String] {
        let completions = subject.completions(of: answers)
        let inside = completions.filter { wanted.contains($0.value) }.map(\.cells)
        let set = Set(inside)
        let boxes = found.regions.map(\.box)
        func share(_ cells: [[Int]]) -> Double {
            cells.reduce(0) { $0 + likelihood($1, answers, weights, subject.arities) }
        }
        func held(_ box: Box) -> [[Int]] {
            completions.map(\.cells).filter { cells in
                box.sides.allSatisfy { $0.cells.cells.contains(cells[$0.variable]) }
            }
        }
        let left = inside.filter { cells in !boxes.contains { held($0).contains(cells) } }
        var mistakes: [String] = []
        func check(_ isTrue: Bool, _ what: String) { if !isTrue { mistakes.append(what) } }
        check(found.situations == UInt128(inside.count) && isClose(found.share, share(inside)), "the set")
        check(
            found.situationsLeftOut == UInt128(left.count) && isClose(found.shareLeftOut, share(left)),
            "what is left out")
        check(boxes.count <= limit && (left.isEmpty || boxes.count >= 1), "the limit")
        check(limit < 1000 || left.isEmpty, "all boxes are there")
        for (index, region) in found.regions.enumerated() {
            let own = held(region.box)
            check(own.allSatisfy(set.contains), "box \(index) is inside")
            check(own.contains(region.witness), "witness \(index)")
            check(
                region.situations == UInt128(own.count) && isClose(region.share, share(own)), "size \(index)")
            let others = boxes.indices.filter { $0 != index }
            check(
                own.contains { cells in !others.contains { held(boxes[$0]).contains(cells) } },
                "box \(index) is needed")
            for side in region.box.sides {
                check(answers[side.variable] == nil, "box \(index) says what is given")
                for cell in 0..<subject.arities[side.variable] where !side.cells.cells.contains(cell) {
                    let grown = own.map { cells in
                        var moved = cells
                        moved[side.variable] = cell
                        return moved
                    }
                    check(!grown.allSatisfy(set.contains), "box \(index) is as large as can be")
                }
            }
        }
        return mistakes
    }
}
