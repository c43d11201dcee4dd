/// A framework's diagram as a person can follow it: what is asked, one question after another, and what is recommended
/// in the end.
///
/// Where the whole is more than a page takes, its first questions are kept, and behind them stands what is still possible
/// then; branches after which the same is possible are one, as the same questions are in the whole. The reader's own
/// question is left out: it is not about the subject.
public struct DecisionMap: Sendable, Hashable {
    /// A question at one place of the map.
    public struct Node: Sendable, Hashable {
        /// What is asked: a question's short name, or a condition over several.
        public let name: String
        /// The question; `nil` where it is a condition.
        public let question: Int?
        /// How far down it stands, 0 at the top.
        public let layer: Int
        /// Where its answers lead, in the order of the answers.
        public let branches: [Branch]
    }

    /// Answers that lead to the same.
    public struct Branch: Sendable, Hashable {
        /// Any one of them, in words: `over 500 ms`.
        public let answers: String
        /// The same as cells of the question.
        public let cells: [Domain.Cell]
        /// Where they lead.
        public let target: Target
    }

    /// Where answers lead.
    public enum Target: Sendable, Hashable {
        /// On to a node.
        case node(Int)
        /// To an end.
        case end(Int)
    }

    /// The questions, the top one first; each stands in a lower layer than those that lead to it.
    public let nodes: [Node]
    /// The ends: what is recommended there, or where it is more than one what is still possible.
    public let ends: [[Recommendation]]
    /// How many layers of questions there are.
    public let layerCount: Int
    /// Whether it is the whole diagram.
    public let isWhole: Bool
    /// How many nodes the whole has.
    public let wholeCount: Int
}

extension Logic {
    /// The diagram as a map.
    /// - Parameter mostNodes: how many questions it has at most, if more than one layer has room.
    /// - Returns: `nil` where there is no diagram, or one of more nodes than it is worth to go over, or where no answer
    ///   matters.
    public func decisionMap(mostNodes: Int) -> DecisionMap? {
        guard let diagram, diagram.nodeCount <= 20_000 else { return nil }
        let recommendations = Recommendations(of: diagram, from: diagram.withoutReader)
        guard recommendations.nodes.root >= 0 else { return nil }
        let cuts = MapCuts(recommendations.nodes)
        var chosen = cuts.cut(afterLayers: 1)
        for layers in 1...cuts.layerCount {
            let cut = cuts.cut(afterLayers: layers)
            guard layers == 1 || cut.nodes.levels.count <= mostNodes else { break }
            chosen = cut
        }
        return map(chosen, recommendations, diagram)
    }

    private func map(_ cut: MapCuts.Cut, _ recommendations: Recommendations, _ diagram: Diagram)
        -> DecisionMap
    {
        let table = cut.nodes
        let text = SituationText(program)
        let inputs = diagram.variables.map(\.input)
        let layers = Set(table.levels).sorted()
        // The top first; of a layer's nodes in the table's order.
        let order = table.levels.indices.sorted { (table.levels[$0], $1) < (table.levels[$1], $0) }
        var places = [Int](repeating: 0, count: order.count)
        for (place, node) in order.enumerated() { places[node] = place }
        let nodes = order.map { node in
            let input = inputs[table.levels[node]]
            let children = table.edgeRange(node).map { table.edges[$0] }
            var seen: [Int32] = []
            for child in children where !seen.contains(child) { seen.append(child) }
            return DecisionMap.Node(
                name: text.name(ofInput: input),
                question: program.questions.indices.contains(input) ? input : nil,
                layer: layers.firstIndex(of: table.levels[node]) ?? 0,
                branches: seen.map { child in
                    let cells = children.indices.filter { children[$0] == child }
                    return DecisionMap.Branch(
                        answers: text.cells(cells, ofInput: input),
                        cells: cells.map { program.domains[input].cells[$0] },
                        target: child < 0 ? .end(Int(~child)) : .node(places[Int(child)]))
                })
        }
        return DecisionMap(
            nodes: nodes,
            ends: cut.ends.map { $0.map { diagram.recommendation(of: recommendations.options[$0]) } },
            layerCount: layers.count, isWhole: cut.isWhole,
            wholeCount: recommendations.nodes.levels.count)
    }
}

/// The first layers of a diagram, with what can be reached from below them.
private struct MapCuts {
    /// A diagram cut after some layers.
    struct Cut {
        let nodes: NodeTable
        /// The terminals of the whole that each terminal of the cut stands for.
        let ends: [[Int]]
        let isWhole: Bool
    }

    private let whole: NodeTable
    private let layers: [Int]
    /// The terminals that each node reaches, ascending.
    private let reached: [[Int]]

    var layerCount: Int { layers.count }

    init(_ whole: NodeTable) {
        self.whole = whole
        layers = Set(whole.levels).sorted()
        var reached: [[Int]] = []
        for node in whole.levels.indices {
            var all: Set<Int> = []
            for edge in whole.edgeRange(node) {
                let child = whole.edges[edge]
                if child < 0 { all.insert(Int(~child)) } else { all.formUnion(reached[Int(child)]) }
            }
            reached.append(all.sorted())
        }
        self.reached = reached
    }

    func cut(afterLayers count: Int) -> Cut {
        let end = count < layers.count ? layers[count] : whole.arities.count
        var builder = DiagramBuilder(arities: whole.arities, nodeLimit: whole.levels.count)
        var ends = Interner<[Int]>()
        var images: [Int32] = []
        for node in whole.levels.indices {
            guard whole.levels[node] < end else {
                images.append(~ends.number(of: reached[node]))
                continue
            }
            let children = whole.edgeRange(node).map { edge -> Int32 in
                let child = whole.edges[edge]
                return child < 0 ? ~ends.number(of: [Int(~child)]) : images[Int(child)]
            }
            // Never more nodes than the whole has, so the limit cannot be met.
            images.append((try? builder.node(level: whole.levels[node], children: children)) ?? ~0)
        }
        let root = whole.root < 0 ? ~ends.number(of: [Int(~whole.root)]) : images[Int(whole.root)]
        let nodes = NodeTable(builder, root: root, terminalCount: ends.values.count)
        // Ends of nodes that are out of reach by now are no ends of the map.
        let kept = nodes.reachableTerminals
        let numbers = Dictionary(zip(kept, 0...)) { first, _ in first }
        return Cut(
            nodes: nodes.mapped(terminalCount: kept.count) { numbers[$0] ?? 0 },
            ends: kept.map { ends.values[$0] }, isWhole: count >= layers.count)
    }
}
