import Decisions
import Languages
import Rules

/// The decisions of a log along time, and lanes that lead from each to what it superseded.
struct TimelinePage: Page {
    let path: String
    let template = "timeline"
    /// How many decisions it shows: more would be neither read nor drawn well. The table has them all.
    static let limit = 200

    func context(in site: Site) -> TimelinePageContext {
        let records = site.model.records
        let dated = site.log.filter { records[$0].date != nil }
        let sorted = dated.enumerated().sorted { a, b in
            let (x, y) = (records[a.element].date, records[b.element].date)
            return x == y ? a.offset < b.offset : Site.later(x, y)
        }.map(\.element)
        let shown = Array(sorted.prefix(Self.limit))
        let lanes = TimelineLanes(shown) { index in
            records[index].relations.filter { $0.kind == .supersedes }.map(\.record)
        }
        var year: Int?
        var (rows, dots): ([UInt8], [UInt8]) = ([], [])
        for (row, index) in shown.enumerated() {
            let own = records[index].date?.year
            let line = site.line(of: index, on: path)
            rows += site.fragment(
                TimelineRowContext(line: line, year: own == year ? nil : own.map(String.init)),
                "partials/timeline-row")
            year = own
            let (x, y) = lanes.dot(row)
            dots += site.fragment(
                TimelineDotContext(
                    x: x, y: y, group: line.status?.status.group.rawValue ?? "none", url: line.link.url),
                "partials/timeline-dot")
        }
        let undated = records.count - dated.count
        let phrases = site.phrases
        var notes: [String] = []
        if sorted.count > shown.count {
            notes.append(
                phrases(
                    "timeline.newest",
                    ["shown": phrases.number(shown.count), "all": phrases.number(sorted.count)]))
        }
        if undated > 0 {
            notes.append(phrases("timeline.undated", count: undated))
        }
        if lanes.hidden > 0 {
            notes.append(phrases("timeline.hidden", count: lanes.hidden))
        }
        return TimelinePageContext(
            common: site.common(
                path, title: phrases("timeline.title"),
                description: phrases("timeline.description")),
            count: shown.count, rows: Self.withoutLastEnd(rows), dots: Self.withoutLastEnd(dots),
            drawing: lanes, note: notes.joined(separator: " "),
            logURL: SiteMap.relative(OwnPage.log.path, from: path))
    }

    /// Lines without the end of the last, which the template has.
    private static func withoutLastEnd(_ lines: [UInt8]) -> String {
        String(decoding: lines.last == 0x0A ? lines.dropLast() : lines[...], as: UTF8.self)
    }
}

/// Where dots and lines of a timeline stand: rows from the newest down, decisions that nothing was superseded by in the
/// first lane, each chain of supersession in one of its own.
struct TimelineLanes: Sendable {
    /// The height of a row and the width of a lane.
    static let rowHeight = 36
    static let laneWidth = 16
    /// More lanes would leave no room for words on a phone.
    private static let limit = 9

    /// A line from a decision down to what it superseded.
    struct Line: Sendable {
        let from: (row: Int, lane: Int)
        let to: (row: Int, lane: Int)
    }

    /// The lane of each row.
    private(set) var lanes: [Int]
    private(set) var lines: [Line] = []
    /// How many lines found no lane.
    private(set) var hidden = 0
    /// How many lanes there are.
    var count: Int { (lanes.max() ?? 0) + 1 }

    /// - Parameters:
    ///   - rows: the records, the newest first.
    ///   - superseded: the records that one superseded.
    init(_ rows: [Int], superseded: (Int) -> [Int]) {
        lanes = Array(repeating: 0, count: rows.count)
        let places = Dictionary(rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var given: [Int: Int] = [:]
        /// The last row that each lane is needed in.
        var needed = [Int](repeating: -1, count: Self.limit + 1)
        needed[0] = .max
        for (row, record) in rows.enumerated() {
            let older = superseded(record).compactMap { places[$0] }.filter { $0 > row }.sorted()
            if given[row] == nil, !older.isEmpty { given[row] = needed.firstIndex { $0 < row } }
            lanes[row] = given[row] ?? 0
            for (position, other) in older.enumerated() {
                let lane =
                    given[other]
                    ?? (position == 0 && lanes[row] > 0 ? lanes[row] : needed.firstIndex { $0 < row })
                guard let lane else {
                    hidden += 1
                    continue
                }
                given[other] = lane
                needed[lane] = max(needed[lane], other)
                lines.append(Line(from: (row, lanes[row]), to: (other, lane)))
            }
        }
    }

    private static func x(_ lane: Int) -> Int { lane * laneWidth + laneWidth / 2 }
    private static func y(_ row: Int) -> Int { row * rowHeight + rowHeight / 2 }

    /// The middle of a row's dot.
    func dot(_ row: Int) -> (x: Int, y: Int) { (Self.x(lanes[row]), Self.y(row)) }

    /// A line as SVG writes it: into the other's lane within a row, then straight down.
    static func path(_ line: Line) -> String {
        let (x1, y1, x2, y2) = (x(line.from.lane), y(line.from.row), x(line.to.lane), y(line.to.row))
        guard x1 != x2 else { return "M\(x1) \(y1)V\(y2)" }
        let half = y1 + rowHeight / 2
        return "M\(x1) \(y1)C\(x1) \(half) \(x2) \(half) \(x2) \(y1 + rowHeight)V\(y2)"
    }
}
