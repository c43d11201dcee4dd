@testable import Rules

// The oracle of the boxes: tries every point of a small table, carrying the hit policies out literally. Of
// the module it takes only the tables' description, not its sets.

/// A small random table, as sets of cells and as boxes.
struct PlainTable {
    var sizes: [Int]
    var isOrdered: [Bool]
    /// For each rule and column the cells let through.
    var rules: [[Set<Int>]]
    /// For each rule its output; equal numbers are equal outputs.
    var outputs: [Int]

    /// What a table says of a point.
    enum Result: Hashable {
        case nothing
        case violation
        case output(Int)
    }

    var table: BoxTable { table(workLimit: 100_000_000) }

    func table(workLimit: Int) -> BoxTable {
        BoxTable(
            columns: zip(sizes, isOrdered).map { BoxTable.Column(size: $0, isOrdered: $1) },
            rules: rules.map { RuleBox($0.map { CellRanges(cells: $0) }) }, workLimit: workLimit)
    }

    func isEqual(_ a: Int, _ b: Int) -> Bool { outputs[a] == outputs[b] }

    var points: [[Int]] {
        sizes.reduce([[]]) { points, size in points.flatMap { point in (0..<size).map { point + [$0] } } }
    }

    func matches(_ rule: Int, _ point: [Int]) -> Bool {
        for column in point.indices where !rules[rule][column].contains(point[column]) { return false }
        return true
    }

    /// The rules that match a point, in order.
    func matching(_ point: [Int]) -> [Int] { rules.indices.filter { matches($0, point) } }

    /// What rules that match, in order, make of their outputs.
    func result(_ matching: [Int], _ policy: BoxTable.Policy) -> Result {
        guard let first = matching.first else { return .nothing }
        return switch policy {
        case .unique: matching.count == 1 ? .output(outputs[first]) : .violation
        case .any: matching.allSatisfy { isEqual($0, first) } ? .output(outputs[first]) : .violation
        case .first: .output(outputs[first])
        }
    }

    /// Whether no result changes where other rules match than do. `matching` is said for each point.
    func isSame(_ policy: BoxTable.Policy, _ matching: [[Int]], with change: ([Int]) -> [Int]) -> Bool {
        matching.allSatisfy { result($0, policy) == result(change($0), policy) }
    }

    var hasPoint: [Bool] { rules.map { $0.allSatisfy { !$0.isEmpty } } }

    /// The column in which two rules differ, where that is one, and one test can say both of theirs.
    func mergeableColumn(_ a: Int, _ b: Int) -> Int? {
        let differing = sizes.indices.filter { rules[a][$0] != rules[b][$0] }
        guard hasPoint[a], hasPoint[b], differing.count == 1, isEqual(a, b) else { return nil }
        let column = differing[0]
        let union = rules[a][column].union(rules[b][column]).sorted()
        let isStretch = zip(union, union.dropFirst()).allSatisfy { $1 == $0 + 1 }
        return isOrdered[column] && !isStretch ? nil : column
    }
}

extension PlainTable {
    /// A table of up to four columns, eight cells each, and a dozen rules; now and then of a shape that is
    /// easily forgotten.
    init(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let width = Int.random(in: random.chance(3) ? 0...1 : 1...4, using: &random)
        sizes = (0..<width).map { _ in Int.random(in: 1...(width > 3 ? 5 : 8), using: &random) }
        if random.chance(1), width > 0 { sizes[0] = 0 }
        isOrdered = (0..<width).map { _ in random.chance(65) }
        // Tables that are nearly partitions, tables full of anything, and tables of wide rules.
        let openness = [5, 30, 60][Int.random(in: 0..<3, using: &random)]
        let count = Int.random(in: 0...12, using: &random)
        let outputCount = Int.random(in: 1...3, using: &random)
        rules = []
        for _ in 0..<count {
            var rule: [Set<Int>] = []
            for column in 0..<width {
                rule.append(Self.set(sizes[column], isOrdered[column], openness: openness, &random))
            }
            if let other = rules.randomElement(using: &random), random.chance(35), width > 0 {
                // Much like one before.
                let column = Int.random(in: 0..<width, using: &random)
                let new = rule[column]
                rule = other
                rule[column] = random.chance(40) ? other[column].union(new) : new
            }
            rules.append(rule)
        }
        outputs = rules.map { _ in Int.random(in: 0..<outputCount, using: &random) }
    }

    private static func set(
        _ size: Int, _ isOrdered: Bool, openness: Int, _ random: inout SeededGenerator
    ) -> Set<Int> {
        let all = Set(0..<size)
        if random.chance(openness) { return all }
        if random.chance(2) { return [] }
        if isOrdered, random.chance(80), size > 0 {
            let a = Int.random(in: 0..<size, using: &random)
            let b = Int.random(in: 0..<size, using: &random)
            return Set(min(a, b)...max(a, b))
        }
        return all.filter { _ in random.chance(50) }
    }
}
