import Testing

@testable import Rules

/// Comparisons of two versions against all situations of the common split.
struct AnalysisComparisonTests {
    @Test(arguments: 0..<12)
    func comparisonsAgree(block: Int) throws {
        for seed in block * 100..<(block + 1) * 100 {
            var random = SeededGenerator(seed: seed)
            let (old, new, alignment) = try Self.versions(&random)
            let weights = randomWeights(alignment.variables.map(\.cellCount), &random)
            let oldOptions = (0..<old.valueCount).map { [$0, $0 + 1] }
            let newOptions: [Int?] = (0...old.valueCount).map { $0 == 1 && seed % 3 == 0 ? nil : 6 - $0 }
            let found = try Difference(
                old: Recommendations(options: oldOptions, nodes: old.nodes),
                new: Recommendations(
                    options: (0..<new.valueCount).map { [5 - $0, 6 - $0] }, nodes: new.nodes),
                newOptions: newOptions, alignment: alignment, weights: weights, limit: 1000)
            let mistakes = Self.mistakes(
                found, old, new, alignment, weights, gone: seed % 3 == 0 ? [0, 1] : [])
            #expect(mistakes == [], "seed \(seed): \(old) \(new) \(alignment)")
        }
    }

    @Test func splitsAgreeWithUnits() {
        for seed in 0..<400 {
            var random = SeededGenerator(seed: seed)
            let points = (0..<2).map { _ in Self.points(&random) }
            let split = CommonSplit(oldPoints: points[0], newPoints: points[1])
            var expected: [[Int]] = []
            for unit in 0..<8 {
                let pair = points.map { own in
                    own.dropLast().indices.first { own[$0] <= unit && unit < own[$0 + 1] } ?? -1
                }
                if pair != [-1, -1], expected.last != pair { expected.append(pair) }
            }
            let pairs = zip(split.old, split.new).map { [$0 ?? -1, $1 ?? -1] }
            #expect(pairs == expected, "\(points)")
            #expect(split.cellCount == expected.count)
        }
        let labels = CommonSplit(oldLabels: ["a", "b", "c"], newLabels: ["c", "d", "a"])
        #expect(labels.old == [2, nil, 0, 1])
        #expect(labels.new == [0, 1, 2, nil])
    }

    @Test func aVersionComparedWithItselfIsUnchanged() throws {
        for seed in stride(from: 0, to: 400, by: 4) {
            let logic = try #require(RandomFramework(seed: seed, .checklist).ruleSet.compile().logic)
            let diagram = try #require(logic.diagram)
            let recommendations = Recommendations(of: diagram, from: diagram.verdict)
            let arities = recommendations.nodes.arities
            let matches = arities.enumerated().map { variable, arity in
                Alignment.Match(
                    old: variable, new: variable,
                    split: CommonSplit(oldLabels: Array(0..<arity), newLabels: Array(0..<arity)))
            }
            let found = try Difference(
                old: recommendations, new: recommendations, newOptions: Array(logic.options.indices),
                alignment: Alignment(oldArities: arities, newArities: arities, matches: matches))
            #expect(found.changes.isEmpty)
            #expect(isClose(found.unchanged, 1))
            #expect(found.situations == 1 << arities.count)
        }
    }

    /// Ascending points of 0...8, at least two.
    private static func points(_ random: inout SeededGenerator) -> [Int] {
        let points = (0...8).filter { _ in random.chance(35) }
        return points.count > 1 ? points : [2, 5]
    }

