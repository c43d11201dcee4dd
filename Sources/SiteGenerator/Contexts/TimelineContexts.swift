import Decisions

/// A decision in the timeline.
struct TimelineRowContext: PageContext {
    let line: RecordLineContext
    /// The year, where it is the first of it.
    let year: String?

    static let fields = Fields<TimelineRowContext>([
        .text("year") { $0.year },
        .text("number") { $0.line.link.number.map(String.init) },
        .html("title") { $0.line.link.title },
        .text("url") { $0.line.link.url },
        .object("status") { $0.line.status },
        .object("date") { $0.line.date },
        .list("supersededBy") { $0.line.supersededBy },
    ])
}

/// A dot of the drawing.
struct TimelineDotContext: PageContext {
    let x: Int
    let y: Int
    let group: String
    let url: String

    static let fields = Fields<TimelineDotContext>([
        .text("x") { String($0.x) },
        .text("y") { String($0.y) },
        .text("group") { $0.group },
        .text("url") { $0.url },
    ])
}

/// A line of the drawing.
struct TimelineLineContext: PageContext {
    let path: String

    static let fields = Fields<TimelineLineContext>([.text("path") { $0.path }])
}

/// The page of the timeline. Its drawing has no title and description of its own and is hidden from screen readers: it stands
/// beside the rows, which say all that it shows, each decision with its day, status and what superseded it, and have the same
/// links. Read out, it would say everything twice.
struct TimelinePageContext: WholePageContext {
    let common: CommonContext
    /// How many decisions it shows.
    let count: Int
    /// Each as a row, and each as a dot of the drawing, as HTML: they are alike, which a whole page is to none.
    let rows: String
    let dots: String
    let drawing: TimelineLanes
    let note: String
    let logURL: String

    /// So many pixels in the unit in which readers set the size of text.
    private static func rem(_ pixels: Int) -> String {
        let hundredths = pixels * 100 / 16
        let rest = String(hundredths % 100)
        return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest)rem"
    }

    private var width: Int { drawing.count * TimelineLanes.laneWidth }
    private var height: Int { count * TimelineLanes.rowHeight }

    static let fields = Fields<TimelinePageContext>.page([
        .html("rows") { $0.rows },
        .html("dots") { $0.dots },
        .list("paths") { $0.drawing.lines.map { TimelineLineContext(path: TimelineLanes.path($0)) } },
        .text("viewBox") { "0 0 \($0.width) \($0.height)" },
        .text("width") { rem($0.width) },
        .text("height") { rem($0.height) },
        .text("note") { $0.note },
        .text("logURL") { $0.logURL },
    ])
}
