import Decisions
import Languages
import Platform
import Rules

/// What a record's page shows of the site around it, and no text of its own can change.
struct RecordSurroundings: Sendable {
    let site: SiteContext
    let status: RecordStatus?
    let statusURL: String?
    let date: CalendarDate?
    let isDateFromGit: Bool
    let banner: BannerContext?
    let assessment: RecordAssessmentContext?
    /// What is known beside the text, as HTML.
    let facts: String
    let history: HistoryContext?
    let newURL: String?
    let previous: RecordLinkContext?
    let next: RecordLinkContext?
}

extension RecordSurroundings {
    /// Reads what was kept of it but the site.
    /// - Throws: `DamagedStore`.
    init(from reader: inout StoredReader, site: SiteContext, in phrases: Phrases) throws {
        self.site = site
        status = try reader.read()
        statusURL = try reader.read()
        date = try reader.read()
        isDateFromGit = try reader.read()
        banner = try reader.read()
        assessment =
            try reader.read(Bool.self) ? RecordAssessmentContext(from: &reader, in: phrases) : nil
        facts = try reader.read()
        history = try reader.read(Bool.self) ? HistoryContext(from: &reader, in: phrases) : nil
        newURL = try reader.read()
        previous = try reader.read()
        next = try reader.read()
    }

    /// Keeps all but the site, which is the same for most pages.
    func write(to writer: inout StoredWriter) {
        status.write(to: &writer)
        statusURL.write(to: &writer)
        date.write(to: &writer)
        isDateFromGit.write(to: &writer)
        banner.write(to: &writer)
        (assessment != nil).write(to: &writer)
        assessment?.write(to: &writer)
        facts.write(to: &writer)
        (history != nil).write(to: &writer)
        history?.write(to: &writer)
        newURL.write(to: &writer)
        previous.write(to: &writer)
        next.write(to: &writer)
    }
}

extension SiteContext: Stored {
    init(from reader: inout StoredReader) throws {
        title = try reader.read()
        language = try reader.read()
        direction = try reader.read()
        author = try reader.read()
        root = try reader.read()
        navigation = try reader.read()
        feed = try reader.read()
        logo = try reader.read()
        policy = try reader.read()
        hasSearch = try reader.read()
    }

    func write(to writer: inout StoredWriter) {
        for text in [title, language, direction] { text.write(to: &writer) }
        author.write(to: &writer)
        root.write(to: &writer)
        navigation.write(to: &writer)
        for text in [feed, logo, policy] { text.write(to: &writer) }
        hasSearch.write(to: &writer)
    }
}

extension NavigationContext: Stored {
    init(from reader: inout StoredReader) throws {
        self.init(title: try reader.read(), url: try reader.read(), isCurrent: try reader.read())
    }

    func write(to writer: inout StoredWriter) {
        title.write(to: &writer)
        url.write(to: &writer)
        isCurrent.write(to: &writer)
    }
}

extension RecordLinkContext: Stored {
    init(from reader: inout StoredReader) throws {
        self.init(number: try reader.read(), title: try reader.read(), url: try reader.read())
    }

    func write(to writer: inout StoredWriter) {
        number.write(to: &writer)
        title.write(to: &writer)
        url.write(to: &writer)
    }
}

extension BannerContext: Stored {
    init(from reader: inout StoredReader) throws {
        self.init(records: try reader.read(), holds: try reader.read())
    }

    func write(to writer: inout StoredWriter) {
        records.write(to: &writer)
        holds.write(to: &writer)
    }
}

extension RecordAssessmentContext {
    fileprivate init(from reader: inout StoredReader, in phrases: Phrases) throws {
        self.init(
            title: try reader.read(), url: try reader.read(), recommended: try reader.read(),
            chosen: try reader.read(), agrees: try reader.read(), departure: try reader.read(),
            date: DateContext(try reader.read(), in: phrases), today: try reader.read())
    }

    fileprivate func write(to writer: inout StoredWriter) {
        for text in [title, url, recommended] { text.write(to: &writer) }
        chosen.write(to: &writer)
        agrees.write(to: &writer)
        departure.write(to: &writer)
        (date?.date).write(to: &writer)
        today.write(to: &writer)
    }
}

extension HistoryContext {
    fileprivate init(from reader: inout StoredReader, in phrases: Phrases) throws {
        let count: Int = try reader.read()
        var changes: [ChangeContext] = []
        for _ in 0..<max(0, count) {
            changes.append(
                ChangeContext(
                    date: DateContext(try reader.read(), in: phrases), author: try reader.read(),
                    summary: try reader.read(), url: try reader.read()))
        }
        self.init(changes: changes, further: try reader.read(), isCut: try reader.read())
    }

    fileprivate func write(to writer: inout StoredWriter) {
        changes.count.write(to: &writer)
        for change in changes {
            (change.date?.date).write(to: &writer)
            change.author.write(to: &writer)
            change.summary.write(to: &writer)
            change.url.write(to: &writer)
        }
        further.write(to: &writer)
        isCut.write(to: &writer)
    }
}