    /// Two versions that ask some questions alike, in other orders, with other cells.
    private static func versions(
        _ random: inout SeededGenerator
    ) throws -> (old: AnalysisSubject, new: AnalysisSubject, alignment: Alignment) {
        var splits: [(split: CommonSplit, old: Int, new: Int)] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            if random.chance(50) {
                let points = [random.chance(50) ? [0, 3, 5, 8] : points(&random), points(&random)]
                splits.append(
                    (
                        CommonSplit(oldPoints: points[0], newPoints: points[1]), points[0].count - 1,
                        points[1].count - 1
                    ))
            } else {
                let labels = (0..<2).map { _ in Array(0..<Int.random(in: 1...3, using: &random)) }
                let shuffled = labels[0].shuffled(using: &random)
                splits.append(
                    (
                        CommonSplit(oldLabels: shuffled, newLabels: labels[1]), labels[0].count,
                        labels[1].count
                    ))
            }
        }
        func arities(_ matched: [Int]) -> (places: [Int], arities: [Int]) {
            let own = random.chance(30) ? [2] : []
            let order = Array(0..<matched.count + own.count).shuffled(using: &random)
            return (
                matched.indices.map { order.firstIndex(of: $0) ?? 0 }, order.map { (matched + own)[$0] }
            )
        }
        let old = arities(splits.map(\.old))
        let new = arities(splits.map(\.new))
        let matches = splits.indices.map {
            Alignment.Match(old: old.places[$0], new: new.places[$0], split: splits[$0].split)
        }
        return (
            try AnalysisSubject(random: &random, arities: old.arities),
            try AnalysisSubject(random: &random, arities: new.arities),
            Alignment(oldArities: old.arities, newArities: new.arities, matches: matches)
        )
    }

    private static func mistakes(
        _ found: Difference, _ old: AnalysisSubject, _ new: AnalysisSubject, _ alignment: Alignment,
        _ weights: [[Double]?], gone: Set<Int>
    ) -> [String] {
        let arities = alignment.variables.map(\.cellCount)
        let open = arities.map { _ in Int?.none }
        func value(_ subject: AnalysisSubject, _ cells: [Int], _ parts: [Alignment.Part?]) -> Int {
            var own = subject.arities.map { _ in 0 }
            for (part, cell) in zip(parts, cells) {
                guard let part else { continue }
                guard let ownCell = part.cells[cell] else { return -1 }
                own[part.variable] = ownCell
            }
            return subject.values[subject.situations.firstIndex(of: own) ?? -1]
        }
        var groups: [[Int]: [[Int]]] = [:]
        for cells in everySituation(arities) {
            let pair = [
                value(old, cells, alignment.variables.map(\.old)),
                value(new, cells, alignment.variables.map(\.new)),
            ]
            groups[pair, default: []].append(cells)
        }
        func share(_ cells: [[Int]]) -> Double {
            cells.reduce(0) { $0 + likelihood($1, open, weights, arities) }
        }
        func isSame(_ pair: [Int]) -> Bool { pair[0] == pair[1] && pair[0] >= 0 && !gone.contains(pair[0]) }
        var mistakes: [String] = []
        let same = groups.filter { isSame($0.key) }.values.flatMap { $0 }
        if !isClose(found.unchanged, share(same)) { mistakes.append("unchanged") }
        if found.situations != UInt128(everySituation(arities).count) { mistakes.append("situations") }
        var expected = groups.filter { !isSame($0.key) && $0.key != [-1, -1] }
        for change in found.changes {
            let pair = [change.old?.first ?? -1, change.new.map { 5 - $0[0] } ?? -1]
            let cells = expected.removeValue(forKey: pair) ?? []
            let regions = change.regions?.regions ?? []
            let held = everySituation(arities).filter { cells in regions.contains { $0.box.contains(cells) } }
            if change.situations != UInt128(cells.count) || !isClose(change.share, share(cells)) {
                mistakes.append("\(pair) has \(cells.count)")
            }
            if change.regions != nil, held != cells { mistakes.append("\(pair) is \(cells), not \(held)") }
            if regions.contains(where: { !cells.contains($0.witness) }) { mistakes.append("\(pair) witness") }
        }
        if !expected.isEmpty { mistakes.append("not found: \(expected.keys)") }
        let shares = found.changes.map(\.share)
        if zip(shares, shares.dropFirst()).contains(where: { $0 < $1 - 1e-9 }) { mistakes.append("order") }
        return mistakes
    }
}
