import Testing

@testable import Rules

/// Smallest changes against all assignments of the answered variables.
struct AnalysisChangesTests {
    @Test(arguments: 0..<16)
    func changesAgree(block: Int) throws {
        for seed in block * 150..<(block + 1) * 150 {
            let subject = try AnalysisSubject(seed: seed)
            var random = SeededGenerator(seed: ~seed)
            let answers = subject.answers(&random, open: [0, 15, 30, 60][seed / 4 % 4])
            let fixed = answers.map { _ in random.chance(20) }
            let found = try Changes(of: subject.nodes, answered: answers, fixed: fixed, limit: 1000)
            let first = try Changes(of: subject.nodes, answered: answers, fixed: fixed, limit: 2)
            let expected = Self.expected(subject, answers, fixed)
            let context = "seed \(seed): \(subject) \(answers) \(fixed)"
            #expect(found.present == expected.present, "\(context)")
            #expect(found.goals.map(\.terminal) == expected.goals.map(\.value), "\(context)")
            #expect(
                found.outOfReach
                    == Set(subject.values).subtracting(expected.goals.map(\.value)).sorted()
                    .filter { $0 != expected.present }, "\(context)")
            for (goal, wanted) in zip(found.goals, expected.goals) {
                #expect(goal.size == wanted.size, "\(context)")
                #expect(goal.count == UInt128(wanted.assignments.count), "\(context)")
                let listed = goal.boxes.flatMap { Self.assignments($0, answers) }
                #expect(listed.count == Set(listed).count, "\(context)")
                #expect(Set(listed) == wanted.assignments, "\(context)")
                #expect(goal.shown == goal.count)
                #expect(!Self.canMerge(goal.boxes), "\(context) \(goal)")
            }
            #expect(first.goals.map { $0.boxes } == found.goals.map { Array($0.boxes.prefix(2)) })
        }
    }

    @Test func aThresholdIsCrossedToEitherSide() throws {
        // Recommended are 0 up to the second cell of a scale, 1 in its middle, 2 above.
        let subject = try AnalysisSubject(
            arities: [6, 2], values: everySituation([6, 2]).map { [0, 0, 1, 1, 2, 2][$0[0]] }, valueCount: 3)
        let changes = try Changes(of: subject.nodes, answered: [2, nil], fixed: [false, false])
        #expect(changes.present == 1)
        #expect(changes.goals.map(\.terminal) == [0, 2])
        #expect(changes.goals.map(\.size) == [1, 1])
        #expect(changes.goals.map { $0.boxes.map(\.sides) } == [[[side(0, [0, 1])]], [[side(0, [4, 5])]]])
    }

    @Test func rangesAreOfNeighbours() {
        let set = CellSet([0, 1, 2, 4, 6, 7])
        #expect(set.ranges(isOrdered: true) == [0...2, 4...4, 6...7])
        #expect(set.ranges(isOrdered: false) == [0...0, 1...1, 2...2, 4...4, 6...6, 7...7])
        #expect((0...8).filter(set.contains) == set.cells)
    }

    @Test func changesAreMergedAcrossDifferentFutures() throws {
        // a in 1 with b or c, a in 2 with b alone: b is one box over both cells of a.
        let subject = try AnalysisSubject(
            arities: [3, 2, 2],
            values: everySituation([3, 2, 2]).map { cells in
                cells[0] > 0 && cells[1] == 1 || cells[0] == 1 && cells[2] == 1 ? 1 : 0
            }, valueCount: 2)
        let changes = try Changes(of: subject.nodes, answered: [0, 0, 0], fixed: [false, false, false])
        #expect(changes.goals.map(\.count) == [3])
        #expect(
            changes.goals.first?.boxes.map(\.sides) == [
                [side(0, [1, 2]), side(1, [1])], [side(0, [1]), side(2, [1])],
            ])
    }

    private func side(_ variable: Int, _ cells: [Int]) -> Box.Side {
        Box.Side(variable: variable, cells: CellSet(cells))
    }

    private struct Expected {
        var present: Int?
        /// By size, then value, each with all assignments as they are after the change.
        var goals: [(value: Int, size: Int, assignments: Set<[Int?]>)]
    }

    private static func expected(_ subject: AnalysisSubject, _ answers: [Int?], _ fixed: [Bool]) -> Expected {
        let candidates = subject.arities.indices.reduce([[Int?]]([[]])) { all, variable in
            let cells: [Int?] =
                answers[variable] == nil || fixed[variable]
                ? [answers[variable]] : Array(0..<subject.arities[variable])
            return all.flatMap { one in cells.map { one + [$0] } }
        }
        func certain(_ answers: [Int?]) -> Int? {
            let values = Set(subject.completions(of: answers).map(\.value))
            return values.count == 1 ? values.first : nil
        }
        let present = certain(answers)
        var best: [Int: (size: Int, assignments: Set<[Int?]>)] = [:]
        for candidate in candidates {
            guard let value = certain(candidate), value != present else { continue }
            let size = zip(candidate, answers).count { $0 != $1 }
            let known = best[value] ?? (Int.max, [])
            if size < known.size {
                best[value] = (size, [candidate])
            } else if size == known.size {
                best[value] = (size, known.assignments.union([candidate]))
            }
        }
        let goals = best.map { ($0.key, $0.value.size, $0.value.assignments) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        return Expected(present: present, goals: goals)
    }

    private static func assignments(_ box: Box, _ answers: [Int?]) -> [[Int?]] {
        box.sides.reduce([answers]) { all, side in
            all.flatMap { one in
                side.cells.cells.map { cell in
                    var changed = one
                    changed[side.variable] = cell
                    return changed
                }
            }
        }
    }

    /// Whether two boxes over the same variables differ in one side alone.
    private static func canMerge(_ boxes: [Box]) -> Bool {
        boxes.indices.contains { a in
            boxes.indices.contains { b in
                a < b && boxes[a].sides.map(\.variable) == boxes[b].sides.map(\.variable)
                    && zip(boxes[a].sides, boxes[b].sides).count { $0 != $1 } == 1
            }
        }
    }
}
