import Diagnostics
import Foundation

/// A value as JSON that people can read as well.
enum JSONText {
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return spelledOut(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    /// JSON with what would steer a terminal written as JSON escapes it: a program reads the same.
    static func spelledOut(_ json: String) -> String {
        json.spellingOutControls(except: "\n") { scalar in
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
