import FoundationEssentials

/// Compiles a program to its decision diagram.
///
/// Each table's result is a diagram over values, each option's tally one over numbers, its viability one over truths. Where
/// no table recommends, tally and viability make an entry, and the entries are folded, option by option, into contests
/// (`Contest`), which become outcomes.
struct Compiler {
    typealias LimitExceeded = DiagramBuilder.LimitExceeded

    let program: Program
    /// The cells of the inputs whose answers are taken as given.
    let given: [Int?]
    /// The answers themselves, where they are known, by question.
    let known: [Value?]
    let levels: [Int]
    var builder: DiagramBuilder
    var values = Interner<Value>()
    /// What each table puts out, by table.
    var results: [Int: TableResult] = [:]
    /// The tallies, once an input asks for one, by option.
    var tallies: [Int: Int32] = [:]

    /// The most inputs to branch on, since `combine` recurses once for each and the threads that render
    /// pages have small stacks.
    private static let mostOpenInputs = 300

    static let isFalse: Int32 = 0
    static let isTrue: Int32 = 1

    /// What is left of a program where some answers are given.
    struct Residue {
        /// The diagram over the open answers.
        let diagram: Diagram
        /// For each table whether each of its rules is among those that make the result; `nil` while that is open.
        let rowHits: [[Bool?]]
        /// What each table puts out; `nil` while that is open.
        let tableResults: [TableTerminal?]
        /// Whether a condition over several inputs is still branched on, so that what is said may be more than can be.
        let isCautious: Bool
    }

    /// Compiles all of a program, or what is left of it where some answers are given (a cell for each
    /// input, `nil` for those to branch on): with all given, these are the rules carried out directly.
    static func compile(
        _ program: Program, given: [Int?]? = nil, known: [Value?]? = nil, nodeLimit: Int
    ) throws(LimitExceeded) -> Residue {
        var compiler = try Compiler(program, given: given, known: known, nodeLimit: nodeLimit)
        let diagram = try compiler.diagram()
        let branched = Set(
            (0..<diagram.nodeCount).map { diagram.variables[diagram.variable(ofNode: $0)].input })
        return Residue(
            diagram: diagram, rowHits: compiler.rowHits(), tableResults: compiler.tableResults,
            isCautious: branched.contains { $0 >= program.questions.count })
    }

    /// A program with what all its tables make of the answers, for analyses to go on from.
    static func analysed(_ program: Program, nodeLimit: Int) throws(LimitExceeded) -> Compiler {
        var compiler = try Compiler(program, given: program.unaskedCells, known: nil, nodeLimit: nodeLimit)
        for table in program.tableOrder { compiler.results[table] = try compiler.result(of: table) }
        return compiler
    }

    init(
        _ program: Program, given: [Int?]? = nil, known: [Value?]? = nil, nodeLimit: Int
    ) throws(LimitExceeded) {
        self.program = program
        self.given = given ?? program.domains.map { _ in nil }
        self.known = known ?? program.questions.map { _ in nil }
        var levels = [Int](repeating: 0, count: program.domains.count)
        for (level, input) in program.order.enumerated() { levels[input] = level }
        self.levels = levels
        builder = DiagramBuilder(
            arities: program.order.map { program.domains[$0].cells.count }, nodeLimit: nodeLimit)
        guard self.given.count(where: { $0 == nil }) <= Compiler.mostOpenInputs else {
            throw LimitExceeded(nodesPerLevel: [])
        }
    }

    private mutating func diagram() throws(LimitExceeded) -> Diagram {
        var outcomes = Interner<Outcome>()
        let (verdict, withoutReader) = try verdicts(&outcomes)
        return Diagram(
            builder,
            variables: program.order.map { Diagram.Variable(input: $0, domain: program.domains[$0]) },
            outcomes: outcomes.values, verdict: verdict, withoutReader: withoutReader)
    }

    /// What is recommended, with and without the reader's question, as diagrams over outcomes. Tables are compiled on the way.
    mutating func verdicts(
        _ outcomes: inout Interner<Outcome>
    ) throws(LimitExceeded) -> (verdict: Int32, withoutReader: Int32) {
        for table in program.tableOrder { results[table] = try result(of: table) }
        if let table = program.recommendation {
            let recommended = try recommended(by: table, &outcomes)
            return (recommended, recommended)
        }
        let contest = try contests(try entries())
        let withoutReader = try builder.map(contest.root) {
            outcomes.number(of: contest.states[$0].outcome(of: program))
        }
        guard let fallback = program.fallback, program.isAsked(program.rules[fallback]) else {
            return (withoutReader, withoutReader)
        }
        let option = program.rules[fallback].target.option
        let start = outcomes.number(of: Outcome(options: [option], ground: .askedToStart))
        let verdict = try builder.combine(try truth(ofRule: fallback), withoutReader) {
            $0 == Compiler.isTrue ? start : $1
        }
        return (verdict, withoutReader)
    }

