/// Builds ordered, reduced, multi-valued decision diagrams with shared nodes (Srinivasan, Kam, Malik and
/// Brayton 1990, "Algorithms for discrete function manipulation"; apply after Bryant 1986).
///
/// Nodes of all functions share one table. A reference is a node's index, or a terminal's number
/// complemented (hence negative); what a terminal's number means is up to the function: an index into an
/// `Interner` of truths, numbers or outcomes. Children always have lower indices than their parents.
struct DiagramBuilder {
    /// Thrown where a diagram grows past the limit, or takes longer than that is worth. The builder is of no
    /// use then.
    struct LimitExceeded: Error {
        /// How many nodes branch on each level.
        let nodesPerLevel: [Int]
    }

    /// How many cells each level's variable has, top level first.
    let arities: [Int]
    /// The level of each node.
    private(set) var levels: [Int32] = []
    /// Where each node's children start in `edges`.
    private(set) var firstEdges: [Int32] = []
    /// The children of all nodes, one after another.
    private(set) var edges: [Int32] = []

    private let limit: Int
    /// Steps of `combine` left: pairs are bounded by a product, so nodes alone would not bound the work.
    private var stepsLeft: Int
    /// The unique table: open addressing over node indices, -1 where free, its size a power of two.
    private var slots: [Int32] = .init(repeating: -1, count: 64)
    /// A stack of the children of nodes in the making; saves an array for each.
    private var pending: [Int32] = []

    init(arities: [Int], nodeLimit: Int) {
        self.arities = arities
        // Nodes are numbered in 32 bits.
        limit = min(nodeLimit, Int(Int32.max))
        stepsLeft = nodeLimit > Int.max / 8 ? Int.max : nodeLimit * 8
    }

    /// The level of what a reference means; terminals lie below all variables.
    func level(_ reference: Int32) -> Int {
        reference < 0 ? arities.count : Int(levels[Int(reference)])
    }

    /// The function at a cell of the variable on `level`, at or above which the function's own lies.
    func child(_ reference: Int32, at level: Int, cell: Int) -> Int32 {
        self.level(reference) == level ? edges[Int(firstEdges[Int(reference)]) + cell] : reference
    }

    /// A node's children, one for each cell of its variable.
    func children(ofNode node: Int) -> ArraySlice<Int32> {
        edges[Int(firstEdges[node])...].prefix(arities[Int(levels[node])])
    }

    /// A node with these children, one for each cell: the one there is, or the child where all are equal.
    mutating func node(level: Int, children: [Int32]) throws(LimitExceeded) -> Int32 {
        pending.append(contentsOf: children)
        return try reducedNode(level: level)
    }

    /// The function whose value for each combination of answers is `operation` of the values of `a` and `b`.
    /// `operation` must be a pure function of terminals.
    /// - Parameter known: what two functions make together where that can be told without looking into them, as where
    ///   one of them is a terminal that leaves the other as it is.
    mutating func combine(
        _ a: Int32, _ b: Int32, known: (Int32, Int32) -> Int32? = { _, _ in nil },
        _ operation: (Int32, Int32) -> Int32
    ) throws(LimitExceeded) -> Int32 {
        var memo: [UInt64: Int32] = [:]
        return try combine(a, b, memo: &memo, known, operation)
    }

    private mutating func combine(
        _ a: Int32, _ b: Int32, memo: inout [UInt64: Int32], _ known: (Int32, Int32) -> Int32?,
        _ operation: (Int32, Int32) -> Int32
    ) throws(LimitExceeded) -> Int32 {
        if let result = known(a, b) { return result }
        let key = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
        if let result = memo[key] { return result }
        let result: Int32
        if a < 0, b < 0 {
            result = ~operation(~a, ~b)
        } else {
            stepsLeft -= 1
            guard stepsLeft >= 0 else { throw limitExceeded() }
            let top = min(level(a), level(b))
            for cell in 0..<arities[top] {
                pending.append(
                    try combine(
                        child(a, at: top, cell: cell), child(b, at: top, cell: cell), memo: &memo, known,
                        operation))
            }
            result = try reducedNode(level: top)
        }
        memo[key] = result
        return result
    }

    /// The function with each terminal replaced by what `operation` makes of it.
    mutating func map(_ a: Int32, _ operation: (Int32) -> Int32) throws(LimitExceeded) -> Int32 {
        try combine(a, ~0) { value, _ in operation(value) }
    }

    /// The terminals that a function has, ascending.
    func terminals(of root: Int32) -> [Int32] {
        guard root >= 0 else { return [~root] }
        var found = Set<Int32>()
        var isReached = [Bool](repeating: false, count: Int(root) + 1)
        isReached[Int(root)] = true
        for node in isReached.indices.reversed() where isReached[node] {
            for child in children(ofNode: node) {
                if child < 0 { found.insert(~child) } else { isReached[Int(child)] = true }
            }
        }
        return found.sorted()
    }

    /// The levels that a function depends on.
    func levels(of root: Int32) -> Set<Int> {
        guard root >= 0 else { return [] }
        var found = Set<Int>()
        var isReached = [Bool](repeating: false, count: Int(root) + 1)
        isReached[Int(root)] = true
        for node in isReached.indices.reversed() where isReached[node] {
            found.insert(Int(levels[node]))
            for child in children(ofNode: node) where child >= 0 { isReached[Int(child)] = true }
        }
        return found
    }

    /// Takes the last children off `pending` and makes a node of them.
    private mutating func reducedNode(level: Int) throws(LimitExceeded) -> Int32 {
        let arity = arities[level]
        let start = pending.count - arity
        defer { pending.removeLast(arity) }
        let first = pending[start]
        if pending[start...].allSatisfy({ $0 == first }) { return first }

        var slot = hash(level: level, from: start) & (slots.count - 1)
        while slots[slot] >= 0 {
            let other = Int(slots[slot])
            if Int(levels[other]) == level,
                children(ofNode: other).elementsEqual(pending[start...])
            {
                return Int32(other)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard levels.count < limit else { throw limitExceeded() }
        let made = Int32(levels.count)
        levels.append(Int32(level))
        firstEdges.append(Int32(edges.count))
        edges.append(contentsOf: pending[start...])
        slots[slot] = made
        if levels.count * 2 > slots.count { growSlots() }
        return made
    }

    private func hash(level: Int, from start: Int) -> Int {
        var hash = UInt64(truncatingIfNeeded: level)
        for child in pending[start...] { hash = DiagramBuilder.mixed(hash, child) }
        return Int(truncatingIfNeeded: hash >> 20)
    }

    private mutating func growSlots() {
        slots = .init(repeating: -1, count: slots.count * 4)
        for (index, level) in levels.enumerated() {
            var hash = UInt64(truncatingIfNeeded: level)
            for child in children(ofNode: index) {
                hash = DiagramBuilder.mixed(hash, child)
            }
            var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// Multiplicative hashing (Knuth, TAOCP 3, 6.4) by 2^64 over the golden ratio; not seeded, so that
    /// every run does the same.
    private static func mixed(_ hash: UInt64, _ child: Int32) -> UInt64 {
        let product = (hash ^ UInt64(UInt32(bitPattern: child))) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 29
    }

    private func limitExceeded() -> LimitExceeded {
        var counts = [Int](repeating: 0, count: arities.count)
        for level in levels { counts[Int(level)] += 1 }
        return LimitExceeded(nodesPerLevel: counts)
    }
}
