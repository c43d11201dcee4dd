import Foundation
import Platform
import Testing

@testable import SiteGenerator

/// How the last site is replaced by the new one.
struct OutputFolderTests {
    /// A folder of the test's own, removed at the end.
    private static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "precedent-output-\(UUID().uuidString)"
        try Files.makeFolder(folder)
        defer { try? Files.remove(folder) }
        try body(folder)
    }

    private static func publish(_ files: [String: String], to path: String) throws -> [String: Bool] {
        let output = try OutputFolder(path)
        let old = Files.kind(of: path) == .folder ? path : nil
        var changed: [String: Bool] = [:]
        for (name, text) in files {
            changed[name] = try OutputFolder.write(
                Array(text.utf8), to: name, in: output.staging, replacing: old)
        }
        try output.publish()
        return changed
    }

    private static func replaceFileByFile(_ files: [String: String], in path: String) throws {
        let output = try OutputFolder(path)
        try Files.makeFolder("\(output.staging)/decisions")
        for (name, text) in files {
            try OutputFolder.write(Array(text.utf8), to: name, in: output.staging, replacing: nil)
        }
        try output.replaceFileByFile()
        try output.discard()
    }

    @Test func aSiteReplacesTheLastOneAsAWhole() throws {
        try Self.withFolder { folder in
            _ = try Self.publish(["a.html": "one", "b.html": "two"], to: "\(folder)/public")
            let changed = try Self.publish(["a.html": "one", "c.html": "three"], to: "\(folder)/public")
            #expect(changed == ["a.html": false, "c.html": true])
            #expect(try Files.names(in: "\(folder)/public") == [".precedent", "a.html", "c.html"])
            #expect(try Files.names(in: folder) == ["public"])
        }
    }

    @Test func aFileThatDidNotChangeStaysTheSameFile() throws {
        try Self.withFolder { folder in
            func number() throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: "\(folder)/public/a.html")[.systemFileNumber]
                    as? Int
            }
            _ = try Self.publish(["a.html": "one"], to: "\(folder)/public")
            let before = try number()
            _ = try Self.publish(["a.html": "one"], to: "\(folder)/public")
            #expect(try number() == before)
            _ = try Self.publish(["a.html": "two"], to: "\(folder)/public")
            #expect(try number() != before)
        }
    }

    @Test func aFolderOfSomebodyElseIsLeftAlone() throws {
        try Self.withFolder { folder in
            try Files.makeFolder("\(folder)/public")
            try Files.write(Array("mine".utf8), to: "\(folder)/public/letter.txt")
            #expect(throws: OutputRefusal.foreignFolder("\(folder)/public")) {
                try OutputFolder("\(folder)/public")
            }
            #expect(try Files.names(in: "\(folder)/public") == ["letter.txt"])
            #expect(try Files.names(in: folder) == ["public"])
        }
    }

    @Test func twoBuildsDoNotWriteToTheSamePlace() throws {
        try Self.withFolder { folder in
            let first = try OutputFolder("\(folder)/public")
            #expect(throws: OutputRefusal.otherBuild("\(folder)/public")) {
                try OutputFolder("\(folder)/public")
            }
            try first.publish()
        }
    }

    @Test func aBuildThatWaitsForTheEndOfAnotherFindsAWholeSite() throws {
        try Self.withFolder { folder in
            _ = try Self.publish(["a.html": "one"], to: "\(folder)/public")
            var first: OutputFolder? = try OutputFolder("\(folder)/public")
            // While the first has published and still clears up, the second must not touch what it clears.
            try first?.publish()
            #expect(throws: OutputRefusal.otherBuild("\(folder)/public")) {
                try OutputFolder("\(folder)/public")
            }
            first = nil
            _ = try Self.publish(["a.html": "two"], to: "\(folder)/public")
            #expect(try Files.names(in: "\(folder)/public") == [".precedent", "a.html"])
            #expect(try Files.names(in: folder) == ["public"])
        }
    }

    @Test func aFileWrittenTwiceNeverReachesTheLastSite() throws {
        try Self.withFolder { folder in
            _ = try Self.publish(["a.html": "one"], to: "\(folder)/public")
            let output = try OutputFolder("\(folder)/public")
            try OutputFolder.write(
                Array("one".utf8), to: "a.html", in: output.staging, replacing: "\(folder)/public")
            #expect(throws: FileError.self) {
                try OutputFolder.write(
                    Array("two".utf8), to: "a.html", in: output.staging, replacing: "\(folder)/public")
            }
            try output.discard()
            #expect(try Files.read("\(folder)/public/a.html") == Array("one".utf8))
        }
    }

    @Test func aFolderThatIsReplacedFileByFileIsKnownFromTheStart() throws {
        try Self.withFolder { folder in
            // A folder in the way of a file stops the replacement half-way, as a kill would.
            try Files.makeFolder("\(folder)/public")
            let output = try OutputFolder("\(folder)/public")
            try OutputFolder.write(Array("b".utf8), to: "b.html", in: output.staging, replacing: nil)
            try Files.makeFolder("\(folder)/public/b.html")
            #expect(throws: FileError.self) { try output.replaceFileByFile() }
            #expect(Files.kind(of: "\(folder)/public/.precedent") == .file)
        }
    }

    @Test func whatAKilledBuildLeftIsCleared() throws {
        try Self.withFolder { folder in
            let staging = "\(folder)/.public.precedent-new"
            try Files.makeFolder("\(staging)/decisions")
            try Files.write([], to: "\(staging)/.precedent")
            try Files.write(Array("half".utf8), to: "\(staging)/decisions/x.html")
            _ = try Self.publish(["a.html": "one"], to: "\(folder)/public")
            #expect(try Files.tree(below: "\(folder)/public") == ["a.html"])
            #expect(try Files.names(in: folder) == ["public"])
        }
    }

    @Test func whereNoExchangeIsToBeHadFilesAreReplacedOneByOne() throws {
        try Self.withFolder { folder in
            _ = try Self.publish(["a.html": "one", "old.html": "gone"], to: "\(folder)/public")
            try Self.replaceFileByFile(
                ["a.html": "new", "decisions/b.html": "b"], in: "\(folder)/public")
            #expect(try Files.tree(below: "\(folder)/public") == ["a.html", "decisions/b.html"])
            #expect(try Files.read("\(folder)/public/a.html") == Array("new".utf8))
            #expect(try Files.names(in: folder) == ["public"])
            // The folder is still known as ours.
            _ = try Self.publish(["a.html": "three"], to: "\(folder)/public")
        }
    }
}
