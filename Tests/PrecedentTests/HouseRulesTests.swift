import Foundation
import Testing

/// The rules of CONTRIBUTING.md that no compiler holds files to.
struct HouseRulesTests {
    /// What each module may import: modules of ours and of others, then parts of the system. The build lets a file import
    /// what it only reaches through another module; this table does not.
    private static let allowed: [String: (modules: Set<String>, system: Set<String>)] = [
        "Diagnostics": ([], []),
        "Highlighting": (["CPrism"], ["Synchronization"]),
        "Platform": (["CPlatform"], ["Foundation", "Glibc", "Synchronization"]),
        "Markdown": (["CArena", "CMarkGFM", "Diagnostics", "Yams"], ["Glibc", "Synchronization"]),
        "Languages": (["CTheme", "Markdown", "Diagnostics", "Platform"], []),
        "Rules": (["Diagnostics"], ["FoundationEssentials"]),
        // Numbers of rules are decimals, which are Foundation's.
        "Decisions": (
            ["Languages", "Markdown", "Rules", "Diagnostics", "Platform"],
            ["FoundationEssentials", "Synchronization"]
        ),
        "SiteGenerator": (
            [
                "Decisions", "Languages", "Rules", "Markdown", "Highlighting", "Diagnostics", "Platform",
                "CCard", "CTheme", "Mustache",
            ],
            ["Foundation", "FoundationEssentials", "Glibc", "Synchronization"]
        ),
        "DevServer": (["NIOCore", "NIOHTTP1", "NIOPosix"], ["Foundation", "Glibc", "Synchronization"]),
        "precedent": (
            [
                "Decisions", "SiteGenerator", "DevServer", "Languages", "Rules", "Diagnostics", "Platform",
                "ArgumentParser",
            ],
            ["Foundation", "Glibc"]
        ),
    ]

    /// A file of Swift, by its path below the package.
    struct SourceFile: Sendable, CustomTestStringConvertible {
        let path: String
        let lines: [Substring]
        var testDescription: String { path }

