/// How much a problem weighs.
public enum Severity: String, Sendable, Hashable {
    /// Nothing is published while one stands.
    case error
    /// Worth the author's look; the site is built.
    case warning
}

/// One problem in what an author wrote, with all that helps to mend it.
public struct Diagnostic: Sendable, Hashable {
    /// A stable, kebab-case name of the kind of problem, by which it can be configured and searched.
    public var id: String
    /// How much it weighs.
    public var severity: Severity
    /// Where it is; `nil` where no single place is at fault.
    public var location: SourceLocation?
    /// What is wrong, in one sentence without a full stop.
    public var summary: String
    /// What to do, in the form "did you mean …?" or a short instruction.
    public var suggestion: String?
    /// Further facts, each with the place that shows it where there is one.
    public var notes: [Note]

    /// What a problem is about where its line does not tell, such as the words of a whole section: the problem is another one
    /// once they change.
    public var subject: String?

    /// A fact that belongs to a problem, such as where the first of two duplicates stands.
    public struct Note: Sendable, Hashable {
        /// The fact, without a full stop.
        public var summary: String
        /// The place that shows it.
        public var location: SourceLocation?

        /// Creates a note.
        public init(_ summary: String, at location: SourceLocation? = nil) {
            self.summary = summary
            self.location = location
        }
    }

    /// Creates a diagnostic.
    public init(
        _ id: String, _ severity: Severity = .error, at location: SourceLocation?, _ summary: String,
        suggestion: String? = nil, notes: [Note] = []
    ) {
        self.id = id
        self.severity = severity
        self.location = location
        self.summary = summary
        self.suggestion = suggestion
        self.notes = notes
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order in which a reader meets them, each once.
    public func inReadingOrder() -> [Diagnostic] {
        var seen = Set<Diagnostic>()
        return filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
            switch (a.element.location, b.element.location) {
            case (let x?, let y?) where x != y: x < y
            case (nil, .some): true
            case (.some, nil): false
            default: a.offset < b.offset
            }
        }.map(\.element)
    }
}
