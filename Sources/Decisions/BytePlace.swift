public import Diagnostics

extension SourceLocation {
    /// The place of a byte in a file that is no text.
    public init(ofByte offset: Int, in bytes: [UInt8], file: String) {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        self.init(file: file, line: 1 + before.count { $0 == 0x0A }, column: offset - lineStart + 1)
    }
}
