import Diagnostics

/// A compiled framework as its analysis sees it: all functions of the answers in one builder.
struct RuleAnalysis {
    typealias LimitExceeded = DiagramBuilder.LimitExceeded

    /// A rule of a table.
    struct RowID: Hashable {
        let table: Int
        let row: Int
    }

    let program: Program
    let diagram: Diagram?
    let text: SituationText
    /// The tables as functions; `nil` past the node limit, where tables are analysed by themselves.
    let compiler: Compiler?
    /// Where each condition over several inputs gives a value that its tests can ask for, over truths of `compiler`.
    let reckonable: Int32
    let nodeLimit: Int

    /// How many regions, or rules, a finding shows before it counts the rest.
    static let shown = 4

    init(_ logic: Logic) {
        program = logic.program
        diagram = logic.diagram
        nodeLimit = logic.nodeLimit
        text = SituationText(logic.program)
        var compiler =
            logic.diagram == nil ? nil : try? Compiler.analysed(logic.program, nodeLimit: nodeLimit)
        let reckonable = try? compiler?.conditionsWithValues()
        self.reckonable = reckonable ?? ~Compiler.isTrue
        self.compiler = reckonable == nil ? nil : compiler
    }

    /// A set of situations that a finding shows.
    struct Shown {
        /// The regions in words, the largest first.
        let regions: [String]
        /// Answers that lie in it.
        let witness: String
        /// Whether more is left than the regions say.
        let isCut: Bool
        /// Whether it rests on a condition over several inputs, whose cases may not all be there.
        let isCautious: Bool

        /// *Can*, or where that is not sure *may*.
        var verb: String { isCautious ? "may" : "can" }

        /// The witness as a note.
        var example: Diagnostic.Note { .init("for example with \(witness)") }
    }

    /// The situations in which a function is true; `nil` where it never is.
    func shown(_ root: Int32, in builder: DiagramBuilder) -> Shown? {
        guard root != ~Compiler.isFalse else { return nil }
        let nodes = NodeTable(builder, root: root, terminalCount: 2)
        let regions = Regions(of: nodes, limit: Self.shown, nodeLimit: nodeLimit) { $0 == 1 }
        guard let first = regions.regions.first else { return nil }
        return Shown(
            regions: regions.regions.map { text.situations($0.box) },
            witness: text.answers(first.witness, in: first.box), isCut: regions.situationsLeftOut > 0,
            isCautious: nodes.levels.contains { program.order[$0] >= program.questions.count })
    }

    /// What the recommendation depends on and never says.
    func influence(of diagram: Diagram) -> Influence {
        let given = program.unaskedCells
        return Influence(
            of: diagram, from: diagram.verdict, given: diagram.variables.map { given[$0.input] },
            optionCount: program.options.count)
    }

    /// What a rule of a table is called.
    func name(_ row: Int, of table: Int) -> String { "rule \(program.tables[table].rows[row].number)" }

    /// Several rules of a table, the first few by number.
    func names(_ rows: [Int], of table: Int) -> String {
        let numbers = rows.prefix(Self.shown).map { program.tables[table].rows[$0].number }
        let more = rows.count - numbers.count
        let all = more > 0 ? numbers + ["\(more) more"] : numbers
        return (rows.count == 1 ? "rule " : "rules ") + all.joinedAsList()
    }

    /// Pairs of rules behind the first, of which only some are at hand: `2 and 3; 4 and 5; and 7 other pairs`.
    func others(_ pairs: [(Int, Int)], count: Int, isExact: Bool, of table: Int) -> String? {
        let rows = program.tables[table].rows
        let more = count - 1 - pairs.count
        var texts = pairs.map { "\(rows[$0.0].number) and \(rows[$0.1].number)" }
        if more > 0 { texts.append("and \(more) other pair\(more == 1 ? "" : "s")") }
        if !isExact { texts.append("and maybe more") }
        return texts.isEmpty ? nil : (pairs.isEmpty ? "" : "rules ") + texts.joined(separator: "; ")
    }

    /// What is not looked for where the rules as a whole are past the limit.
    func unanalysedWhole() -> [Diagnostic] {
        guard compiler == nil else { return [] }
        let tables = program.tables.indices.filter {
            program.tables[$0].role != .favours && boxes(of: $0) == nil
        }
        return [.unanalysed(program, tables: tables.map { program.tables[$0].name })]
    }
}

extension Compiler {
    /// Where each condition over several inputs gives a value of a kind that its tests ask for. What it gives where
    /// one of its parts is missing is nobody's case to cover, unless a test asks for null.
    fileprivate mutating func conditionsWithValues() throws(LimitExceeded) -> Int32 {
        var root = ~Compiler.isTrue
        for (index, expression) in program.conditions.enumerated() {
            let input = program.questions.count + index
            let asksForNull = program.tables.contains { table in
                table.inputs.indices.contains { column in
                    table.inputs[column].subject == .expression(expression)
                        && table.rows.contains { $0.tests[column].tests.contains(.value(.null)) }
                }
            }
            let isValue = program.domains[input].cells.map { cell in
                switch cell {
                case .other, .value(.list): false
                case .value(.null): asksForNull
                default: true
                }
            }
            let node = try builder.node(
                level: levels[input], children: isValue.map { $0 ? ~Compiler.isTrue : ~Compiler.isFalse })
            root = try builder.combine(root, node) { $0 & $1 }
        }
        return root
    }
}

extension DiagramBuilder {
    /// Where one function is true and another is not.
    mutating func difference(_ a: Int32, _ b: Int32) throws(LimitExceeded) -> Int32 {
        try combine(a, b) { $0 & ($1 ^ 1) }
    }

    /// Which of some sets share something with a region that those before them leave over: one where it holds all.
    mutating func cover(
        of region: Int32, by sets: [(number: Int, set: Int32)]
    ) throws(LimitExceeded) -> [Int] {
        for (number, set) in sets where try difference(region, set) == ~Compiler.isFalse { return [number] }
        var rest = region
        var found: [Int] = []
        for (number, set) in sets where rest != ~Compiler.isFalse {
            let left = try difference(rest, set)
            if left != rest { found.append(number) }
            rest = left
        }
        return found
    }
}

extension Diagnostic {
    /// Says that a search in a table met its limit.
    static func partlyAnalysed(_ table: DecisionTable, _ what: String) -> Diagnostic {
        Diagnostic(
            "partly-analysed", .warning, at: table.location,
            "'\(table.name)' is too large for all \(what) to be found",
            suggestion: "split the table in two")
    }

    fileprivate static func unanalysed(_ program: Program, tables: [String]) -> Diagnostic {
        let names = tables.map { "'\($0)'" }
        return Diagnostic(
            "partly-analysed", .warning,
            at: program.tables.first?.location ?? program.rules.first?.location,
            "the rules depend on too much at once for all that is wrong with them to be found",
            suggestion: "ask fewer questions in one framework, or let tables feed each other",
            notes: [
                Note(
                    "not looked for: rules that change nothing, and gates, options, values, fallbacks and questions without effect"
                )
            ]
                + (names.isEmpty
                    ? [] : [Note("nor gaps, conflicts and rules that never fire in \(names.joinedAsList())")])
        )
    }
}
