/// A set of situations as few readable boxes, each with a situation that shows it.
///
/// Each box is as large as it can be, so boxes may overlap; none is covered by the others. It is made as
/// two-level logic is minimised (Brayton, Hachtel, McMullen and Sangiovanni-Vincentelli 1984, "Logic
/// minimization algorithms for VLSI synthesis": expand, then irredundant): of what no box covers yet the
/// widest path of the diagram is taken, grown until nothing can be added, and taken away.
struct Regions: Sendable, Hashable {
    /// One box.
    struct Region: Sendable, Hashable {
        /// Its constraints; none where all situations are meant.
        let box: Box
        /// A situation inside that the boxes found before it do not hold: a cell for each variable.
        let witness: [Int]
        /// Which share of all situations it holds.
        let share: Double
        /// How many situations it holds: exact below `UInt128.max`.
        let situations: UInt128
    }

    /// The boxes, the largest share first.
    let regions: [Region]
    /// Which share of all situations the set holds.
    let share: Double
    /// How many situations the set holds: exact below `UInt128.max`.
    let situations: UInt128
    /// Which share is left out: lies in the set and in none of the boxes.
    let shareLeftOut: Double
    /// How many situations are left out: exact below `UInt128.max`. None where the boxes are the whole set.
    let situationsLeftOut: UInt128

    /// The situations that lead to a wanted terminal. `given` holds a cell for each variable that is
    /// answered, `nil` while it is open; `weights` bear on the shares alone. At most `limit` boxes are made;
    /// fewer where what is left of the set grows past `nodeLimit` nodes. Boxes are grown in `stepLimit`
    /// steps all in all and may be smaller than need be after that.
    init(
        of nodes: NodeTable, given: [Int?]? = nil, weights: [[Double]?]? = nil, limit: Int = 20,
        nodeLimit: Int = RuleSet.defaultNodeLimit, stepLimit: Int = 20_000_000,
        where isWanted: (Int) -> Bool
    ) {
        let set = nodes.mapped(given: given, terminalCount: 2) { isWanted($0) ? 1 : 0 }
        let whole = Likelihoods(of: set, given: given, weights: weights)
        var rest = set
        let found = Regions.boxes(of: set, &rest, limit: limit, nodeLimit: nodeLimit, stepLimit: stepLimit)
        let left = Likelihoods(of: rest, given: given, weights: weights)
        let probabilities = Probabilities(arities: nodes.arities, given: given, weights: weights)
        regions = Regions.irredundant(found, arities: nodes.arities).map { box, witness in
            Region(
                box: box, witness: zip(witness, given ?? witness).map { $1 ?? $0 },
                share: probabilities(box), situations: box.situations(arities: nodes.arities, given: given))
        }
        .sorted { a, b in
            // Rounded, so that boxes that are as large are not put in order by rounding errors.
            let shares = [a, b].map { ($0.share * 0x1p40).rounded() }
            return shares[0] == shares[1] ? Box.isInOrder(a.box, b.box) : shares[0] > shares[1]
        }
        share = whole.shares[1]
        situations = whole.counts[1]
        shareLeftOut = left.shares[1]
        situationsLeftOut = left.counts[1]
    }

    /// Boxes and a situation for each, until `rest`, what no box holds, is empty or a limit is met.
    private static func boxes(
        of set: NodeTable, _ rest: inout NodeTable, limit: Int, nodeLimit: Int, stepLimit: Int
    ) -> [(box: Box, witness: [Int])] {
        var growth = BoxGrowth(inside: set, stepLimit: stepLimit)
        var boxes: [(box: Box, witness: [Int])] = []
        guard var left = try? SituationSet(set, nodeLimit: nodeLimit) else { return boxes }
        while boxes.count < limit, let path = rest.widestPath() {
            let box = growth.grown(path.box)
            guard (try? left.subtract(box)) != nil else { break }
            rest = left.table
            boxes.append((box, path.witness))
        }
        return boxes
    }

    /// Without those that the others cover, the smallest tried first.
    private static func irredundant(
        _ boxes: [(box: Box, witness: [Int])], arities: [Int]
    ) -> [(box: Box, witness: [Int])] {
        var isKept = [Bool](repeating: true, count: boxes.count)
        let sizes = boxes.map { $0.box.situations(arities: arities) }
        for index in boxes.indices.sorted(by: { (sizes[$0], $1) < (sizes[$1], $0) }) {
            guard
                var own = try? SituationSet(boxes[index].box, arities: arities, nodeLimit: mostNodesOfABox)
            else { continue }
            for other in boxes.indices where other != index && isKept[other] && !own.isEmpty {
                guard (try? own.subtract(boxes[other].box)) != nil else { break }
            }
            isKept[index] = !own.isEmpty
        }
        return boxes.indices.filter { isKept[$0] }.map { boxes[$0] }
    }

    /// How many nodes may be made to find out whether the others cover a box.
    private static let mostNodesOfABox = 20_000
}

extension Box {
    /// How many situations it holds, saturating.
    fileprivate func situations(arities: [Int], given: [Int?]? = nil) -> UInt128 {
        var choices = arities.indices.map { given?[$0] == nil ? arities[$0] : 1 }
        for side in sides { choices[side.variable] = side.cells.cells.count }
        return choices.reduce(1) { $0.saturatingTimes(UInt128($1)) }
    }
}
