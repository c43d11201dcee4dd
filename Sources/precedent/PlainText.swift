import Foundation

extension String {
    /// Refuses what no line of a file can hold as a person means it: line ends, and characters that steer a terminal.
    /// - Parameter what: what the text is, for the message: "a title".
    /// - Throws: `UsageError`.
    func requirePlainText(_ what: String) throws {
        guard let control = unicodeScalars.first(where: { Self.isControl($0) }) else { return }
        let code = String(control.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        throw UsageError(
            message:
                "\(what) cannot hold the control character \(name)\n  help: write it on one line, as plain text"
        )
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
