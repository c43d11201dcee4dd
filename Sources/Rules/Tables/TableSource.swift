public import Diagnostics

/// A decision table as an author wrote it, its cells as they stand in the file (FORMATS 1.5).
public struct TableSource: Sendable, Hashable {
    /// What the header of an output starts with.
    public static let arrows = ["→", "->", "=>"]

    /// The nearest heading.
    public var name: String
    /// The headers of the columns.
    public var headers: [SourcedText]
    /// The cells of each row; missing ones are empty.
    public var rows: [[SourcedText]]
    /// Where the table stands.
    public var location: SourceLocation

    /// Creates a table.
    public init(name: String, headers: [SourcedText], rows: [[SourcedText]], location: SourceLocation) {
        self.name = name
        self.headers = headers
        self.rows = rows
        self.location = location
    }
}
