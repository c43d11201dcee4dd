import FoundationEssentials

/// Compiles a program to its decision diagram.
///
/// Each option's tally is a diagram over numbers, the sum of its signals; its viability one over truths,
/// the conjunction of its gates. Both make an entry, and the entries are folded, option by option, into
/// contests (`Contest`), which become outcomes.
struct Compiler {
    private let program: Program
    /// The cells of the questions whose answers are taken as given.
    private let given: [Int?]
    private let levels: [Int]
    private var builder: DiagramBuilder

    /// The most questions to branch on, since `combine` recurses once for each and the threads that render
    /// pages have small stacks.
    private static let mostOpenQuestions = 300

    private static let isFalse: Int32 = 0
    private static let isTrue: Int32 = 1

    /// Compiles all of a program, or what is left of it where some answers are given (a cell for each
    /// question, `nil` for those to branch on): with all given, these are the rules carried out directly.
    static func compile(
        _ program: Program, given: [Int?]? = nil, nodeLimit: Int
    ) throws(DiagramBuilder.LimitExceeded) -> Diagram {
        var compiler = try Compiler(program, given: given, nodeLimit: nodeLimit)
        return try compiler.diagram()
    }

    private init(
        _ program: Program, given: [Int?]?, nodeLimit: Int
    ) throws(DiagramBuilder.LimitExceeded) {
        self.program = program
        self.given = given ?? program.questions.map { _ in nil }
        var levels = [Int](repeating: 0, count: program.questions.count)
        for (level, question) in program.order.enumerated() { levels[question] = level }
        self.levels = levels
        builder = DiagramBuilder(
            arities: program.order.map { program.domains[$0].cells.count }, nodeLimit: nodeLimit)
        guard self.given.count(where: { $0 == nil }) <= Compiler.mostOpenQuestions else {
            throw DiagramBuilder.LimitExceeded(nodesPerLevel: [])
        }
    }

    private mutating func diagram() throws(DiagramBuilder.LimitExceeded) -> Diagram {
        let contest = try contests(try entries())
        var outcomes = Interner<Outcome>()
        let withoutReader = try builder.map(contest.root) {
            outcomes.number(of: contest.states[$0].outcome(of: program))
        }
        var verdict = withoutReader
        if let fallback = program.fallback, program.questions[program.rules[fallback].question].isAsked {
            let option = program.rules[fallback].target.option
            let start = outcomes.number(of: Outcome(options: [option], ground: .askedToStart))
            let isAsked = try literal(fallback, Compiler.isTrue, else: Compiler.isFalse)
            verdict = try builder.combine(isAsked, withoutReader) { $0 == Compiler.isTrue ? start : $1 }
        }
        return Diagram(
            builder,
            variables: program.order.map { Diagram.Variable(question: $0, domain: program.domains[$0]) },
            outcomes: outcomes.values, verdict: verdict, withoutReader: withoutReader)
    }

    /// The terminal `then` where a rule holds, else the other.
    private mutating func literal(
        _ rule: Int, _ then: Int32, else otherwise: Int32
    ) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        let rule = program.rules[rule]
        if let cell = given[rule.question] { return rule.cells.contains(cell) ? ~then : ~otherwise }
        let cells = program.domains[rule.question].cells.indices
        return try builder.node(
            level: levels[rule.question], children: cells.map { rule.cells.contains($0) ? ~then : ~otherwise }
        )
    }

    /// For each option a diagram over codes: 0 blocked, 1 idle, from 2 on the ranks of positive tallies.
    private mutating func entries() throws(DiagramBuilder.LimitExceeded) -> [Int32] {
        var numbers = Interner<Number>()
        let zero = numbers.number(of: 0)
        var entries: [(viable: Int32, tally: Int32)] = []
        for option in program.options.indices {
            var viable = ~Compiler.isTrue
            for gate in program.gates[option] {
                viable = try builder.combine(
                    viable, try literal(gate, Compiler.isTrue, else: Compiler.isFalse)
                ) { $0 & $1 }
            }
            var tally = ~zero
            for signal in program.signals[option] {
                guard case .signal(_, let weight, _) = program.rules[signal].target else { continue }
                let term = try literal(signal, numbers.number(of: weight), else: zero)
                tally = try builder.combine(tally, term) { numbers.number(of: numbers[$0] + numbers[$1]) }
            }
            entries.append((viable, tally))
        }
        let positive = numbers.values.filter { $0 > 0 }.sorted()
        let ranks = Dictionary(zip(positive, 2...)) { first, _ in first }
        var coded: [Int32] = []
        for (option, entry) in entries.enumerated() {
            // For an option that combines nothing it is all one why it is not favoured.
            let blocked: Int32 = program.atoms[option].isEmpty ? 1 : 0
            coded.append(
                try builder.combine(entry.viable, entry.tally) { viable, tally in
                    viable == Compiler.isTrue ? Int32(ranks[numbers[tally]] ?? 1) : blocked
                })
        }
        return coded
    }

    /// Folds the entries into one diagram over contests.
    private mutating func contests(
        _ entries: [Int32]
    ) throws(DiagramBuilder.LimitExceeded) -> (root: Int32, states: Interner<Contest>) {
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
