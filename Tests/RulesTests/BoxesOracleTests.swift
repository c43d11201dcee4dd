import Testing

@testable import Rules

/// Thousands of random tables, every point of each, against the oracle in BoxesOracle.swift.
struct BoxesOracleTests {
    private static let blocks = 20
    private static let tablesPerBlock = 200

    private static func tables(_ block: Int) -> [(seed: Int, plain: PlainTable)] {
        (block * tablesPerBlock..<(block + 1) * tablesPerBlock).map { ($0, PlainTable(seed: $0)) }
    }

    @Test(arguments: 0..<blocks)
    func gaps(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let gaps = plain.table.gaps(limit: .max)
            #expect(gaps.isExact && gaps.count == gaps.found.count, "seed \(seed)")
            let regions = gaps.found.map(\.region)
            for point in plain.points {
                // Disjoint: in one region where no rule matches, else in none.
                let isGap = plain.matching(point).isEmpty
                #expect(regions.count { $0.contains(point) } == (isGap ? 1 : 0), "seed \(seed): \(point)")
            }
            #expect(gaps.found.allSatisfy { $0.region.contains($0.witness) }, "seed \(seed)")
            let limited = plain.table.gaps(limit: 1)
            #expect(limited.found.count == min(gaps.count, 1), "seed \(seed)")
            #expect(limited.isExact == (limited.count == limited.found.count), "seed \(seed)")
        }
    }

    @Test(arguments: 0..<blocks)
    func overlaps(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let overlaps = plain.table.overlaps(where: { !plain.isEqual($0, $1) }, limit: .max)
            var expected: [BoxPair: Set<[Int]>] = [:]
            for point in plain.points {
                let matching = plain.matching(point)
                for a in matching {
                    for b in matching where a < b && !plain.isEqual(a, b) {
                        expected[BoxPair(a, b), default: []].insert(point)
                    }
                }
            }
            #expect(overlaps.isExact && overlaps.count == expected.count, "seed \(seed)")
            #expect(overlaps.found.map { BoxPair($0.first, $0.second) } == expected.keys.sorted(), "seed \(seed)")
            for overlap in overlaps.found {
                let points = expected[BoxPair(overlap.first, overlap.second)]
                #expect(Set(plain.points.filter(overlap.region.contains)) == points, "seed \(seed)")
                #expect(points?.contains(overlap.witness) == true, "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<blocks)
    func maskedAndEmpty(block: Int) {
        for (seed, plain) in Self.tables(block) {
            let hasPoint = plain.hasPoint
            #expect(plain.table.empty().map(\.rule) == hasPoint.indices.filter { !hasPoint[$0] }, "seed \(seed)")
            func isCovered(_ rule: Int, by others: [Int]) -> Bool {
                plain.points.allSatisfy { point in
                    !plain.matches(rule, point) || others.contains { plain.matches($0, point) }
                }
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
            for policy in [BoxTable.Policy.unique, .any, .first] {
                let redundant = plain.table.redundant(policy, equalOutputs: plain.isEqual)
                let results = plain.results(policy)
                let expected = plain.rules.indices.filter {
                    plain.hasPoint[$0] && plain.removing($0).results(policy) == results
                }
                #expect(redundant.isExact && redundant.found.map(\.rule) == expected, "seed \(seed), \(policy)")
                for rule in redundant.found {
                    #expect(plain.matches(rule.rule, rule.witness), "seed \(seed), \(policy)")
                    #expect(!rule.inFavourOf.contains(rule.rule), "seed \(seed), \(policy)")
                    // They alone, with the rule, say the same of its points as with it left out.
                    let points = plain.points.filter { plain.matches(rule.rule, $0) }
                    #expect(
                        points.allSatisfy { plain.matching($0).contains { rule.inFavourOf.contains($0) } },
                        "seed \(seed), \(policy)")
                }
            }
        }
    }

    @Test(arguments: 0..<blocks)
    func mergeable(block: Int) {
        for (seed, plain) in Self.tables(block) {
            for policy in [BoxTable.Policy.unique, .any, .first] {
                let mergeable = plain.table.mergeable(policy, equalOutputs: plain.isEqual, limit: .max)
                let results = plain.results(policy)
                var expected: [String] = []
                for a in plain.rules.indices {
                    for b in plain.rules.indices where a < b {
                        guard let column = plain.mergeableColumn(a, b) else { continue }
                        var sets = plain.rules[a]
                        sets[column].formUnion(plain.rules[b][column])
                        let place = [a, b].first {
                            plain.merging(a, b, into: sets, at: $0).results(policy) == results
                        }
                        if let place { expected.append("\(a) \(b) \(column) \(place)") }
                    }
                }
                let found = mergeable.found.map { "\($0.first) \($0.second) \($0.column) \($0.place)" }
                #expect(mergeable.isExact && found == expected, "seed \(seed), \(policy)")
                for pair in mergeable.found {
                    #expect(pair.merged.contains(pair.witness), "seed \(seed), \(policy)")
                    #expect(
                        plain.points.allSatisfy {
                            pair.merged.contains($0)
                                == (plain.matches(pair.first, $0) || plain.matches(pair.second, $0))
                        }, "seed \(seed), \(policy)")
                }
            }
        }
    }
}
