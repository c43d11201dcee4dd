/// A site as it is at a moment, as a server shows it.
public protocol ServedSite: Sendable {
    /// The bytes of a file, by its path below the site's root; `nil` where there is none.
    func bytes(of path: String) -> [UInt8]?
    /// Whether there are files below a path.
    func isFolder(_ path: String) -> Bool
    /// What else pages show beside what is in them, such as styles and pictures: another value once it is another.
    var surroundings: Int { get }
    /// What is wrong with it, for the overlay of the pages.
    var problems: PageProblems { get }
}

/// Problems as pages show them.
public struct PageProblems: Sendable, Hashable, Encodable {
    /// A problem.
    public struct Problem: Sendable, Hashable, Encodable {
        /// Whether it keeps the site from being built.
        public let isError: Bool
        /// What is wrong, as a terminal shows it.
        public let text: String

        /// Creates a problem.
        public init(isError: Bool, text: String) { (self.isError, self.text) = (isError, text) }
    }

    /// In words how many there are: `1 error, 2 warnings`.
    public let count: String
    /// Those that are shown.
    public let shown: [Problem]
    /// How many more there are.
    public let further: Int
    /// Whether pages are as they were before.
    public let isStale: Bool

    /// Creates problems.
    public init(count: String, shown: [Problem], further: Int, isStale: Bool) {
        (self.count, self.shown, self.further, self.isStale) = (count, shown, further, isStale)
    }

    /// Nothing is wrong.
    public static let none = PageProblems(count: "", shown: [], further: 0, isStale: false)
}
