/// Two domains of one question, in two versions of its framework, split together: no cell lies in two cells of either.
struct CommonDomain: Sendable, Hashable {
    /// The cells: numbers and dates ascending, labels as the new version declares them, those that are gone last.
    let domain: Domain
    /// Which cells of the two domains hold them.
    let split: CommonSplit

    init(old: Domain, new: Domain) {
        var parts = CommonParts(old: old.cells, new: new.cells)
        parts.addStretches(NumberRange.self)
        parts.addStretches(DayRange.self)
        parts.addLabels()
        let isOrdered = new.isOrdered && old.isOrdered && !parts.hasLabelsGone
        domain = Domain(cells: parts.cells, isOrdered: isOrdered)
        split = CommonSplit(old: parts.old, new: parts.new)
    }
}

/// The common cells in the making.
private struct CommonParts {
    let oldCells: [Domain.Cell]
    let newCells: [Domain.Cell]
    private(set) var cells: [Domain.Cell] = []
    private(set) var old: [Int?] = []
    private(set) var new: [Int?] = []
    private(set) var hasLabelsGone = false

    init(old: [Domain.Cell], new: [Domain.Cell]) {
        oldCells = old
        newCells = new
    }

    /// Splits the stretches of both at the ends of either.
    mutating func addStretches<S: Stretch>(_: S.Type) {
        let oldStretches = Self.stretches(S.self, in: oldCells)
        let newStretches = Self.stretches(S.self, in: newCells)
        for part in CommonSplit.stretches(Self.points(oldStretches), Self.points(newStretches)) {
            cells.append(S(from: part.start, to: part.end).cell)
            old.append(part.old.map { oldStretches[$0].index })
            new.append(part.new.map { newStretches[$0].index })
        }
    }

    /// Labels, texts and values, each by itself. A text that one version does not mention lies in its cell for all others.
    mutating func addLabels() {
        let isLabel = { (cell: Domain.Cell) in NumberRange(cell: cell) == nil && DayRange(cell: cell) == nil }
        let kept = newCells.indices.filter { isLabel(newCells[$0]) }
        let gone = oldCells.indices.filter { index in
            isLabel(oldCells[index]) && !kept.contains { newCells[$0].isAlike(oldCells[index]) }
        }
        for index in kept {
            cells.append(newCells[index])
            new.append(index)
            old.append(Self.index(of: newCells[index], in: oldCells))
        }
        for index in gone {
            cells.append(oldCells[index])
            old.append(index)
            new.append(Self.index(of: oldCells[index], in: newCells))
        }
        hasLabelsGone = !gone.isEmpty
    }

    private static func index(of cell: Domain.Cell, in cells: [Domain.Cell]) -> Int? {
        if let own = cells.firstIndex(where: cell.isAlike) { return own }
        if case .text = cell { return cells.firstIndex(of: .other) }
        return nil
    }

    private static func stretches<S: Stretch>(
        _: S.Type, in cells: [Domain.Cell]
    ) -> [(index: Int, stretch: S)] {
        cells.indices.compactMap { index in S(cell: cells[index]).map { (index, $0) } }
    }

    private static func points<S: Stretch>(_ stretches: [(index: Int, stretch: S)]) -> [Cut<S.Point>] {
        stretches.map(\.stretch.start) + (stretches.last.map { [$0.stretch.end] } ?? [])
    }
}

extension Domain.Cell {
    /// Whether two cells are the same answer; labels in any case.
    fileprivate func isAlike(_ other: Domain.Cell) -> Bool {
        if case .label(let a) = self, case .label(let b) = other { return a.folded == b.folded }
        return self == other
    }
}

/// A place between values where a stretch may start or end.
private enum Cut<Value: Comparable>: Comparable {
    case start
    case before(Value)
    case after(Value)
    case end

    static func < (a: Cut, b: Cut) -> Bool {
        switch (a, b) {
        case (.start, .start), (.end, _), (_, .start): false
        case (.start, _), (_, .end): true
        case (.before(let x), .before(let y)), (.after(let x), .after(let y)),
            (.after(let x), .before(let y)):
            x < y
        case (.before(let x), .after(let y)): x <= y
        }
    }
}

/// A cell that is a stretch of an order; those of a domain are next to each other.
private protocol Stretch {
    associatedtype Point: Comparable
    init?(cell: Domain.Cell)
    init(from start: Cut<Point>, to end: Cut<Point>)
    var start: Cut<Point> { get }
    var end: Cut<Point> { get }
    var cell: Domain.Cell { get }
}

extension NumberRange: Stretch {
    fileprivate init?(cell: Domain.Cell) {
        guard case .numbers(let range) = cell else { return nil }
        self = range
    }

    fileprivate init(from start: Cut<Number>, to end: Cut<Number>) {
        func bound(_ cut: Cut<Number>, isLower: Bool) -> Bound? {
            switch cut {
            case .start, .end: nil
            case .before(let value): Bound(value, isIncluded: isLower)
            case .after(let value): Bound(value, isIncluded: !isLower)
            }
        }
        self.init(lower: bound(start, isLower: true), upper: bound(end, isLower: false))
    }

    fileprivate var start: Cut<Number> {
        lower.map { $0.isIncluded ? .before($0.value) : .after($0.value) } ?? .start
    }
    fileprivate var end: Cut<Number> {
        upper.map { $0.isIncluded ? .after($0.value) : .before($0.value) } ?? .end
    }
    fileprivate var cell: Domain.Cell { .numbers(self) }
}

/// Some days in a row, told by the first of them and the first behind them.
private struct DayRange: Stretch {
    let start: Cut<CalendarDate>
    let end: Cut<CalendarDate>

    init(from start: Cut<CalendarDate>, to end: Cut<CalendarDate>) {
        self.start = start
        self.end = end
    }

    init?(cell: Domain.Cell) {
        guard case .dates(let from, let through) = cell else { return nil }
        start = from.map { .before($0) } ?? .start
        end = through?.next.map { .before($0) } ?? .end
    }

    var cell: Domain.Cell {
        var (from, through): (CalendarDate?, CalendarDate?)
        if case .before(let day) = start { from = day }
        if case .before(let day) = end { through = day.previous }
        return .dates(from: from, through: through)
    }
}
