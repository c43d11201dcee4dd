/// What has to be remembered of the options weighed so far to carry out steps 3 to 6 of FORMATS 1.6.
///
/// Folding the options into contests one by one, instead of multiplying all tallies out, keeps the diagram
/// small: a contest forgets whatever can make no difference any more.
struct Contest: Hashable, Sendable {
    /// How one option fares: a terminal of its diagram.
    enum Entry: Hashable {
        /// It is not viable.
        case blocked
        /// It is viable, and its tally is not positive.
        case idle
        /// It is viable, and its tally is the one of this rank (from 1, the highest last).
        case favoured(rank: Int)
    }

    /// The composites, not yet weighed, that may still be exactly what is favoured.
    private var matching: [Int]
    /// The composites that are, and are viable.
    private var confirmed: [Int] = []
    /// The favoured options that share the highest tally so far.
    private var leaders: [Int] = []
    /// The leaders' rank, doubled; odd where only its place between the ranks still to come matters.
    private var best = 0

    /// Before any option is weighed.
    init(of program: Program) {
        matching = program.options.indices.filter { !program.atoms[$0].isEmpty }
    }

    /// Weighs one more option. `ranksToCome` are those that options weighed later can have, ascending.
    func weighing(_ option: Int, _ entry: Entry, of program: Program, ranksToCome: [Int]) -> Contest {
        var next = self
        if program.atoms[option].isEmpty {
            let isFavoured = if case .favoured = entry { true } else { false }
            next.matching.removeAll { program.atoms[$0].contains(option) != isFavoured }
        } else if let index = next.matching.firstIndex(of: option) {
            next.matching.remove(at: index)
            if entry != .blocked { next.confirmed.append(option) }
        }
        if case .favoured(let rank) = entry {
            if rank * 2 > best {
                next.best = rank * 2
                next.leaders = [option]
            } else if rank * 2 == best {
                next.leaders.append(option)
            }
        }
        next.forget(ranksToCome)
        return next
    }

    private mutating func forget(_ ranksToCome: [Int]) {
        if !confirmed.isEmpty {
            // Step 4 has decided: no tally counts. Above every rank, so that no later one leads.
            leaders = []
            best = .max
        } else if !leaders.isEmpty, best % 2 == 1 || !ranksToCome.contains(best / 2) {
            best = (ranksToCome.last { $0 * 2 < best } ?? 0) * 2 + 1
        }
    }

    /// What is recommended once all options are weighed.
    func outcome(of program: Program) -> Outcome {
        if let composite = confirmed.first {
            return Outcome(
                options: confirmed,
                ground: confirmed.count == 1
                    ? .composite(composite, of: program.atoms[composite]) : .tiedComposites(confirmed))
        }
        if let leader = leaders.first {
            let options = leaders.sorted()
            return Outcome(options: options, ground: options.count == 1 ? .favoured(leader) : .tie(options))
        }
        if let fallback = program.fallbackOption { return Outcome(options: [fallback], ground: .fallback) }
        if let winners = program.matrix?.winners, !winners.isEmpty {
            return Outcome(options: winners, ground: .matrix)
        }
        return Outcome(options: [], ground: .nothing)
    }
}
