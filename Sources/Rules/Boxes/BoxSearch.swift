/// What a search looks for.
protocol BoxGoal {
    /// Looks at a region and the rules that reach into it. It may drop rules that do not matter there; what
    /// it costs, beyond a look at each of them, it counts.
    mutating func judge(_ node: inout BoxSearch.Node, work: inout BoxWork) -> BoxSearch.Judgement

    /// Whether to split a region with so many rules into two with so many each.
    func pays(splitting count: Int, left: Int, right: Int) -> Bool

    /// Deals with a region that it did not pay to split, or that every rule covers.
    mutating func settle(_ node: BoxSearch.Node, work: inout BoxWork)
}

extension BoxGoal {
    func pays(splitting count: Int, left: Int, right: Int) -> Bool { true }

    mutating func settle(_ node: BoxSearch.Node, work: inout BoxWork) {}
}

/// Parts the space into regions until each of them is easy to judge.
///
/// Each region keeps the rules that reach into it, and is cut where one of them ends, at the place that
/// parts them best. So the cuts follow the table: where it has the shape of a tree, however deep and over
/// however many columns, the search finds that tree again. (Cutting at the boxes' own sides until few boxes
/// are left is how Overmars and Yap, "New upper bounds in Klee's measure problem", 1991, and after them
/// Chan, 2013, measure a union of boxes; the choice of the cut is ours.)
struct BoxSearch {
    /// A rule that reaches into a region.
    struct Entry {
        /// The rule, as a number in `bounds`.
        let rule: Int32
        /// In how many columns it does not hold all of the region's cells; 0 where it covers the region.
        var open: Int32
    }

    /// A region with the rules that reach into it, in their order.
    struct Node {
        /// For each column the first of the region's cells and the one after its last.
        var region: [Int32]
        var entries: [Entry]

        /// The region's lowest point.
        var corner: [Int] { stride(from: 0, to: region.count, by: 2).map { Int(region[$0]) } }

        /// The region as a box.
        var box: RuleBox {
            RuleBox(
                stride(from: 0, to: region.count, by: 2).map {
                    CellRanges(Int(region[$0])..<Int(region[$0 + 1]))
                })
        }
    }

    /// What to do with a region.
    enum Judgement {
        /// Nothing more is to be known of it.
        case settled
        /// It has to be looked at in parts.
        case split
        /// All is known that was asked.
        case stop
    }

    /// A place to cut a region: the cells of a column below it, and the others.
    private struct Cut {
        let column: Int
        let place: Int32
        let left: Int
        let right: Int

        /// A rule that is doubled counts much, an even share a little: the more a table is a partition, the
        /// closer the cuts follow it, and the fewer pieces it falls into. (Measured against squares, maxima
        /// and n log n.)
        var cost: Int { 8 * (left + right) + max(left, right) }
    }

    private let sizes: [Int]
    private let bounds: BoxBounds
    // Kept between nodes so as not to be allocated for each.
    private var starts: [Int32] = []
    private var ends: [Int32] = []
    private var places: [Int32] = []

    /// A search through all points of columns with so many cells each.
    init(sizes: [Int], bounds: BoxBounds) {
        self.sizes = sizes
        self.bounds = bounds
    }

    /// Judges all regions; says whether it came to the end, rather than of the work.
    mutating func run(_ goal: inout some BoxGoal, work: inout BoxWork) -> Bool {
        guard !sizes.contains(0) else { return true }
        // A stack of our own: how deep a table nests must not decide whether the program's stack holds.
        var pending = [root()]
        work.spend(bounds.count * sizes.count)
        while var node = pending.popLast() {
            work.spend(1 + node.entries.count * (sizes.count + 2))
            let judgement = goal.judge(&node, work: &work)
            if work.isSpent { return false }
            switch judgement {
            case .settled: continue
            case .stop: return true
            case .split: break
            }
            guard let cut = bestCut(of: node, work: &work),
                goal.pays(splitting: node.entries.count, left: cut.left, right: cut.right)
            else {
                goal.settle(node, work: &work)
                if work.isSpent { return false }
                continue
            }
            // The emptier part first: where all is to be covered, it is the one that is likely not to be.
            let isLowerFirst = cut.left <= cut.right
            pending.append(part(node, cut, isLower: !isLowerFirst))
            pending.append(part(node, cut, isLower: isLowerFirst))
        }
        return true
    }

