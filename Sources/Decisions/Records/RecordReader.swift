import Diagnostics
import Markdown
import Rules

/// Reads a decision record of any format that teams keep theirs in: what it says of itself is gathered first
/// (`RecordFacts`), then understood here. Whatever is not understood is shown with the record, and said.
struct RecordReader {
    private let file: ContentFile
    private let facts: RecordFacts
    private let habits: LogHabits
    private let meanings: [String: StatusGroup]
    private(set) var problems: [Diagnostic] = []
    /// Where the date stands, once it is read.
    private var dateLocation: SourceLocation?
    /// What stands there that is no day.
    private var unreadDate: String?

    /// Keys of front matter that are Precedent's own.
    private static let keys = [
        "status", "decision-makers", "deciders", "consulted", "informed", "supersedes", "superseded-by",
        "assessment", "recommended", "chosen", "departure", "review-by", "reviewed",
    ]

    init(_ file: ContentFile, _ facts: RecordFacts, habits: LogHabits, meanings: [String: StatusGroup]) {
        self.file = file
        self.facts = facts
        self.habits = habits
        self.meanings = meanings
    }

    mutating func record() -> DecisionRecord {
        problems += file.nearlyKnownKeys(Self.keys).filter { problem in
            !file.document.frontMatter.entries.contains {
                $0.keyLocation == problem.location && RecordKey($0.key) != nil
            }
        }
        let front = file.document.frontMatter
        let number = RecordNumber.inFileName(file.path)
        let title = title(number)
        let status = StatusReader(facts, order: habits.order)
        problems += status.problems
        check(status)
        let standing = status.name.map { RecordStatus($0, meanings: meanings) }
        if standing?.group == .inForce, let missing = facts.missingOutcome, let location = status.location {
            problems.append(Messages.noOutcome(missing, location))
        }
        let reviews = RecordReviews(file, problems: &problems)
        // Reading the date says where it stands.
        let date = date(status)
        let written = DecisionRecord.Written(
            file: file, number: number ?? title.number, title: title.text, heading: title.heading,
            titleStart: title.start, statusLocation: status.location, dateLocation: dateLocation,
            unreadDate: unreadDate, people: people(),
            tags: tags(),
            story: facts.of(.story).first?.value.text.isEmpty == false ? story() : nil,
            statements: status.statements, assessment: front["assessment"], recommended: front["recommended"],
            chosen: front["chosen"], departure: front["departure"]?.text,
            reviewBy: reviews.due, reviews: reviews.reviews)
        return DecisionRecord(written, status: standing, date: date)
    }

    private mutating func check(_ status: StatusReader) {
        let known = Array(RecordStatus.usual.keys).sorted() + meanings.keys.sorted()
        guard let name = status.name, let location = status.location, !known.contains(name),
            RecordStatus.common[name] == nil
        else { return }
        problems.append(
            Diagnostic(
                "bad-status", .warning, at: location,
                "'\(name)' is no known status, so the decision counts as open",
                suggestion: didYouMean(name, among: known)
                    ?? "the statuses are draft, proposed, accepted, rejected, deprecated and superseded; others go under 'statuses:' in \(SiteConfiguration.fileName)"
            ))
    }

    // MARK: Title

    private func title(_ number: Int?) -> (
        text: String, number: Int?, heading: Element?, start: InlinePosition?
    ) {
        guard let heading = facts.title else {
            let name = RecordNumber.isIndex(file.name[...]) ? file.folderName ?? file.name : file.name
            let stem = String(name.prefix { $0 != "." })
            let words = stem.drop { $0.isNumber || $0 == "-" || $0 == "_" }
            let fromName = String(words).replacing("-", with: " ").replacing("_", with: " ")
            let written = file.document.frontMatter["title"]?.text.flatMap {
                Placeholder.isTitle($0) ? nil : $0
            }
            return (written ?? (words.isEmpty ? stem : fromName), nil, nil, nil)
        }
        let text = InlineText(heading, includingCode: true)
        let range = text.trimmed(0..<text.bytes.count)
        let whole = text.string(range)
        guard
            let prefix = TitlePrefix(
                of: whole, .init(fileNumber: number, hasBareNumbers: number != nil && habits.hasBareNumbers))
        else { return (whole.collapsed, nil, heading, nil) }
        return (
            String(decoding: Array(whole.utf8).dropFirst(prefix.length), as: UTF8.self).collapsed,
            prefix.number,
            heading, text.position(at: range.lowerBound + prefix.length)
        )
    }

    // MARK: Dates

