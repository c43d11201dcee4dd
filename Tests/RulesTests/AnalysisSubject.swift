@testable import Rules

/// A function of a few variables as the analysis sees it, and as the oracles do: a value for each situation.
struct AnalysisSubject: CustomStringConvertible {
    let arities: [Int]
    /// The value of each situation, in the order of `situations`.
    let values: [Int]
    let valueCount: Int
    let nodes: NodeTable
    /// All situations, a cell for each variable.
    let situations: [[Int]]
    let description: String

    /// A random function; of every four one is a random checklist, its values worked out by the oracle.
    init(seed: Int) throws {
        if seed % 4 == 0 {
            try self.init(framework: seed)
        } else {
            var random = SeededGenerator(seed: seed)
            try self.init(random: &random)
        }
    }

    init(random: inout SeededGenerator, arities wanted: [Int]? = nil) throws {
        let arities =
            wanted
            ?? (0..<Int.random(in: 1...5, using: &random)).map { _ in
                [1, 2, 2, 2, 3, 3, 4].randomElement(using: &random) ?? 2
            }
        let valueCount = Int.random(in: 1...5, using: &random)
        var values = everySituation(arities).map { _ in Int.random(in: 0..<valueCount, using: &random) }
        if random.chance(75) {
            // Rules, the last that holds wins: functions that skip variables.
            values = values.map { _ in 0 }
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let wanted = arities.map { arity in
                    (0..<arity).map { _ in random.chance(60) }
                }
                let asked = arities.map { _ in random.chance(45) }
                let value = Int.random(in: 0..<valueCount, using: &random)
                for (index, cells) in everySituation(arities).enumerated()
                where cells.indices.allSatisfy({ !asked[$0] || wanted[$0][cells[$0]] }) {
                    values[index] = value
                }
            }
        }
        try self.init(arities: arities, values: values, valueCount: valueCount)
    }

    init(arities: [Int], values: [Int], valueCount: Int) throws {
        var builder = DiagramBuilder(arities: arities, nodeLimit: .max)
        var layer = values.map { ~Int32($0) }
        for level in arities.indices.reversed() {
            layer = try stride(from: 0, to: layer.count, by: arities[level]).map { start in
                try builder.node(level: level, children: Array(layer[start..<start + arities[level]]))
            }
        }
        self.arities = arities
        self.values = values
        situations = everySituation(arities)
        self.valueCount = valueCount
        nodes = NodeTable(builder, root: layer[0], terminalCount: valueCount)
        description = "\(arities) \(values)"
    }

    private init(framework seed: Int) throws {
        let framework = RandomFramework(seed: seed, .checklist)
        guard let diagram = framework.ruleSet.compile().logic?.diagram else { throw NoDiagram() }
        let recommendations = Recommendations(of: diagram, from: diagram.verdict)
        arities = diagram.variables.map { _ in 2 }
        situations = everySituation(arities)
        values = situations.map { cells in
            var answers = cells
            // Both number the answers alike, yes before no.
            for (variable, cell) in cells.enumerated() { answers[diagram.variables[variable].input] = cell }
            let bits = framework.situations.entries[framework.situations.index(of: answers)].heard.options
            return recommendations.options.firstIndex(of: (0..<8).filter { bits >> $0 & 1 == 1 }) ?? -1
        }
        valueCount = recommendations.options.count
        nodes = recommendations.nodes
        description = "\(framework)"
    }

    struct NoDiagram: Error {}

    /// Some answers: a cell for each variable, `nil` for those that are open.
    func answers(_ random: inout SeededGenerator, open percent: Int) -> [Int?] {
        arities.map { random.chance(percent) ? nil : Int.random(in: 0..<$0, using: &random) }
    }

    /// The situations that agree with some answers, with their values.
    func completions(of answers: [Int?]) -> [(cells: [Int], value: Int)] {
        zip(situations, values).filter { cells, _ in
            zip(cells, answers).allSatisfy { $1 == nil || $0 == $1 }
        }.map { ($0, $1) }
    }
}

/// All combinations of cells, the first variable's the slowest to change.
func everySituation(_ arities: [Int]) -> [[Int]] {
    arities.reduce([[]]) { all, arity in all.flatMap { cells in (0..<arity).map { cells + [$0] } } }
}

/// A weight for each cell of some variables; some say nothing, some are zero.
func randomWeights(_ arities: [Int], _ random: inout SeededGenerator) -> [[Double]?] {
    arities.map { arity in
        random.chance(50)
            ? nil : (0..<arity).map { _ in [0, 0.5, 1, 1, 2, 3].randomElement(using: &random) ?? 1 }
    }
}

/// How likely a situation is among those that agree with the answers.
func likelihood(_ cells: [Int], _ answers: [Int?], _ weights: [[Double]?], _ arities: [Int]) -> Double {
    cells.indices.filter { answers[$0] == nil }.reduce(1) { product, variable in
        let equal = [Double](repeating: 1, count: arities[variable])
        let own = weights[variable] ?? equal
        let used = own.allSatisfy { $0 == 0 } ? equal : own
        return product * used[cells[variable]] / used.reduce(0, +)
    }
}

func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-8 }
