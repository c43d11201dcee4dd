import Testing

@testable import Rules

/// Thousands of random tables, every point of each, against the oracle in BoxesOracle.swift.
struct BoxesOracleTests {
    private static let blocks = 20
    private static let tablesPerBlock = 150

    private static func tables(_ block: Int) -> [(seed: Int, plain: PlainTable)] {
        (block * tablesPerBlock..<(block + 1) * tablesPerBlock).map { ($0, PlainTable(seed: $0)) }
    }

    /// The oracle agrees on nothing of interest where there is nothing to find.
    @Test func theTablesHaveWhatIsLookedFor() {
        var counts: [String: Int] = [:]
        for (_, plain) in (0..<4).flatMap(Self.tables) {
            let table = plain.table
            counts["gaps", default: 0] += table.gaps(limit: 0).count
            counts["overlaps", default: 0] +=
                table.overlaps(where: { !plain.isEqual($0, $1) }, limit: 0).count
            counts["empty", default: 0] += table.empty().count
            let masked = table.masked().found
            counts["masked by one", default: 0] += masked.count { $0.by.count == 1 }
            counts["masked by several", default: 0] += masked.count { $0.by.count > 1 }
            for policy in [BoxTable.Policy.unique, .any, .first] {
                let redundant = table.redundant(policy, equalOutputs: plain.isEqual).found
                let isMasked = Set(masked.map(\.rule))
                counts["redundant \(policy)", default: 0] += redundant.count {
                    policy != .first || !isMasked.contains($0.rule)
                }
                let mergeable = table.mergeable(policy, equalOutputs: plain.isEqual, limit: .max).found
                counts["mergeable \(policy)", default: 0] += mergeable.count
                counts["mergeable later \(policy)", default: 0] += mergeable.count { $0.place == $0.second }
            }
        }
        let scarce = counts.filter { $0.value < 20 }
        #expect(Set(scarce.keys) == ["mergeable later unique", "mergeable later any"], "\(counts)")
    }

    @Test(arguments: 0..<blocks)
    func gaps(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let gaps = plain.table.gaps(limit: .max)
            #expect(gaps.isExact && gaps.count == gaps.found.count, "seed \(seed)")
            let regions = gaps.found.map(\.region)
            // Disjoint: in one region where no rule matches, else in none.
            let wrong = plain.points.filter { point in
                regions.count { $0.contains(point) } != (plain.matching(point).isEmpty ? 1 : 0)
            }
            #expect(wrong == [], "seed \(seed)")
            #expect(gaps.found.allSatisfy { $0.region.contains($0.witness) }, "seed \(seed)")
            let limited = plain.table.gaps(limit: 1)
            #expect(limited.found == Array(gaps.found.prefix(1)), "seed \(seed)")
            #expect(limited.isExact && limited.count == gaps.count, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<blocks)
    func overlaps(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let overlaps = plain.table.overlaps(where: { !plain.isEqual($0, $1) }, limit: .max)
            var expected: [BoxPair: Set<[Int]>] = [:]
            let points = plain.points
            for point in points {
                let matching = plain.matching(point)
                for a in matching {
                    for b in matching where a < b && !plain.isEqual(a, b) {
                        expected[BoxPair(a, b), default: []].insert(point)
                    }
                }
            }
            #expect(overlaps.isExact && overlaps.count == expected.count, "seed \(seed)")
            #expect(
                overlaps.found.map { BoxPair($0.first, $0.second) } == expected.keys.sorted(), "seed \(seed)")
            for overlap in overlaps.found {
                let common = expected[BoxPair(overlap.first, overlap.second)]
                #expect(Set(points.filter(overlap.region.contains)) == common, "seed \(seed)")
                #expect(common?.contains(overlap.witness) == true, "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<blocks)
    func maskedAndEmpty(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let hasPoint = plain.hasPoint
            #expect(
                plain.table.empty().map(\.rule) == hasPoint.indices.filter { !hasPoint[$0] }, "seed \(seed)")
            let matching = plain.points.map { Set(plain.matching($0)) }
            func isCovered(_ rule: Int, by others: [Int]) -> Bool {
                matching.allSatisfy { !$0.contains(rule) || !$0.isDisjoint(with: others) }
            }
            let masked = plain.table.masked()
            let expected = plain.rules.indices.filter { hasPoint[$0] && isCovered($0, by: Array(0..<$0)) }
            #expect(masked.isExact && masked.found.map(\.rule) == expected, "seed \(seed)")
            for rule in masked.found {
                #expect(isCovered(rule.rule, by: rule.by), "seed \(seed)")
                #expect(rule.by.allSatisfy { $0 < rule.rule }, "seed \(seed)")
                for one in rule.by {
                    #expect(!isCovered(rule.rule, by: rule.by.filter { $0 != one }), "seed \(seed)")
                }
                #expect(plain.matches(rule.rule, rule.witness), "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<blocks)
    func redundant(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let matching = plain.points.map(plain.matching)
            for policy in [BoxTable.Policy.unique, .any, .first] {
                let redundant = plain.table.redundant(policy, equalOutputs: plain.isEqual)
                let expected = plain.rules.indices.filter { rule in
                    plain.hasPoint[rule] && plain.isSame(policy, matching) { $0.filter { $0 != rule } }
                }
                #expect(redundant.isExact && redundant.count == expected.count, "seed \(seed), \(policy)")
                #expect(redundant.found.map(\.rule) == expected, "seed \(seed), \(policy)")
                for rule in redundant.found {
                    #expect(plain.matches(rule.rule, rule.witness), "seed \(seed), \(policy)")
                    #expect(!rule.inFavourOf.contains(rule.rule), "seed \(seed), \(policy)")
                    let others = Set(rule.inFavourOf)
                    let left = matching.filter { $0.contains(rule.rule) && others.isDisjoint(with: $0) }
                    #expect(left == [], "seed \(seed), \(policy)")
                }
            }
        }
    }

    @Test(arguments: 0..<blocks)
    func mergeable(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let points = plain.points
            let matching = points.map(plain.matching)
            for policy in [BoxTable.Policy.unique, .any, .first] {
                let mergeable = plain.table.mergeable(policy, equalOutputs: plain.isEqual, limit: .max)
                var expected: [[Int]] = []
                for a in plain.rules.indices {
                    for b in plain.rules.indices where a < b {
                        guard let column = plain.mergeableColumn(a, b) else { continue }
                        let place = [a, b].first { place in
                            plain.isSame(policy, matching) { rules in
                                // The one rule matches what either did, and stands in its place.
                                guard rules.contains(a) || rules.contains(b) else { return rules }
                                return (rules.filter { $0 != a && $0 != b } + [place]).sorted()
                            }
                        }
                        if let place { expected.append([a, b, column, place]) }
                    }
                }
                let found = mergeable.found.map { [$0.first, $0.second, $0.column, $0.place] }
                #expect(mergeable.isExact && found == expected, "seed \(seed), \(policy)")
                for pair in mergeable.found {
                    #expect(pair.merged.contains(pair.witness), "seed \(seed), \(policy)")
                    let isUnion = zip(points, matching).allSatisfy { point, rules in
                        pair.merged.contains(point)
                            == (rules.contains(pair.first) || rules.contains(pair.second))
                    }
                    #expect(isUnion, "seed \(seed), \(policy)")
                }
            }
        }
    }
}
