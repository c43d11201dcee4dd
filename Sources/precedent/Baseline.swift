import Diagnostics
import Foundation
import Platform

/// Problems that are known, told apart by what they say and by the words that they are about, not by the number of their line:
/// a line that moves is no new problem. Most are about one line; of what is about more there is a digest.
struct Baseline {
    /// The name of the file that holds one, in the site's folder.
    static let usualName = "precedent-baseline.json"

    private struct Problem: Codable, Hashable, Comparable {
        let file: String
        let check: String
        let message: String
        let line: String

        static func < (a: Problem, b: Problem) -> Bool {
            (a.file, a.check, a.message, a.line) < (b.file, b.check, b.message, b.line)
        }
    }

    private struct Entry: Codable {
        let file: String
        let check: String
        let message: String
        let line: String
        let count: Int
    }

    private struct Form: Codable {
        let version: Int
        let problems: [Entry]
    }

    private var counts: [Problem: Int] = [:]

    /// - Parameter lineOf: the bytes of the line that a place is in.
    init(_ problems: [Diagnostic], lineOf: (SourceLocation) -> ArraySlice<UInt8>?) {
        for problem in problems { counts[Self.mark(of: problem, lineOf), default: 0] += 1 }
    }

    /// - Throws: `UsageError` where the file is not there, or is none of these; `FileError`.
    init(reading file: String) throws {
        guard Files.kind(of: file) == .file else {
            throw UsageError(
                message: "'\(file)' is not there\n  help: 'precedent check --write-baseline' writes it")
        }
        let form: Form
        do {
            form = try JSONDecoder().decode(Form.self, from: Data(try Files.read(file)))
        } catch let error as FileError {
            throw error
        } catch {
            throw UsageError(
                message:
                    "'\(file)' holds no known problems\n  help: 'precedent check --write-baseline' writes it anew"
            )
        }
        guard form.version == 1 else {
            throw UsageError(
                message:
                    "'\(file)' is of version \(form.version), and this program knows version 1\n  help: 'precedent check --write-baseline' writes it anew"
            )
        }
        for entry in form.problems {
            let problem = Problem(
                file: entry.file, check: entry.check, message: entry.message, line: entry.line)
            counts[problem, default: 0] += entry.count
        }
    }

    /// The file's content: the same for the same problems, an entry a line or more, so that changes to it can be read.
    func bytes() throws -> [UInt8] {
        let entries = counts.sorted { $0.key < $1.key }.map { problem, count in
            Entry(
                file: problem.file, check: problem.check, message: problem.message, line: problem.line,
                count: count)
        }
        return Array(try JSONText.of(Form(version: 1, problems: entries)).utf8)
    }

    /// The problems that are not known, and how many known ones are gone.
    func filter(_ problems: [Diagnostic], lineOf: (SourceLocation) -> ArraySlice<UInt8>?) -> (
        problems: [Diagnostic], unused: Int
    ) {
        var left = counts
        let new = problems.filter { problem in
            let mark = Self.mark(of: problem, lineOf)
            guard let count = left[mark], count > 0 else { return true }
            left[mark] = count - 1
            return false
        }
        return (new, left.values.reduce(0, +))
    }

    /// The 64 bits of FNV-1a (Fowler, Noll and Vo): enough to see that words are others, not to withstand who wants to hide it.
    private static func digest(of words: String) -> String {
        let hash = words.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return "fnv1a:" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func mark(of problem: Diagnostic, _ lineOf: (SourceLocation) -> ArraySlice<UInt8>?)
        -> Problem
    {
        let line =
            problem.subject.map { digest(of: $0) }
            ?? problem.location.flatMap(lineOf).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return Problem(
            file: problem.location?.file ?? "", check: problem.id, message: problem.summary,
            line: line.trimmingCharacters(in: .whitespaces))
    }
}
