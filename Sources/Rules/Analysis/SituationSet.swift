/// A set of situations as a diagram: terminal 1 inside, 0 outside.
struct SituationSet {
    private(set) var builder: DiagramBuilder
    private(set) var root: Int32

    /// The reference of the empty set.
    static let empty: Int32 = ~0
    /// The reference of the set of all situations.
    static let all: Int32 = ~1

    /// Whether nothing is inside.
    var isEmpty: Bool { root == SituationSet.empty }

    /// The set as a table.
    var table: NodeTable { NodeTable(builder, root: root, terminalCount: 2) }

    /// The set that a table with the terminals 0 and 1 stands for.
    init(_ table: NodeTable, nodeLimit: Int) throws(DiagramBuilder.LimitExceeded) {
        var builder = DiagramBuilder(arities: table.arities, nodeLimit: nodeLimit)
        root = try table.copied(to: &builder) { $0 }
        self.builder = builder
    }

    /// The set of what lies in a box.
    init(_ box: Box, arities: [Int], nodeLimit: Int) throws(DiagramBuilder.LimitExceeded) {
        builder = DiagramBuilder(arities: arities, nodeLimit: nodeLimit)
        root = SituationSet.all
        for side in box.sides.reversed() {
            var children = [Int32](repeating: SituationSet.empty, count: arities[side.variable])
            for cell in side.cells.cells { children[cell] = root }
            root = try builder.node(level: side.variable, children: children)
        }
    }

    /// Takes a box away.
    mutating func subtract(_ box: Box) throws(DiagramBuilder.LimitExceeded) {
        var memo: [UInt64: Int32] = [:]
        root = try without(box.sides[...], root, &memo)
    }

    private mutating func without(
        _ sides: ArraySlice<Box.Side>, _ reference: Int32, _ memo: inout [UInt64: Int32]
    ) throws(DiagramBuilder.LimitExceeded) -> Int32 {
        guard reference != SituationSet.empty, let side = sides.first else { return SituationSet.empty }
        let key = UInt64(UInt32(bitPattern: reference)) << 32 | UInt64(sides.startIndex)
        if let known = memo[key] { return known }
        let level = min(builder.level(reference), side.variable)
        var children: [Int32] = []
        children.reserveCapacity(builder.arities[level])
        for cell in 0..<builder.arities[level] {
            let child = builder.child(reference, at: level, cell: cell)
            if level < side.variable {
                children.append(try without(sides, child, &memo))
            } else if side.cells.contains(cell) {
                children.append(try without(sides.dropFirst(), child, &memo))
            } else {
                children.append(child)
            }
        }
        let result = try builder.node(level: level, children: children)
        memo[key] = result
        return result
    }
}
