public import Diagnostics

/// Text of an author with its place, handed over untouched so that Rules can say where it went wrong.
public struct SourcedText: Sendable, Hashable {
    /// The text, with the markup taken off.
    public var text: String
    /// Where it stands.
    public var location: SourceLocation

    /// Creates a text with its place.
    public init(_ text: String, at location: SourceLocation) {
        self.text = text
        self.location = location
    }
}

/// One of the things that a framework decides between (FORMATS 1).
public struct Option: Sendable, Hashable {
    /// The id by which front matter, answers and other programs refer to it.
    public var id: String
    /// What readers call it, and what targets name.
    public var name: String
    /// The ids of the options that it is made of; empty for an option that combines nothing.
    public var combines: [String]
    /// Where it is declared.
    public var location: SourceLocation

    /// Creates an option.
    public init(id: String, name: String, combines: [String] = [], location: SourceLocation) {
        self.id = id
        self.name = name
        self.combines = combines
        self.location = location
    }
}