    private func root() -> Node {
        let region: [Int32] = sizes.flatMap { [0, Int32($0)] }
        let entries = (0..<bounds.count).map { rule in
            let open = sizes.indices.count { column in
                bounds.relation(rule, column, 0, Int32(sizes[column])) != .covering
            }
            return Entry(rule: Int32(rule), open: Int32(open))
        }
        return Node(region: region, entries: entries)
    }

    private func part(_ node: Node, _ cut: Cut, isLower: Bool) -> Node {
        let low = node.region[2 * cut.column]
        let high = node.region[2 * cut.column + 1]
        var part = Node(region: node.region, entries: [])
        part.region[2 * cut.column + (isLower ? 1 : 0)] = cut.place
        let (partLow, partHigh) = isLower ? (low, cut.place) : (cut.place, high)
        part.entries.reserveCapacity(isLower ? cut.left : cut.right)
        for entry in node.entries {
            let rule = Int(entry.rule)
            switch bounds.relation(rule, cut.column, partLow, partHigh) {
            case .apart: continue
            case .partial: part.entries.append(entry)
            case .covering:
                let wasOpen = bounds.relation(rule, cut.column, low, high) != .covering
                part.entries.append(Entry(rule: entry.rule, open: entry.open - (wasOpen ? 1 : 0)))
            }
        }
        return part
    }

    /// The cheapest cut; `nil` where every rule covers the region.
    private mutating func bestCut(of node: Node, work: inout BoxWork) -> Cut? {
        var best: Cut?
        for column in sizes.indices {
            let cut = bestCut(of: node, in: column)
            work.spend(places.count)
            guard let cut else { continue }
            if let cost = best?.cost, cost <= cut.cost { continue }
            best = cut
        }
        return best
    }

    private mutating func bestCut(of node: Node, in column: Int) -> Cut? {
        let low = node.region[2 * column]
        let high = node.region[2 * column + 1]
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        guard high - low > 1 else { return nil }
        // Rules that reach from end to end are on both sides of any cut.
        var spanning = 0
        for entry in node.entries {
            let rule = Int(entry.rule)
            let start = max(bounds.low(rule, column), low)
            let end = min(bounds.high(rule, column), high)
            if bounds.isBroken(rule, column) { notePlaces(of: rule, column, from: low, to: high) }
            if start == low, end == high {
                spanning += 1
            } else {
                starts.append(start)
                ends.append(end)
            }
        }
        guard !starts.isEmpty || !places.isEmpty else { return nil }
        starts.sort()
        ends.sort()
        places.append(contentsOf: starts)
        places.append(contentsOf: ends)
        places.sort()

        var best: Cut?
        var last = low
        var begun = 0
        var ended = 0
        for place in places where place > last && place < high {
            last = place
            while begun < starts.count, starts[begun] < place { begun += 1 }
            while ended < ends.count, ends[ended] <= place { ended += 1 }
            let cut = Cut(
                column: column, place: place, left: spanning + begun, right: spanning + ends.count - ended)
            if let cost = best?.cost, cost <= cut.cost { continue }
            best = cut
        }
        return best
    }

    /// Where a set with holes begins and ends inside a region.
    private mutating func notePlaces(of rule: Int, _ column: Int, from low: Int32, to high: Int32) {
        let set = bounds.boxes[rule].sets[column]
        for range in set.ranges[set.index(endingBehind: Int(low))...] {
            if range.lowerBound >= Int(high) { break }
            for place in [Int32(range.lowerBound), Int32(range.upperBound)] where place > low && place < high
            {
                places.append(place)
            }
        }
    }
}
