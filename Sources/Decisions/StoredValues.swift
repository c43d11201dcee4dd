public import Diagnostics
public import Platform
public import Rules

extension RecordStatus: Stored {
    /// The name and what it means.
    public init(from reader: inout StoredReader) throws {
        let name: String = try reader.read()
        guard let group = StatusGroup(rawValue: try reader.read()) else { throw DamagedStore() }
        self.init(name, meanings: [name: group])
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        name.write(to: &writer)
        group.rawValue.write(to: &writer)
    }
}

extension CalendarDate: Stored {
    /// In digits.
    public init(from reader: inout StoredReader) throws {
        guard let date = CalendarDate(iso: try reader.read(String.self)) else { throw DamagedStore() }
        self = date
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) { iso.write(to: &writer) }
}

extension Diagnostic: Stored {
    /// All of it.
    public init(from reader: inout StoredReader) throws {
        let (id, isError) = (try reader.read(String.self), try reader.read(Bool.self))
        self.init(
            id, isError ? .error : .warning, at: try reader.read(), try reader.read(),
            suggestion: try reader.read(), notes: try reader.read())
        subject = try reader.read()
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        id.write(to: &writer)
        (severity == .error).write(to: &writer)
        location.write(to: &writer)
        summary.write(to: &writer)
        suggestion.write(to: &writer)
        notes.write(to: &writer)
        subject.write(to: &writer)
    }
}

extension Diagnostic.Note: Stored {
    /// All of it.
    public init(from reader: inout StoredReader) throws {
        self.init(try reader.read(), at: try reader.read())
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        summary.write(to: &writer)
        location.write(to: &writer)
    }
}

extension SourceLocation: Stored {
    /// All of it.
    public init(from reader: inout StoredReader) throws {
        self.init(
            file: try reader.read(), line: try reader.read(), column: try reader.read(),
            length: try reader.read())
    }

    /// As it is read.
    public func write(to writer: inout StoredWriter) {
        file.write(to: &writer)
        for number in [line, column, length] { number.write(to: &writer) }
    }
}
