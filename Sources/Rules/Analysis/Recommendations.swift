/// Which recommendation each situation leads to. Two outcomes are the same recommendation when they name
/// the same options (FORMATS 3), whatever settled them.
struct Recommendations: Sendable {
    /// The recommendations in reach, by the number of their terminal: single options first, then ties by
    /// size, *nothing* last.
    let options: [[Int]]
    /// The diagram over them.
    let nodes: NodeTable
}

extension Recommendations {
    /// What a root of a diagram reaches.
    init(of diagram: Diagram, from root: Diagram.Reference) {
        let open = [Int?](repeating: nil, count: diagram.variables.count)
        let reached = diagram.reachable(from: root, cells: open).map { diagram.outcomes[$0].options }
        let options = Set(reached).sorted { a, b in
            if a.count != b.count { return !a.isEmpty && (b.isEmpty || a.count < b.count) }
            return a.lexicographicallyPrecedes(b)
        }
        let numbers = Dictionary(zip(options, 0...)) { first, _ in first }
        self.options = options
        // Outcomes that another root alone reaches may have no number.
        nodes = NodeTable(of: diagram, from: root, terminalCount: options.count) {
            numbers[diagram.outcomes[$0].options] ?? 0
        }
    }
}
