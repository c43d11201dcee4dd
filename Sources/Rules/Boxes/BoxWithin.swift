extension BoxTable {
    /// Some rules as far as they reach into a box, with the box's cells numbered anew: a table of its own, on
    /// which the same search tells what the rules do inside.
    struct Within {
        /// The box.
        let box: RuleBox
        /// The rules that reach into it, in the order given; `bounds` numbers them by their places here.
        let rules: [Int]
        let bounds: BoxBounds

        init(_ box: RuleBox, of candidates: [Int], in table: BoxTable, work: inout BoxWork) {
            var rules: [Int] = []
            var bounds = BoxBounds(width: box.sets.count)
            for rule in candidates {
                let sets = zip(table.rules[rule].sets, box.sets).map { set, base in
                    work.spend(set.ranges.count + base.ranges.count)
                    return set.places(in: base)
                }
                if work.isSpent { break }
                if sets.contains(where: \.isEmpty) { continue }
                rules.append(rule)
                bounds.append(RuleBox(sets))
            }
            self.box = box
            self.rules = rules
            self.bounds = bounds
        }

        /// Judges all of the box; says whether the search came to an end.
        func search(_ goal: inout some BoxGoal, work: inout BoxWork) -> Bool {
            var search = BoxSearch(sizes: box.sets.map(\.count), bounds: bounds)
            return search.run(&goal, work: &work)
        }

        /// A point of the search as a point of the table.
        func point(_ places: [Int]) -> [Int] { zip(box.sets, places).compactMap { $0.cell(at: $1) } }
    }
}
