/// Boxes as rows of numbers, one for each column, where equal sets have equal numbers: cheap to compare.
struct BoxRows {
    private var sets: [CellRanges] = []
    private var numbers: [CellRanges: Int] = [:]
    private var rows: [[Int]] = []
    /// For each row the sum of its numbers' hashes, from which one column's is easily taken away.
    private var hashes: [UInt64] = []

    init(_ boxes: [RuleBox]) {
        for box in boxes {
            let row = box.sets.map { number(of: $0) }
            rows.append(row)
            hashes.append(row.enumerated().reduce(0) { $0 &+ Self.hash($1.element, in: $1.offset) })
        }
    }

    /// How many boxes there are.
    var count: Int { rows.count }

    /// The boxes as they are now.
    var boxes: [RuleBox] { rows.map { RuleBox($0.map { sets[$0] }) } }

    private mutating func number(of set: CellRanges) -> Int {
        if let number = numbers[set] { return number }
        sets.append(set)
        numbers[set] = sets.count - 1
        return sets.count - 1
    }

    /// The rows, as indices, in groups of two or more that agree in all columns but one; members in the rows'
    /// order.
    func groups(without column: Int) -> [[Int]] {
        var groups: [[Int]] = []
        // For each key the first row that has it and, once there is another, its group.
        var places: [UInt64: (first: Int, group: Int?)] = [:]
        places.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            var key = hashes[index] &- Self.hash(row[column], in: column)
            // Rows that differ may have the same key; then the later takes the next one.
            while let place = places[key], !agree(row, rows[place.first], without: column) { key &+= 1 }
            guard let place = places[key] else {
                places[key] = (index, nil)
                continue
            }
            if let group = place.group {
                groups[group].append(index)
            } else {
                places[key] = (place.first, groups.count)
                groups.append([place.first, index])
            }
        }
        return groups
    }

    /// Joins disjoint boxes that agree in all columns but one, where they may be neighbours only or any.
    mutating func join(_ column: Int, onlyNeighbours: Bool) {
        var isGone = [Bool](repeating: false, count: rows.count)
        for group in groups(without: column) {
            // Ascending, so that whatever can be joined to a neighbour meets it last.
            let members = group.sorted { hull($0, column).lowerBound < hull($1, column).lowerBound }
            var start = 0
            for end in 1...members.count {
                if end < members.count {
                    let (before, next) = (hull(members[end - 1], column), hull(members[end], column))
                    if !onlyNeighbours || before.upperBound == next.lowerBound { continue }
                }
                if end - start > 1 { union(members[start..<end], column, &isGone) }
                start = end
            }
        }
        rows = rows.indices.filter { !isGone[$0] }.map { rows[$0] }
        hashes = hashes.indices.filter { !isGone[$0] }.map { hashes[$0] }
    }

    /// Lets the first of some rows stand for all of them.
    private mutating func union(_ members: ArraySlice<Int>, _ column: Int, _ isGone: inout [Bool]) {
        let union = CellRanges(ranges: members.flatMap { sets[rows[$0][column]].ranges })
        let first = members[members.startIndex]
        hashes[first] &-= Self.hash(rows[first][column], in: column)
        rows[first][column] = number(of: union)
        hashes[first] &+= Self.hash(rows[first][column], in: column)
        for other in members.dropFirst() { isGone[other] = true }
    }

    private func hull(_ row: Int, _ column: Int) -> Range<Int> { sets[rows[row][column]].hull }

    private func agree(_ a: [Int], _ b: [Int], without column: Int) -> Bool {
        a.indices.allSatisfy { $0 == column || a[$0] == b[$0] }
    }

    /// Mixes as SplitMix64 does; not the library's hash, as sums must come apart again.
    private static func hash(_ number: Int, in column: Int) -> UInt64 {
        var z = UInt64(truncatingIfNeeded: number &+ 1) &* 0x9E37_79B9_7F4A_7C15
        z &+= UInt64(truncatingIfNeeded: column) &* 0xD1B5_4A32_D192_ED03
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension [BoxTable.Column] {
    /// Disjoint regions joined into fewer that hold the same points: wherever two differ in one column only,
    /// the first with neighbouring cells there, then, as a list of stretches is still one test, with any. The
    /// lowest comes first. Where the work runs out they are joined less.
    func joining(_ regions: [RuleBox], work: inout BoxWork) -> [RuleBox] {
        var joined = BoxRows(regions)
        for isFirstRound in [true, false] {
            var count: Int
            repeat {
                count = joined.count
                for column in indices where !work.isSpent {
                    work.spend(joined.count * self.count)
                    joined.join(column, onlyNeighbours: isFirstRound && self[column].isOrdered)
                }
            } while joined.count < count
        }
        return joined.boxes.sorted(by: RuleBox.precedes)
    }
}
