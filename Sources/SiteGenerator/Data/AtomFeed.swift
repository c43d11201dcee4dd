import Decisions
import Languages
import Rules

/// `feed.xml`: new decisions and changed statuses (Atom, RFC 4287).
///
/// An entry is a decision in one status: where that changes, a new entry comes up, and what a reader has seen is not shown
/// again. A build reads no clock, so that the newest day of the log is when the feed was last changed.
struct AtomFeed: DataFile {
    static let path = "feed.xml"
    /// How many entries it has; readers want what is new.
    private static let limit = 50

    /// The entries: the records that changed last.
    private static func entries(of site: Site) -> ArraySlice<Entry> {
        site.log.compactMap { Entry($0, of: site) }.enumerated().sorted { a, b in
            (b.element.day, a.offset) < (a.element.day, b.offset)
        }.map(\.element).prefix(limit)
    }

    /// The records that the feed tells of: no other's text is in it.
    static func records(of site: Site) -> Set<Int> { Set(entries(of: site).map(\.record)) }

    func bytes(of site: Site) -> [UInt8] {
        let entries = Self.entries(of: site)
        let title = XML.escaped(site.configuration.title)
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        out +=
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(XML.escaped(site.configuration.language))\">\n"
        out += "<id>\(Self.id(OwnPage.log.path, of: site))</id>\n<title>\(title)</title>\n"
        out += "<updated>\(Self.time(entries.first?.day))</updated>\n"
        out +=
            "<author><name>\(XML.escaped(site.configuration.author ?? site.configuration.title))</name></author>\n"
        out += "<generator>\(XML.escaped(Precedent.name))</generator>\n"
        out +=
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(XML.escaped(site.address(of: OwnPage.log.path)))\"/>\n"
        if site.configuration.base != nil {
            out +=
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(XML.escaped(site.address(of: Self.path)))\"/>\n"
        }
        return Array((out + entries.map { $0.text(of: site) }.joined() + "</feed>\n").utf8)
    }

    /// A decision in one status.
    private struct Entry {
        let record: Int
        /// The day of the status: of what superseded the record, where that is later than its own.
        let day: CalendarDate
        let status: String?

        /// - Returns: `nil` where no day is known.
        init?(_ index: Int, of site: Site) {
            let record = site.model.records[index]
            let standing = site.model.standing(of: index)
            let later =
                standing?.group == .superseded
                ? site.model.successors(of: index).compactMap { site.model.records[$0].date }.max() : nil
            guard let day = [record.date, later].compactMap({ $0 }).max() else { return nil }
            self.record = index
            self.day = day
            status = standing?.name
        }

        func text(of site: Site) -> String {
            let record = site.model.records[record]
            let page = record.file.pagePath
            let number = record.number.map { "\($0). " } ?? ""
            let url = XML.escaped(site.address(of: page))
            let label = status.map { site.phrases.status($0) }
            var out = "<entry>\n<id>\(AtomFeed.id(page, status, of: site))</id>\n"
            out +=
                "<title>\(XML.escaped(number + record.title))\(label.map { " (\(XML.escaped($0)))" } ?? "")</title>\n"
            out += "<updated>\(AtomFeed.time(day))</updated>\n"
            if let date = record.date { out += "<published>\(AtomFeed.time(date))</published>\n" }
            out += "<link rel=\"alternate\" type=\"text/html\" href=\"\(url)\"/>\n"
            if let status { out += "<category term=\"\(XML.escaped(status))\"/>\n" }
            for tag in record.tags { out += "<category term=\"\(XML.escaped(tag))\"/>\n" }
            let summary = Site.opening(of: record.file) ?? record.title
            return out + "<summary>\(XML.escaped(Site.shortened(summary, to: 300)))</summary>\n</entry>\n"
        }
    }

    /// Midnight of a day; of a log without a day, of the first that Atom's readers all know.
    private static func time(_ day: CalendarDate?) -> String { "\(day?.iso ?? "1970-01-01")T00:00:00Z" }

    /// A name for ever: a tag URI (RFC 4151) of the site's address, else a UUID made of the site's title (RFC 9562,
    /// version 8).
    private static func id(_ page: String, _ status: String? = nil, of site: Site) -> String {
        let path = SiteMap.address(of: String(page.dropLast(".html".count)) + (status.map { "/\($0)" } ?? ""))
        guard let base = site.configuration.base else {
            return "urn:uuid:" + uuid(of: "\(site.configuration.title)\n\(path)")
        }
        let behindScheme = base.split(separator: "//", maxSplits: 1).last ?? ""
        let parts = behindScheme.split(separator: "/", maxSplits: 1)
        let host = parts.first.map { $0.prefix { $0 != ":" }.lowercased() } ?? ""
        let folder = parts.count > 1 ? parts[1].split(separator: "/").map { "\($0)/" }.joined() : ""
        // The year is that of this program's first version, not of a build.
        return XML.escaped("tag:\(host),2026:\(folder)\(path)")
    }

    /// FNV-1a (draft-eastlake-fnv) twice, from two beginnings.
    private static func uuid(of text: String) -> String {
        let halves = [0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4].map { (start: UInt64) in
            text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        }
        let high = halves[0] & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        let low = halves[1] & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = [high, low].map { number in
            let text = String(number, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        var out = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { out += "-" }
            out.append(digit)
        }
        return out
    }
}