        /// The lines without what stands in remarks and in texts of one line.
        var code: [String] {
            lines.map { line in
                String(line).replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"").replacing(/\/\/.*$/, with: "")
            }
        }
    }

    private static func files(below folder: String) throws -> [SourceFile] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(Program.root)/\(folder)")
            .filter { $0.hasSuffix(".swift") }.sorted().map { name in
                let text = try String(contentsOfFile: "\(Program.root)/\(folder)/\(name)", encoding: .utf8)
                return SourceFile(
                    path: "\(folder)/\(name)",
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false))
            }
    }

    /// The module that a line of code imports.
    private static func module(importedBy line: String) -> String? {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"),
            words[..<keyword].allSatisfy({
                $0.hasPrefix("@") || ["public", "package", "internal"].contains($0)
            })
        else { return nil }
        // `import struct Module.Name`
        let path = words[(keyword + 1)...].last
        return path?.split(separator: ".").first.map(String.init)
    }

    @Test func everyModuleOfSwiftHasItsRowInTheTable() throws {
        let modules = Set(
            try Self.files(below: "Sources").map { $0.path.split(separator: "/")[1] }.map(String.init))
        #expect(modules == Set(Self.allowed.keys))
    }

    @Test func importsAreThoseOfTheTable() throws {
        for (name, row) in Self.allowed.sorted(by: { $0.key < $1.key }) {
            var imported = Set<String>()
            for file in try Self.files(below: "Sources/\(name)") {
                let modules = file.code.compactMap(Self.module)
                imported.formUnion(modules)
                for module in modules {
                    #expect(
                        row.modules.contains(module) || row.system.contains(module),
                        "\(file.path) imports \(module)")
                }
            }
            // A row that allows more than is used is one to shorten.
            #expect(
                row.modules.union(row.system).subtracting(imported) == [],
                "\(name) does not import all of its row")
        }
    }

    @Test(arguments: [
        ("import A", "A"), ("public import A", "A"), ("@testable import A", "A"), ("import struct A.B", "A"),
        ("@preconcurrency internal import A", "A"), ("let import = 1", nil), ("", nil), ("important()", nil),
    ])
    func importsAreFound(_ line: String, _ module: String?) {
        #expect(Self.module(importedBy: line) == module)
    }

    @Test func packageAndTableNameTheSameDependencies() throws {
        let package = try String(contentsOfFile: "\(Program.root)/Package.swift", encoding: .utf8)
        // A target's declaration reaches to the next one: its own name, then those of its dependencies.
        let declarations = package.split(separator: "arget(").map { declaration in
            declaration.replacing(/package: "[^"]*"/, with: "").matches(of: /"([^"]*)"/).map {
                String($0.output.1)
            }
        }
        for (name, row) in Self.allowed {
            let declared = try #require(declarations.dropFirst().first { $0.first == name }, "\(name)")
            #expect(Set(declared.dropFirst()) == row.modules, "\(name)")
        }
    }

    /// A weight given to a check that nothing makes would be taken and never felt.
    @Test func everyCheckThatCanBeWeighedIsMade() throws {
        let text = try Self.files(below: "Sources").map { $0.lines.joined(separator: "\n") }.joined()
        let lists = text.matches(of: /(?:let content|findingIDs) = \[([^\]]*)\]/)
        let names = lists.flatMap { $0.output.1.matches(of: /"[^"]+"/).map(\.output) }
        #expect(lists.count == 2 && names.count > 50)
        #expect(names.filter { text.ranges(of: $0).count < 2 } == [])
    }

    @Test func noFileIsLongerThanAnybodyReads() throws {
        for file in try Self.files(below: "Sources") + Self.files(below: "Tests") {
            #expect(file.lines.count <= 350, "\(file.path)")
        }
    }

    /// What ends the program where an author's slip should be a problem with a place.
    private static var traps: [(name: String, pattern: Regex<Substring>)] {
        [
            ("try!", /\btry!/), ("as!", /\bas!/), ("a forced unwrapping", /[\w)\]]!(?![=\w])/),
            ("fatalError", /\b(?:fatalError|preconditionFailure|assertionFailure)\(/),
            ("an unchecked type", /@unchecked\b|\bnonisolated\(unsafe\)|\bunsafeBitCast\b/),
        ]
    }

    @Test func nothingTrapsOnWhatAuthorsWrite() throws {
        for file in try Self.files(below: "Sources") {
            for (number, line) in file.code.enumerated() {
                for trap in Self.traps {
                    #expect(
                        line.firstMatch(of: trap.pattern) == nil, "\(file.path):\(number + 1): \(trap.name)")
                }
            }
        }
    }

    @Test(arguments: [
        ("let x = try! f()", ["try!", "a forced unwrapping"]), ("x as! Int", ["as!", "a forced unwrapping"]),
        ("return x!.y", ["a forced unwrapping"]),
        ("f(x)!", ["a forced unwrapping"]), ("a[0]!", ["a forced unwrapping"]), ("if a != b, !c {", []),
        ("a!=b", []),
        ("let x = \"Stop!\" // now!", []), ("/// Look out!", []), ("fatalError()", ["fatalError"]),
        ("final class A: @unchecked Sendable {", ["an unchecked type"]),
    ])
    func trapsAreFound(_ line: String, _ names: [String]) throws {
        let code = try #require(SourceFile(path: "", lines: [line[...]]).code.first)
        #expect(Self.traps.filter { code.firstMatch(of: $0.pattern) != nil }.map(\.name) == names)
    }

    /// The command line alone may: it says how long a build took.
    @Test func nothingReadsAClockOrTheLanguageOfTheMachine() throws {
        let words =
            /\b(?:Date\(\)|Date\.now|ContinuousClock|SuspendingClock|Locale|TimeZone|time\(nil\)|\w*[rR]andom\w*|UUID\()/
        for file in try Self.files(below: "Sources") where !file.path.hasPrefix("Sources/precedent/") {
            for (number, line) in file.code.enumerated() {
                #expect(line.firstMatch(of: words) == nil, "\(file.path):\(number + 1): \(line)")
            }
        }
    }
}
