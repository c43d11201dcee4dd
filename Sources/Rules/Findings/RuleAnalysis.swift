import Diagnostics

/// A compiled framework as its analysis sees it: all functions of the answers in one builder.
struct RuleAnalysis {
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
    let nodeLimit: Int

    /// How many regions, or rules, a finding shows before it counts the rest.
    static let shown = 4

    init(_ logic: Logic) {
        program = logic.program
        diagram = logic.diagram
        nodeLimit = logic.nodeLimit
        text = SituationText(logic.program)
        // Analyses make more of the functions than their recommendation needs.
        let limit = nodeLimit > Int.max / 4 ? nodeLimit : nodeLimit * 4
        compiler = logic.diagram == nil ? nil : try? Compiler.analysed(logic.program, nodeLimit: limit)
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

        /// The witness and the regions as notes.
        var notes: [Diagnostic.Note] {
            var notes = [Diagnostic.Note("for example with \(witness)")]
            if regions != [witness] {
                notes.append(
                    .init("that is: \(regions.joined(separator: "; "))" + (isCut ? "; and more" : "")))
            }
            return notes
        }
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

    /// What a rule of a table is called.
    func name(_ row: Int, of table: Int) -> String { "rule \(program.tables[table].rows[row].number)" }

    /// Several rules of a table, the first few by number.
    func names(_ rows: [Int], of table: Int) -> String {
        let numbers = rows.prefix(Self.shown).map { program.tables[table].rows[$0].number }
        let more = rows.count - numbers.count
        let all = more > 0 ? numbers + ["\(more) more"] : numbers
        return (rows.count == 1 ? "rule " : "rules ") + all.joinedAsList()
    }
}