    // MARK: Rules and options

    /// Whether a rule holds.
    mutating func truth(ofRule index: Int) throws(LimitExceeded) -> Int32 {
        switch program.rules[index].condition {
        case .answer(let question, let cells):
            if let cell = given[question] {
                return cells.contains(cell) ? ~Compiler.isTrue : ~Compiler.isFalse
            }
            return try builder.node(
                level: levels[question],
                children: program.domains[question].cells.indices.map {
                    cells.contains($0) ? ~Compiler.isTrue : ~Compiler.isFalse
                })
        case .row(let table, let row): return results[table]?.matches[row] ?? ~Compiler.isFalse
        }
    }

    /// Whether all gates of an option are met.
    mutating func viability(of option: Int) throws(LimitExceeded) -> Int32 {
        var viable = ~Compiler.isTrue
        for gate in program.gates[option] {
            viable = try builder.combine(viable, try truth(ofRule: gate)) { $0 & $1 }
        }
        return viable
    }

    /// The sum of an option's signals, as a diagram over `values`.
    mutating func tally(of option: Int) throws(LimitExceeded) -> Int32 {
        if let made = tallies[option] { return made }
        let zero = values.number(of: .number(0))
        var tally = ~zero
        for signal in program.signals[option] {
            guard case .signal(_, let weight, _) = program.rules[signal].target else { continue }
            let weighed = values.number(of: .number(weight))
            let term = try builder.map(try truth(ofRule: signal)) { $0 == Compiler.isTrue ? weighed : zero }
            tally = try builder.combine(tally, term) { a, b in
                values.number(of: .number(values[a].tally + values[b].tally))
            }
        }
        tallies[option] = tally
        return tally
    }

    /// For each option a diagram over codes: 0 blocked, 1 idle, from 2 on the ranks of positive tallies.
    private mutating func entries() throws(LimitExceeded) -> [Int32] {
        var entries: [(viable: Int32, tally: Int32)] = []
        for option in program.options.indices {
            entries.append((try viability(of: option), try tally(of: option)))
        }
        let tallies = Set(entries.flatMap { builder.terminals(of: $0.tally) })
        let positive = tallies.filter { values[$0].tally > 0 }.sorted {
            values[$0].tally < values[$1].tally
        }
        let ranks = Dictionary(zip(positive, 2...)) { first, _ in first }
        var coded: [Int32] = []
        for (option, entry) in entries.enumerated() {
            // For an option that combines nothing it is all one why it is not favoured.
            let blocked: Int32 = program.atoms[option].isEmpty ? 1 : 0
            coded.append(
                try builder.combine(entry.viable, entry.tally) { viable, tally in
                    viable == Compiler.isTrue ? Int32(ranks[tally] ?? 1) : blocked
                })
        }
        return coded
    }

    /// Folds the entries into one diagram over contests.
    private mutating func contests(
        _ entries: [Int32]
    ) throws(LimitExceeded) -> (root: Int32, states: Interner<Contest>) {
        let order = program.weighingOrder
        var ranksToCome = [Set<Int>](repeating: [], count: order.count + 1)
        for (place, option) in order.enumerated().reversed() {
            let ranks = builder.terminals(of: entries[option]).filter { $0 > 1 }.map { Int($0) - 1 }
            ranksToCome[place] = ranksToCome[place + 1].union(ranks)
        }
        var states = Interner<Contest>()
        var root = ~states.number(of: Contest(of: program))
        for (place, option) in order.enumerated() {
            let toCome = ranksToCome[place + 1].sorted()
            root = try builder.combine(root, entries[option]) { state, code in
                let entry: Contest.Entry =
                    switch code {
                    case 0: .blocked
                    case 1: .idle
                    default: .favoured(rank: Int(code) - 1)
                    }
                return states.number(
                    of: states[state].weighing(option, entry, of: program, ranksToCome: toCome))
            }
        }
        return (root, states)
    }
}

extension Value {
    /// The number that a tally is.
    fileprivate var tally: Number { number ?? 0 }
}
