import Foundation
import Platform
import Testing

/// Files that get new content in one step.
struct ReplacementTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder(name))[.posixPermissions] as? Int
    }

    @Test func whatALinkLeadsToIsReplacedAndKeepsItsPermissions() throws {
        try folder.make(["d/f"])
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder("d/f"))
        try folder.link("link", to: "d/f")
        try Files.replace(folder("link"), with: Array("new".utf8), read: Array("d/f".utf8))
        #expect(try folder.text("d/f") == "new")
        #expect(try mode("d/f") == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link")) == "d/f")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("d")) == ["f"])
    }

    @Test func whatChangedSinceItWasReadIsLeftAlone() throws {
        try folder.make(["f"])
        let path = folder("f")
        #expect(throws: ChangedFile(path: path)) {
            try Files.replace(path, with: Array("new".utf8), read: Array("other".utf8))
        }
        #expect(try folder.text("f") == "f")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["f"])
    }

    @Test func whatIsNotThereIsNotReplaced() {
        let path = folder("none")
        #expect(throws: FileError("write", path, code: ENOENT)) { try Files.replace(path, with: [1]) }
    }

    /// A file of the fixed name that a program might have chosen is somebody's own.
    @Test func aFilePutInPlaceLeavesItsNeighboursAlone() throws {
        try folder.make(["f", "f.precedent-new", ".precedent-new"])
        try Files.put(Array("new".utf8), at: folder("f"))
        try Files.put(Array("more".utf8), at: folder("g"))
        #expect(try folder.text("f") == "new")
        #expect(try folder.text("g") == "more")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.sorted() == [".precedent-new", "f", "f.precedent-new", "g"])
    }

    /// Each adds a line to what it has read, and tries again where another one was first: no line is lost.
    @Test func editsAtTheSameTimeLoseNothing() async throws {
        try folder.make(["f"])
        let path = folder("f")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for line in 0..<25 {
                        while true {
                            let old = try Files.read(path)
                            do {
                                try Files.replace(
                                    path, with: old + Array("\n\(worker) \(line)".utf8), read: old)
                                break
                            } catch is ChangedFile { continue }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let lines = try folder.text("f").split(separator: "\n")
        #expect(lines.count == 201)
        #expect(Set(lines).count == 201)
    }
}
