/// One node table with a root for everything that a walk can tell: what is recommended, which rules hold, which rules of
/// tables make results, which options are viable, and what conditions reckon with.
///
/// Terminals are numbered by the kind of root: outcomes by their index, truths 0 and 1, operands by an index into their
/// values.
struct SharedDiagram: Sendable {
    /// The nodes.
    let nodes: KeptNodes
    /// What the terminals of the verdicts stand for.
    let outcomes: [Outcome]
    /// Where the verdict starts.
    let verdict: Int32
    /// Where the verdict without the reader's question starts.
    let withoutReader: Int32
    /// For each rule whether it holds.
    let rules: [Int32]
    /// For each option whether it is viable.
    let viable: [Int32]
    /// For each table and rule of it whether the rule is among those that make the result.
    let hits: [[Int32]]
    /// For each table whether rules match at once that must not.
    let violated: [Int32]
    /// For each condition what its expression's names stand for; `nil` where that is no number and no truth.
    let operands: [[Operand]?]

    /// What a condition reckons with.
    enum Operand: Sendable, Hashable {
        /// The answer to a question: a number, or *yes* or *no*.
        case answer(question: Int)
        /// What a walk leads to.
        case walk(root: Int32, values: [Value])
    }

    /// Compiles a program anew, with all its roots.
    init(of program: Program, nodeLimit: Int) throws(DiagramBuilder.LimitExceeded) {
        var compiler = try Compiler(program, nodeLimit: nodeLimit)
        var outcomes = Interner<Outcome>()
        let (verdict, withoutReader) = try compiler.verdicts(&outcomes)
        var roots = Roots()
        let verdicts = roots.add([verdict, withoutReader])
        let rules = roots.add(try compiler.ruleTruths())
        let viable = roots.add(try compiler.viabilities())
        let hits = roots.add(try compiler.hits())
        let violated = roots.add(try compiler.violations())
        let operands = try compiler.operands()
        let walks = roots.add(
            operands.flatMap { $0 ?? [] }.compactMap { operand in
                if case .walk(let root, _) = operand { root } else { nil }
            })

        let nodes = KeptNodes(compiler.builder, roots: roots.all)
        self.nodes = nodes
        self.outcomes = outcomes.values
        self.verdict = nodes.roots[verdicts.lowerBound]
        self.withoutReader = nodes.roots[verdicts.lowerBound + 1]
        self.rules = Array(nodes.roots[rules])
        self.viable = Array(nodes.roots[viable])
        var nextHit = hits.lowerBound
        self.hits = program.tables.map { table in
            defer { nextHit += table.rows.count }
            return Array(nodes.roots[nextHit..<nextHit + table.rows.count])
        }
        self.violated = Array(nodes.roots[violated])
        var walked = nodes.roots[walks]
        self.operands = operands.map { operands in
            operands?.map { operand in
                guard case .walk(_, let values) = operand, let root = walked.popFirst() else {
                    return operand
                }
                return .walk(root: root, values: values)
            }
        }
    }

    /// Roots as they come, so that all are kept in one go.
    private struct Roots {
        private(set) var all: [Int32] = []

        /// Adds roots and says where they stand.
        mutating func add(_ roots: [Int32]) -> Range<Int> {
            all += roots
            return all.count - roots.count..<all.count
        }
    }
}

extension Compiler {
    fileprivate mutating func ruleTruths() throws(LimitExceeded) -> [Int32] {
        var truths: [Int32] = []
        for rule in program.rules { truths.append(try truth(ofRule: rule.index)) }
        return truths
    }

    fileprivate mutating func viabilities() throws(LimitExceeded) -> [Int32] {
        var truths: [Int32] = []
        for option in program.options.indices { truths.append(try viability(of: option)) }
        return truths
    }

    /// The rules of all tables, one after another: whether each is among those that make its table's result.
    fileprivate mutating func hits() throws(LimitExceeded) -> [Int32] {
        var all: [Int32] = []
        for (index, table) in program.tables.enumerated() {
            guard let result = results[index] else { continue }
            guard let order = table.rankOrder else {
                all += result.matches
                continue
            }
            var hits = result.matches
            var taken = ~Compiler.isFalse
            for row in order {
                let match = result.matches[row]
                hits[row] = try builder.combine(match, taken, known: Compiler.onlyKnown) { $0 & ~$1 }
                taken = try builder.combine(match, taken, known: Compiler.orKnown) { $0 | $1 }
            }
            all += hits
        }
        return all
    }

    private static func onlyKnown(_ match: Int32, _ taken: Int32) -> Int32? {
        if match == ~isFalse || taken == ~isTrue { return ~isFalse }
        return taken == ~isFalse ? match : nil
    }

    private static func orKnown(_ a: Int32, _ b: Int32) -> Int32? {
        if a == ~isTrue || b == ~isTrue { return ~isTrue }
        if a == ~isFalse { return b }
        return b == ~isFalse ? a : nil
    }

    fileprivate mutating func violations() throws(LimitExceeded) -> [Int32] {
        var truths: [Int32] = []
        for index in program.tables.indices {
            guard let result = results[index] else { continue }
            truths.append(
                try builder.map(result.root) {
                    result.terminals[$0] == .violated ? Compiler.isTrue : Compiler.isFalse
                })
        }
        return truths
    }

    fileprivate mutating func operands() throws(LimitExceeded) -> [[SharedDiagram.Operand]?] {
        var all: [[SharedDiagram.Operand]?] = []
        for condition in program.conditions {
            var operands: [SharedDiagram.Operand] = []
            let subjects = program.expressions[condition].subjects
            for subject in subjects { if let operand = try operand(subject) { operands.append(operand) } }
            all.append(operands.count == subjects.count ? operands : nil)
        }
        return all
    }

    private mutating func operand(
        _ subject: DecisionTable.Subject
    ) throws(LimitExceeded) -> SharedDiagram.Operand? {
        if case .question(let question) = subject {
            switch program.questions[question].type {
            case .number, .yesNo: return .answer(question: question)
            case .choice, .scale, .date, .text: return nil
            }
        }
        let root = try value(of: subject)
        var own = Interner<Value>()
        let mapped = try builder.map(root) { own.number(of: values[$0]) }
        let isReckonable = own.values.allSatisfy { value in
            switch value {
            case .null, .boolean, .number: true
            case .string, .date, .list: false
            }
        }
        return isReckonable ? .walk(root: mapped, values: own.values) : nil
    }
}
