import Foundation
import Platform
import Testing

/// What lies in a folder, in an order that no file system decides.
struct ListingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func namesAreSortedByTheirBytes() throws {
        try folder.make(["b", "B", "a-1", "a", "é", "z", "a.1", ".hidden"])
        #expect(try Files.names(in: folder.path) == [".hidden", "B", "a", "a-1", "a.1", "b", "z", "é"])
    }

    @Test func whatIsNoFolderIsNotListed() throws {
        try folder.make(["f"])
        let (file, none) = (folder("f"), folder("none"))
        #expect(throws: FileError("list", file, code: ENOTDIR)) { try Files.names(in: file) }
        #expect(throws: FileError("list", none, code: ENOENT)) { try Files.tree(below: none) }
    }

    @Test func aTreeHasItsFilesAndNothingHidden() throws {
        try folder.make(["b.md", "a/z.md", "a/b/c.md", "a.md", ".git/config", "a/.draft.md"])
        try Files.makeFolder(folder("empty"))
        #expect(try Files.tree(below: folder.path) == ["a.md", "a/b/c.md", "a/z.md", "b.md"])
    }

    @Test func aSkippedFolderIsAskedForByItsPathAndNotEntered() throws {
        try folder.make(["a/x/f", "b/x/f", "x/f"])
        var asked: [String] = []
        let found = try Files.tree(below: folder.path) { path in
            asked.append(path)
            return path == "a/x" || path == "b"
        }
        #expect(found == ["x/f"])
        #expect(asked.sorted() == ["a", "a/x", "b", "x"])
    }

    @Test func linksToFilesAreFollowedAndThoseToFoldersAreNot() throws {
        try folder.make(["real/f"])
        try folder.link("file", to: "real/f")
        try folder.link("real/loop", to: "..")
        try folder.link("nowhere", to: "none")
        #expect(try Files.tree(below: folder.path) == ["file", "real/f"])
    }

    /// The system takes any bytes for a name; what is no text is told apart from what it reads like.
    @Test func namesThatAreNoTextAreToldApart() throws {
        let folder = try TemporaryFolder()
        try folder.make(["a.md", "d/b.md"])
        for name: [UInt8] in [Array("caf".utf8) + [0xE9], Array("d/é".utf8) + [0xC3]] {
            let path = Array("\(folder.path)/".utf8) + name + [0]
            let descriptor = path.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_WRONLY | O_CREAT, 0o644) }
            }
            #expect(descriptor >= 0)
            close(descriptor)
        }
        let found = try Files.listing(below: folder.path)
        #expect(found.files == ["a.md", "d/b.md"])
        #expect(found.unnamed == ["caf\\xE9", "d/é\\xC3"])
        #expect(try Files.tree(below: folder.path) == ["a.md", "d/b.md"])
    }
}