    /// The first that the record gives itself: the one of the decision, that of the status in force, another one, the one
    /// in the file's name.
    private mutating func date(_ status: StatusReader) -> CalendarDate? {
        if let day = day(of: .decision) { return day }
        if let day = status.date?.day(by: habits.order) {
            dateLocation = status.location
            return day
        }
        return day(of: .creation) ?? day(of: .update) ?? RecordNumber.dayInFileName(file.path)
    }

    private mutating func day(of role: RecordKey.DateRole) -> CalendarDate? {
        for fact in facts.of(.date(role)) {
            let text = fact.value.text
            guard Placeholder.value(in: text) != nil, !Self.blanks.contains(text.lowercased()) else {
                continue
            }
            let matches = WrittenDate.matches(in: text)
            guard let first = matches.first else {
                problems.append(.noDate(text, .warning, at: fact.location))
                unreadDate = unreadDate ?? text
                continue
            }
            // Of a span of days the last is when the decision stood.
            let isSpan = matches.count == 2 && Self.isSpan(text, matches)
            let match = isSpan ? matches[1] : first
            if let day = match.date.day(by: habits.order) {
                dateLocation = fact.location
                return day
            }
            problems.append(Messages.unclear(match.date, text, fact.location))
            unreadDate = unreadDate ?? text
        }
        return nil
    }

    private static let blanks: Set = ["tbd", "n/a", "none", "-", "–", "—", "?", "unknown", "todo"]

    private static func isSpan(_ text: String, _ matches: [WrittenDate.Match]) -> Bool {
        let between = text.utf8.prefix(matches[1].range.lowerBound).dropFirst(matches[0].range.upperBound)
        return ["-", "–", "—", "to", "until", "/", "bis", "à"].contains(
            Substring(between).trimmed.lowercased())
    }

    // MARK: People, tags, story

    private func people() -> [DecisionRecord.People] {
        DecisionRecord.Part.allCases.compactMap { part in
            let names = facts.of(.people(part)).flatMap { PeopleReader.names(in: $0.value.text) }
            return names.isEmpty ? nil : .init(part: part, names: names)
        }
    }

    private func tags() -> [String] {
        facts.of(.tags).flatMap { fact -> [String] in
            guard let text = Placeholder.value(in: fact.value.text) else { return [] }
            return text.split { $0 == "," || $0 == ";" }.flatMap { part -> [String] in
                let words = part.split(whereSeparator: \.isWhitespace)
                let isMarked = words.allSatisfy { $0.hasPrefix("#") }
                return isMarked ? words.map { String($0.dropFirst()) } : [part.trimmed]
            }.filter { !$0.isEmpty }
        }
    }

    private func story() -> String? {
        let value = facts.of(.story).map(\.value).first { Placeholder.value(in: $0.text) != nil }
        guard let value else { return nil }
        let address = value.links.first?.destination
        return address.map { value.text.contains($0) ? value.text : "\(value.text) (\($0))" } ?? value.text
    }
}

extension ContentFile {
    /// The name of the folder that it lies in.
    fileprivate var folderName: String? { path.split(separator: "/").dropLast().last.map(String.init) }
}

extension String {
    /// With one space where there are several.
    fileprivate var collapsed: String {
        holds(" ", before: " ")
            ? split(whereSeparator: \.isWhitespace).joined(separator: " ") : self
    }
}

private enum Messages {
    static func noOutcome(_ missing: RecordFacts.MissingOutcome, _ status: SourceLocation) -> Diagnostic {
        switch missing {
        case .noSection:
            Diagnostic(
                "no-outcome", .warning, at: status,
                "this decision is in force, and no section says what was decided",
                suggestion: "write it under a heading such as 'Decision Outcome' or 'Decision'")
        case .emptySection(let heading):
            Diagnostic(
                "no-outcome", .warning, at: heading.location,
                "this decision is in force, and nothing here says what was decided",
                suggestion: "write it under this heading")
        }
    }

    static func unclear(_ date: WrittenDate, _ text: String, _ location: SourceLocation) -> Diagnostic {
        switch date {
        case .ambiguous(let first, let second, let year):
            let days = [(second, first), (first, second)].compactMap { month, day in
                CalendarDate(year: year, month: month, day: day)?.iso
            }
            return Diagnostic(
                "ambiguous-date", .warning, at: location,
                "'\(text)' can be \(days.joined(separator: " or ")), and no other date of the log decides",
                suggestion: "write it as YYYY-MM-DD")
        case .month:
            return Diagnostic(
                "bad-date", .warning, at: location, "'\(text)' names no day",
                suggestion: "write it as YYYY-MM-DD")
        case .day, .impossible: return .noDate(text, .warning, at: location)
        }
    }
}
