import Diagnostics
import Rules

/// That one record supersedes another as a whole, and where it is stated.
struct Supersession {
    let newer: Int
    let older: Int
    let location: SourceLocation
}

/// Checks how records supersede each other: not in a circle, each by one, none by an older one, and none by what was
/// turned down or never taken.
struct SupersessionCheck {
    private let records: [DecisionRecord]
    private let supersessions: [Supersession]
    /// By the older record, each newer one once, as it is stated first.
    private let successors: [Int: [Supersession]]

    init(_ records: [DecisionRecord], _ supersessions: [Supersession]) {
        self.records = records
        self.supersessions = supersessions
        successors = Dictionary(grouping: supersessions.filter { $0.newer != $0.older }, by: \.older)
            .mapValues { stated in
                var seen = Set<Int>()
                return stated.filter { seen.insert($0.newer).inserted }
            }
    }

    func problems() -> [Diagnostic] {
        ofItself() + cycles() + rivals() + turnedDown() + outOfOrder()
    }

    private func ofItself() -> [Diagnostic] {
        supersessions.filter { $0.newer == $0.older }.map { Messages.ofItself($0.location) }
    }

    // MARK: Circles

    private func cycles() -> [Diagnostic] {
        var left = successors
        var found: [Diagnostic] = []
        while let start = Self.prune(&left).min() {
            let cycle = Self.cycle(from: start, in: left)
            found.append(Messages.cycle(cycle, records))
            for step in cycle { left[step.older] = nil }
        }
        return found
    }

    /// Takes away what is replaced by nothing that is left, until only circles and what leads to them remain.
    /// - Returns: the records that remain.
    private static func prune(_ left: inout [Int: [Supersession]]) -> [Int] {
        var open = left.mapValues { steps in steps.count { left[$0.newer] != nil } }
        var older: [Int: [Int]] = [:]
        for (record, steps) in left { for step in steps { older[step.newer, default: []].append(record) } }
        var ended = open.filter { $0.value == 0 }.map(\.key)
        while let record = ended.popLast() {
            left[record] = nil
            for waiting in older[record] ?? [] {
                guard let count = open[waiting] else { continue }
                open[waiting] = count - 1
                if count == 1 { ended.append(waiting) }
            }
        }
        return Array(left.keys)
    }

    /// Follows successors until one comes a second time.
    private static func cycle(from start: Int, in left: [Int: [Supersession]]) -> [Supersession] {
        var path: [Supersession] = []
        var places: [Int: Int] = [:]
        var current = start
        while places[current] == nil {
            places[current] = path.count
            guard let step = left[current]?.first(where: { left[$0.newer] != nil }) else { break }
            path.append(step)
            current = step.newer
        }
        return Array(path.dropFirst(places[current] ?? 0))
    }

    // MARK: Rivals

    /// Records that all supersede another one, where none of them supersedes the rest.
    private func rivals() -> [Diagnostic] {
        successors.keys.sorted().compactMap { older in
            let standing = (successors[older] ?? []).filter { records[$0.newer].status?.group != .closed }
            guard standing.count > 1 else { return nil }
            let last = standing.filter { step in
                !standing.contains { $0.newer != step.newer && isReplaced(step.newer, by: $0.newer) }
            }
            guard last.count > 1 else { return nil }
            return Messages.rivals(last, records[older], records)
        }
    }

    /// Records that are superseded, and by none that ever came into force.
    private func turnedDown() -> [Diagnostic] {
        successors.keys.sorted().compactMap { older in
            guard records[older].status?.group == .superseded, let steps = successors[older],
                steps.allSatisfy({ step in
                    records[step.newer].status.map { $0.isTurnedDown || $0.group == .open } ?? false
                })
            else { return nil }
            return Messages.turnedDown(steps, records[older], records)
        }
    }

    /// Whether one record was superseded by another, at once or through others.
    private func isReplaced(_ older: Int, by newer: Int) -> Bool {
        var waiting = [older]
        var seen = Set(waiting)
        while let next = waiting.popLast() {
            for step in successors[next] ?? [] {
                if step.newer == newer { return true }
                if seen.insert(step.newer).inserted { waiting.append(step.newer) }
            }
        }
        return false
    }

    // MARK: Order in time

    private func outOfOrder() -> [Diagnostic] {
        successors.values.flatMap { $0 }.sorted { ($0.newer, $0.older) < ($1.newer, $1.older) }.compactMap {
            step in
            guard let newer = records[step.newer].date, let older = records[step.older].date, newer < older
            else { return nil }
            return Messages.outOfOrder(step, newer.iso, older.iso, records)
        }
    }
}

private enum Messages {
    static func ofItself(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "supersession-cycle", .warning, at: location, "this record supersedes itself",
            suggestion: "name another record, or take the words out")
    }

    static func cycle(_ steps: [Supersession], _ records: [DecisionRecord]) -> Diagnostic {
        let names = steps.map { "'\(records[$0.newer].file.name)'" }
        let start = steps.first.map { "'\(records[$0.older].file.name)'" } ?? ""
        return Diagnostic(
            "supersession-cycle", .warning, at: steps.last?.location,
            "superseded in a circle: \(start) by \(names.joined(separator: " by "))",
            suggestion: "take out the one that is not meant",
            notes: steps.dropLast().map { step in
                .init(
                    "'\(records[step.newer].file.name)' supersedes '\(records[step.older].file.name)'",
                    at: step.location)
            })
    }

    static func rivals(_ steps: [Supersession], _ older: DecisionRecord, _ records: [DecisionRecord])
        -> Diagnostic
    {
        Diagnostic(
            "superseded-twice", .warning, at: steps.last?.location,
            "\(steps.count == 2 ? "two" : String(steps.count)) records supersede '\(older.file.name)', and \(steps.count == 2 ? "neither supersedes the other" : "none supersedes another")",
            suggestion: "let one supersede it, and the others amend or supersede that one",
            notes: steps.dropLast().map { step in
                .init("'\(records[step.newer].file.name)' does here", at: step.location)
            })
    }

    static func turnedDown(_ steps: [Supersession], _ older: DecisionRecord, _ records: [DecisionRecord])
        -> Diagnostic
    {
        let newer = steps.map { "'\(records[$0.newer].file.name)'" }.joined(separator: " and ")
        let status = steps.count == 1 ? steps.first.flatMap { records[$0.newer].status?.name } : nil
        return Diagnostic(
            "successor-not-in-force", .warning, at: older.statusLocation ?? steps.first?.location,
            "this decision is superseded by \(newer), which \(status.map { "is \($0)" } ?? "never came into force")",
            suggestion: "give it the status that it had, or let another record supersede it")
    }

    static func outOfOrder(
        _ step: Supersession, _ newer: String, _ older: String, _ records: [DecisionRecord]
    ) -> Diagnostic {
        Diagnostic(
            "date-order", .warning, at: step.location,
            "'\(records[step.newer].file.name)' of \(newer) supersedes '\(records[step.older].file.name)' of \(older), which is later",
            suggestion: "mend the date that is wrong")
    }
}
