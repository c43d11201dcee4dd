import Diagnostics
import Foundation
import Glibc
import Platform
import SiteGenerator

/// Where the program's words go.
enum Terminal {
    /// The two streams.
    enum Stream: Int32 {
        case output = 1
        case errors = 2
    }

    /// Writes text to a stream, whole. What would steer a terminal is spelled out, since names and words come from files that
    /// others wrote, but for line ends, tabs and the program's own styles. Where the output cannot be written, the program ends: what was asked for is not there.
    static func write(_ text: String, to stream: Stream = .output) {
        var bytes = Array(plain(text).utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR {
                guard stream == .output else { return }
                write("error: \(FileError("write", "<stdout>"))\n", to: .errors)
                exit(2)
            }
            bytes = bytes.dropFirst(max(0, count))
        }
    }

    private static func plain(_ text: String) -> String {
        // Few texts hold any.
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return text }
        guard isStyled else { return spelledOut(text[...]) }
        // Styles are the program's own: between them is what comes from files.
        var out = ""
        var rest = text[...]
        while let style = styles.compactMap({ rest.firstRange(of: $0) }).min(by: {
            $0.lowerBound < $1.lowerBound
        }) {
            out += spelledOut(rest[..<style.lowerBound]) + rest[style]
            rest = rest[style.upperBound...]
        }
        return out + spelledOut(rest)
    }

    private static func spelledOut(_ text: Substring) -> String {
        text.split(separator: "\r\n" as Character, omittingEmptySubsequences: false).map {
            String($0).spellingOutControls(except: "\n\t")
        }.joined(separator: "\r\n")
    }

    private static let styles = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[22m"]

    /// Whether a person sits at the standard input.
    static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

    /// Whether words may be set off, which a person can turn off.
    private static let isStyled: Bool = {
        let environment = ProcessInfo.processInfo.environment
        return isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }()

    /// Whether a person watches: not where a program reads along, or a CI service keeps what is printed.
    static let showsProgress: Bool = {
        let environment = ProcessInfo.processInfo.environment
        return isatty(2) == 1 && (environment["CI"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }()

    /// Puts other words in the place of the line that the cursor is in.
    /// - Parameter words: the program's own, without line ends.
    static func redraw(_ words: String) {
        let bytes = Array("\r\u{1B}[K\(words)".utf8)
        // A line that is lost is followed by another one.
        _ = bytes.withUnsafeBytes { Glibc.write(Stream.errors.rawValue, $0.baseAddress, $0.count) }
    }

    /// Words that matter more than those around them.
    static func bold(_ words: String) -> String { isStyled ? "\(styles[0])\(words)\(styles[2])" : words }

    /// Words that matter less.
    static func dim(_ words: String) -> String { isStyled ? "\(styles[1])\(words)\(styles[2])" : words }

    /// The text of a file that problems show; `nil` of one that is none, such as an image.
    static func source(of file: String, root: String, _ texts: [String: [UInt8]]) -> [UInt8]? {
        if let known = texts[file] ?? Theme.text(of: file) { return known }
        let bytes = try? Files.read(file.hasPrefix("/") ? file : "\(root)/\(file)")
        return bytes.flatMap { $0.contains(0) ? nil : $0 }
    }

    /// Prints problems where one of them stands in the way; else only how many there are, for verbs that are about something
    /// else.
    static func reportErrors(among problems: [Diagnostic], root: String, texts: [String: [UInt8]] = [:]) {
        guard !problems.hasErrors else { return report(problems, root: root, texts: texts) }
        guard !problems.isEmpty else { return }
        let count = problems.count == 1 ? "1 warning" : "\(problems.count) warnings"
        write(
            "note: \(count); 'precedent check' prints \(problems.count == 1 ? "it" : "them")\n", to: .errors)
    }

    /// Prints problems to the error stream, and how many there are.
    /// - Parameter texts: what files hold that are not on disk, by the name that problems show.
    static func report(_ problems: [Diagnostic], root: String, texts: [String: [UInt8]] = [:]) {
        guard !problems.isEmpty else { return }
        var printer = DiagnosticPrinter { Self.source(of: $0, root: root, texts) }
        var text = ""
        for problem in problems { text += printer.text(of: problem) }
        write(text + counts(of: problems) + "\n", to: .errors)
    }

    /// `1 error, 2 warnings`.
    static func counts(of problems: [Diagnostic]) -> String {
        let errors = problems.count { $0.severity == .error }
        let counts = [(errors, "error"), (problems.count - errors, "warning")].filter { $0.0 > 0 }
        return counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}
