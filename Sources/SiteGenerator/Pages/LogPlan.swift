import Decisions
import Markdown
import Rules

/// Which pages the log has beside its records', and where they stand: its own by rows, one for each tag, person and
/// status, the timeline.
struct LogPlan: Sendable {
    /// How many rows a page of a log has: few enough to be read and drawn at once.
    static let rowsPerPage = 500

    /// The pages of the whole log, the first of them the log's own.
    let pages: [String]
    /// Where the timeline stands; `nil` where no record has a date.
    let timeline: String?
    /// The tags, people and statuses, in this order, each kind by name.
    let facets: [LogFacet]
    /// The facets of each record, by kind, as indices of `facets`.
    let tags: [[Int]]
    let people: [[Int]]
    let statuses: [Int?]
    /// Whether the log has what a column would show.
    let columns: LogColumns

    /// - Parameter outputs: the paths that are taken; those of the plan are added.
    init(_ model: DecisionModel, _ outputs: inout OutputPaths) {
        pages = [OwnPage.log.path] + outputs.more(for: model.records.count) { "decisions/log/\($0).html" }
        timeline =
            model.records.contains { $0.date != nil } ? outputs.free("decisions/log/timeline") : nil
        let tags = FacetGroups(.tag, model.records.map(\.tags))
        let people = FacetGroups(.person, model.records.map { $0.people.flatMap(\.names) })
        let statuses = FacetGroups(
            .status, model.records.indices.map { model.standing(of: $0).map { [$0.name] } ?? [] })
        var facets: [LogFacet] = []
        var numbers: [[[Int]]] = []
        for groups in [tags, people, statuses] {
            let (own, ofRecords) = groups.facets(numberedFrom: facets.count, paths: &outputs)
            facets += own
            numbers.append(ofRecords)
        }
        self.facets = facets
        self.tags = numbers[0]
        self.people = numbers[1]
        self.statuses = numbers[2].map(\.first)
        columns = LogColumns(
            hasTags: numbers[0].contains { !$0.isEmpty },
            hasScopes: Set(model.records.lazy.map(\.scope)).count > 1,
            hasPeople: numbers[1].contains { !$0.isEmpty })
    }
}

/// Which columns beside the usual a log has.
struct LogColumns: Sendable, Hashable {
    let hasTags: Bool
    let hasScopes: Bool
    let hasPeople: Bool
}

/// The records that share a tag, a person or a status.
struct LogFacet: Sendable {
    /// What they share.
    enum Kind: String, Sendable {
        case tag, person, status

        /// The folder of their pages.
        var folder: String {
            switch self {
            case .tag: "decisions/tags"
            case .person: "decisions/people"
            case .status: "decisions/statuses"
            }
        }
    }

    let kind: Kind
    let name: String
    /// The records, the newest first.
    let records: [Int]
    /// Its pages.
    let pages: [String]

    var path: String { pages[0] }
}

/// Names, and the records that have each: those that differ in case only are one.
private struct FacetGroups {
    private let kind: LogFacet.Kind
    private var names: [(name: String, records: [Int])] = []
    private var ofRecords: [[Int]] = []

    init(_ kind: LogFacet.Kind, _ names: [[String]]) {
        self.kind = kind
        // By the name as written, which nearly always has come before, and in lower case.
        var known: [String: Int] = [:]
        for (record, own) in names.enumerated() {
            var found: [Int] = []
            found.reserveCapacity(own.count)
            for name in own {
                let place: Int
                if let known = known[name] {
                    place = known
                } else {
                    place = known[name.lowercased(), default: self.names.count]
                    if place == self.names.count { self.names.append((name, [])) }
                    known[name.lowercased()] = place
                    known[name] = place
                }
                guard !found.contains(place) else { continue }
                found.append(place)
                self.names[place].records.append(record)
            }
            ofRecords.append(found)
        }
    }

    /// Paths are given out in the order in which the log came to know the names, so that one more changes no other's.
    func facets(
        numberedFrom start: Int, paths: inout OutputPaths
    ) -> (facets: [LogFacet], ofRecords: [[Int]]) {
        let made = names.map { name, records in
            let stem = "\(kind.folder)/\(Self.fileName(name, else: kind.rawValue))"
            let path = paths.free(stem)
            let more = paths.more(for: records.count) { "\(path.dropLast(5)).\($0).html" }
            return LogFacet(kind: kind, name: name, records: records.reversed(), pages: [path] + more)
        }
        let order = made.indices.sorted { a, b in
            (made[a].name.lowercased(), a) < (made[b].name.lowercased(), b)
        }
        var place = Array(repeating: 0, count: made.count)
        for (position, index) in order.enumerated() { place[index] = start + position }
        return (order.map { made[$0] }, ofRecords.map { $0.map { place[$0] } })
    }

    /// A name of a file that every system takes and an address shows as it is where it can be.
    private static func fileName(_ name: String, else fallback: String) -> String {
        var short = ""
        // Some people are a sentence, and file names have an end.
        for character in slug(name) {
            guard short.utf8.count + character.utf8.count <= 80 else { break }
            short.append(character)
        }
        let trimmed = short.split(separator: "-").joined(separator: "-")
        return trimmed.isEmpty ? fallback : trimmed
    }
}

/// Gives out paths that nobody has.
extension OutputPaths {
    /// A page, with a number behind its name where it is taken.
    fileprivate mutating func free(_ stem: String) -> String {
        var path = "\(stem).html"
        var number = 2
        while !isFree(path) { (path, number) = ("\(stem)-\(number).html", number + 1) }
        _ = claim(path, by: .site)
        return path
    }

    /// The second page and those behind it of so many rows.
    fileprivate mutating func more(for rows: Int, path: (Int) -> String) -> [String] {
        let count = (rows + LogPlan.rowsPerPage - 1) / LogPlan.rowsPerPage
        guard count > 1 else { return [] }
        return (2...count).map { free(String(path($0).dropLast(5))) }
    }
}
