/// The variables of two diagrams side by side: the same questions, their cells split so finely that no cell
/// of the common split lies in two cells of either diagram.
struct Alignment: Sendable, Hashable {
    /// A variable of both diagrams, or of one of them.
    struct Variable: Sendable, Hashable {
        /// How many cells the common split has.
        let cellCount: Int
        /// Which diagrams have it.
        let owner: Owner
        /// The old diagram's part in it; `nil` where it has no such question.
        var old: Part? {
            switch owner {
            case .old(let part), .both(old: let part, new: _): part
            case .new: nil
            }
        }
        /// The new diagram's part in it; `nil` where it has no such question.
        var new: Part? {
            switch owner {
            case .new(let part), .both(old: _, new: let part): part
            case .old: nil
            }
        }
    }

    /// Which diagrams have a variable, and what it is there.
    enum Owner: Sendable, Hashable {
        case old(Part)
        case new(Part)
        case both(old: Part, new: Part)
    }

    /// What a common variable is in one of the diagrams.
    struct Part: Sendable, Hashable {
        /// The diagram's own variable.
        let variable: Int
        /// For each common cell the diagram's own cell that holds it; `nil` where such an answer cannot be
        /// given there.
        let cells: [Int?]
    }

    /// Two variables that are the same question.
    struct Match: Sendable, Hashable {
        /// The old diagram's variable.
        let old: Int
        /// The new diagram's variable.
        let new: Int
        /// The common split of their cells.
        let split: CommonSplit
    }

    /// The common variables, top first: the new diagram's in its order, then those that the old one alone
    /// has.
    let variables: [Variable]

    /// Aligns variables by their matches, each variable in at most one.
    init(oldArities: [Int], newArities: [Int], matches: [Match]) {
        let matchOfNew = Dictionary(matches.map { ($0.new, $0) }) { first, _ in first }
        let matchedOld = Set(matchOfNew.values.map(\.old))
        func whole(_ variable: Int, _ arity: Int) -> Part {
            Part(variable: variable, cells: Array(0..<arity))
        }
        variables =
            newArities.enumerated().map { variable, arity in
                guard let match = matchOfNew[variable] else {
                    return Variable(cellCount: arity, owner: .new(whole(variable, arity)))
                }
                return Variable(
                    cellCount: match.split.cellCount,
                    owner: .both(
                        old: Part(variable: match.old, cells: match.split.old),
                        new: Part(variable: variable, cells: match.split.new)))
            }
            + oldArities.enumerated().filter { !matchedOld.contains($0.offset) }.map { variable, arity in
                Variable(cellCount: arity, owner: .old(whole(variable, arity)))
            }
    }
}

/// A split of the answers to a question that is as fine as two others together.
struct CommonSplit: Sendable, Hashable {
    /// For each cell the old split's cell that holds it; `nil` where none does.
    let old: [Int?]
    /// For each cell the new split's cell that holds it; `nil` where none does.
    let new: [Int?]

    /// How many cells there are.
    var cellCount: Int { new.count }

    /// Where cells are labels: the new ones, then those that the old split alone has.
    init<Label: Hashable>(oldLabels: [Label], newLabels: [Label]) {
        let gone = oldLabels.filter { !newLabels.contains($0) }
        old = newLabels.map { oldLabels.firstIndex(of: $0) } + gone.map { oldLabels.firstIndex(of: $0) }
        new = newLabels.indices.map { $0 } + gone.map { _ in nil }
    }

    /// Where cells are the stretches between neighbouring points, which ascend: one more point than cells.
    /// Stretches that neither split holds, between two domains that lie apart, are no cells.
    init<Point: Comparable>(oldPoints: [Point], newPoints: [Point]) {
        let stretches = CommonSplit.stretches(oldPoints, newPoints)
        old = stretches.map(\.old)
        new = stretches.map(\.new)
    }

    /// Cells that are held as is known.
    init(old: [Int?], new: [Int?]) {
        self.old = old
        self.new = new
    }

    /// The stretches that one of two splits holds, each with the cells that hold it.
    static func stretches<Point: Comparable>(
        _ oldPoints: [Point], _ newPoints: [Point]
    ) -> [(start: Point, end: Point, old: Int?, new: Int?)] {
        var points: [Point] = []
        for point in (oldPoints + newPoints).sorted() where points.last != point { points.append(point) }
        func holder(_ own: [Point], _ start: Point, _ end: Point) -> Int? {
            own.indices.dropLast().first { own[$0] <= start && end <= own[$0 + 1] }
        }
        return zip(points, points.dropFirst()).map { start, end in
            (start, end, holder(oldPoints, start, end), holder(newPoints, start, end))
        }
        .filter { $0.old != nil || $0.new != nil }
    }
}
