/// A place in a file that an author wrote.
public struct SourceLocation: Hashable, Sendable, Comparable {
    /// The file, as it is shown to the author: relative to the site's folder where it lies within.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1 in UTF-8 bytes. Printing turns it into characters.
    public var column: Int
    /// How many bytes from `column` on are meant, for the underline. At least 1.
    public var length: Int

    /// Creates a location. `line` and `column` count from 1.
    public init(file: String, line: Int, column: Int = 1, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
    }

    /// The place of a part of what is meant, some bytes further on the same line.
    public func advanced(by bytes: Int, length: Int) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column + bytes, length: length)
    }

    /// By file, then by place in it, so that problems are listed as a reader meets them.
    public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
        (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
    }
}
