import Markdown
public import Rules

/// Which records of a log someone asks for.
public struct RecordQuery: Sendable {
    /// The statuses wanted, in lower case; all where it is empty.
    public var statuses: Set<String> = []
    /// Whether only what is to be followed is wanted.
    public var inForce = false
    /// The day on which the log is looked at; all of it where there is none.
    public var day: CalendarDate?

    /// All records.
    public init() {}

    /// The indices of the records of a model, in its order. Of the past only what has a date is known.
    public func matches(in model: DecisionModel) -> [Int] {
        model.records.indices.filter { index in
            if let day {
                guard let date = model.records[index].date, date <= day else { return false }
            }
            if inForce, !model.isInForce(index, on: day) { return false }
            return statuses.isEmpty || statuses.contains(model.status(of: index, on: day)?.name ?? "none")
        }
    }
}

extension DecisionModel {
    /// What a record's status is, or was on a day: what was replaced only later was accepted then.
    public func status(of index: Int, on day: CalendarDate? = nil) -> RecordStatus? {
        let status = records[index].status
        guard let day, status?.group == .superseded else { return status }
        let days = successors(of: index).map { records[$0].date }
        guard !days.isEmpty, days.allSatisfy({ date in date.map { $0 > day } ?? false }) else {
            return status
        }
        return RecordStatus("accepted")
    }

    /// Whether a record is to be followed: its status says so, and no decision that was taken has its place.
    public func isInForce(_ index: Int, on day: CalendarDate? = nil) -> Bool {
        guard status(of: index, on: day)?.group == .inForce else { return false }
        return !successors(of: index).contains { successor in
            if let day, records[successor].date.map({ $0 > day }) ?? true { return false }
            return hasComeIntoForce(successor)
        }
    }

    /// The status under which a record is shown: what a decision in force has taken the place of is superseded, though its own
    /// file may not say so yet.
    public func standing(of index: Int) -> RecordStatus? {
        let status = records[index].status
        guard status?.group == .inForce, !successorsInForce(of: index).isEmpty else { return status }
        return RecordStatus("superseded")
    }

    /// The records that one takes the place of, and that do not say so themselves.
    public func unawareOfSuccessor(_ index: Int) -> [Int] {
        records[index].relations.filter { $0.kind == .supersedes }.map(\.record).filter {
            records[$0].status?.group == .inForce
        }
    }

    /// The records that have taken the place of one: what is only proposed has not, nor has what was turned down.
    public func successorsInForce(of index: Int) -> [Int] {
        successors(of: index).filter { hasComeIntoForce($0) }
    }

    /// The records whose place nothing else has taken than this one: they stay superseded where it is turned down.
    public func onlySucceeded(by index: Int) -> [Int] {
        records[index].relations.filter { $0.kind == .supersedes }.map(\.record).filter { older in
            records[older].status?.group == .superseded
                && successorsInForce(of: older).allSatisfy { $0 == index }
        }
    }

    private func hasComeIntoForce(_ index: Int) -> Bool {
        let group = records[index].status?.group
        return group == .inForce || group == .superseded
    }

    /// The records that replace one as a whole.
    public func successors(of index: Int) -> [Int] {
        records[index].relations.filter { $0.kind == .supersededBy }.map(\.record)
    }

    /// The files in folders of records that are none, and what they are.
    public var leftOut: [ContentFile] {
        (pages + introductions).filter { $0.role != .record }.sorted { $0.path < $1.path }
    }

    /// The records that a name may mean: a number, a file's name with or without its extension, an id; with a scope and a
    /// slash before it only those of the scope.
    public func records(called name: String) -> [Int] {
        let way = records(at: name)
        guard way.count != 1 else { return way }
        let (scope, plain) = Self.parts(of: name, scopes: Set(records.map(\.scope)))
        let digits = plain.drop { !$0.isNumber }
        let lead = plain.prefix { !$0.isNumber }.lowercased().filter(\.isLetter)
        let number = lead.isEmpty || RecordNumber.families.contains(lead) ? Int(digits) : nil
        let stem = RecordIndex.stem(plain)
        return records.indices.filter { index in
            let record = records[index]
            if let scope, record.scope != scope { return false }
            if let number, record.number == number { return true }
            return RecordIndex.stem(record.file.path) == stem || record.id == name
                || record.file.document.file == name || record.file.isCalled(name)
        }
    }

    /// The records whose file, or whose folder where it has one of its own, a path may mean, be it from the site's folder,
    /// from one in it, from one above it or from the root of the file system.
    private func records(at path: String) -> [Int] {
        guard path.contains("/") else { return [] }
        var written = path.split(separator: "/").filter { $0 != "." }[...]
        while written.first == ".." { written.removeFirst() }
        let ends = { (of: ArraySlice<Substring>, with: ArraySlice<Substring>) in of.suffix(with.count) == with
        }
        let found = records.indices.filter { index in
            let file = records[index].file.shownPath.split(separator: "/")[...]
            let own = file.drop { $0 == ".." }
            let isIndex = file.last.map(RecordNumber.isIndex) ?? false
            let ways = [own] + (isIndex ? [own.dropLast()] : [])
            return ways.contains { ends($0, written) || ends(written, $0) }
        }
        let exact = found.filter { records[$0].file.shownPath == path }
        return exact.isEmpty ? found : exact
    }

    private static func parts(of name: String, scopes: Set<String>) -> (scope: String?, name: String) {
        guard let slash = name.lastIndex(of: "/"), scopes.contains(String(name[..<slash])) else {
            return (nil, name)
        }
        return (String(name[..<slash]), String(name[name.index(after: slash)...]))
    }
}
