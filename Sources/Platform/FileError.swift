import Glibc

/// What the operating system refused, and on which file.
public struct FileError: Error, CustomStringConvertible, Hashable {
    /// What was tried, as a verb: "read", "write", "create".
    public let operation: String
    /// The path it was tried on.
    public let path: String
    /// The system's error number.
    public let code: Int32

    /// Creates an error from the system's number, which is that of the last failed call if left out.
    public init(_ operation: String, _ path: String, code: Int32? = nil) {
        self.operation = operation
        self.path = path
        self.code = code ?? errno
    }

    /// "No such file or directory".
    public var reason: String { String(cString: strerror(code)) }

    /// "cannot read 'x': No such file or directory".
    public var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
