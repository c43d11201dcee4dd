import Foundation
import Glibc
import Platform
import Testing

/// Reading and writing, against Foundation's way of doing the same.
struct FilesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [0, 1, 4096, 65_536, 65_537, 300_000])
    func whatIsWrittenIsRead(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Files.write(bytes, to: folder("f"))
        #expect(Array(try Data(contentsOf: URL(filePath: folder("f")))) == bytes)
        #expect(try Files.read(folder("f")) == bytes)
    }

    @Test func aShorterTextReplacesALongerWhole() throws {
        try Files.write(Array("a long text".utf8), to: folder("f"))
        try Files.write(Array("short".utf8), to: folder("f"))
        #expect(try folder.text("f") == "short")
    }

    @Test func aFileWithoutASizeIsReadToItsEnd() throws {
        // The system makes these files up as they are read, and says that they are empty.
        let status = try Files.read("/proc/self/status")
        #expect(String(decoding: status, as: UTF8.self).contains("Name:"))
        #expect(status.last == 0x0A)
    }

    @Test func whatIsNotThereIsNamed() throws {
        let path = folder("none")
        #expect(throws: FileError("read", path, code: ENOENT)) { try Files.read(path) }
        #expect(
            FileError("read", "a/b.md", code: ENOENT).description
                == "cannot read 'a/b.md': No such file or directory")
    }

    @Test func aFolderIsNoFile() throws {
        let path = folder.path
        #expect(throws: FileError("read", path, code: EISDIR)) { try Files.read(path) }
        #expect(throws: FileError("write", path, code: EISDIR)) { try Files.write([1], to: path) }
    }

    @Test func writingMakesNoFolder() throws {
        let path = folder("none/f")
        #expect(throws: FileError("write", path, code: ENOENT)) { try Files.write([1], to: path) }
        #expect(try Files.names(in: folder.path).isEmpty)
    }

    @Test func foldersAreMadeWithThoseAbove() throws {
        try Files.makeFolder(folder("a/b/c"))
        #expect(Files.kind(of: folder("a/b/c")) == .folder)
        try folder.make(["a/b/c/kept"])
        try Files.makeFolder(folder("a/b/c"))
        try Files.makeFolder(folder("a/b/d/"))
        #expect(Files.kind(of: folder("a/b/d")) == .folder)
        #expect(try folder.text("a/b/c/kept") == "a/b/c/kept")
    }

    @Test func aFolderIsNotMadeInOrOverAFile() throws {
        try folder.make(["f"])
        let (over, within) = (folder("f"), folder("f/x"))
        #expect(throws: FileError("create", over, code: EEXIST)) { try Files.makeFolder(over) }
        #expect(throws: FileError("create", within, code: ENOTDIR)) { try Files.makeFolder(within) }
        #expect(try folder.text("f") == "f")
    }

    @Test func kindsAreThoseOfWhatALinkLeadsTo() throws {
        try folder.make(["d/f"])
        try folder.link("to-file", to: "d/f")
        try folder.link("to-folder", to: "d")
        try folder.link("to-nothing", to: "none")
        #expect(Files.kind(of: folder("d")) == .folder)
        #expect(Files.kind(of: folder("d/f")) == .file)
        #expect(Files.kind(of: folder("to-file")) == .file)
        #expect(Files.kind(of: folder("to-folder")) == .folder)
        #expect(Files.kind(of: folder("to-nothing")) == nil)
        #expect(Files.kind(of: "/dev/null") == .other)
    }

    @Test func removingTakesAllButWhatLinksLeadTo() throws {
        try folder.make(["gone/a", "gone/b/c", "gone/.hidden", "kept/f"])
        try folder.link("gone/b/out", to: folder("kept"))
        try Files.remove(folder("gone"))
        try Files.remove(folder("gone"))
        #expect(try Files.names(in: folder.path) == ["kept"])
        #expect(try folder.text("kept/f") == "kept/f")
        try folder.link("link", to: "kept")
        try Files.remove(folder("link"))
        #expect(try Files.names(in: folder.path) == ["kept"])
    }

    @Test func aSecondNameIsTheSameFile() throws {
        try folder.make(["f"])
        #expect(Files.link(folder("f"), as: folder("g")))
        try Files.write(Array("new".utf8), to: folder("f"))
        #expect(try folder.text("g") == "new")
        #expect(!Files.link(folder("f"), as: folder("g")))
        #expect(!Files.link(folder("none"), as: folder("h")))
    }

    @Test func namesThatAreNoTextAreRemovedAsWell() throws {
        try folder.make(["gone/a", "gone/b/c"])
        let name = Array(folder("gone/b/caf").utf8) + [0xE9, 0]
        let made = name.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { creat($0, 0o644) } ?? -1 }
        }
        try #require(made >= 0)
        close(made)
        try Files.remove(folder("gone"))
        #expect(Files.kind(of: folder("gone")) == nil)
    }

    @Test func anOpenFolderFindsWhatItsPathDoes() throws {
        try folder.make(["one/d/f", "two/d/g"])
        try folder.link("one/link", to: "d/f")
        let (one, two) = (try OpenFolder(folder("one")), try OpenFolder(folder("two")))
        #expect(one.link("d/f", into: two))
        #expect(!one.link("d/f", into: two))
        #expect(!one.link("none", into: two))
        #expect(try folder.text("two/d/f") == "one/d/f")
        let file = try #require(one.written("d/f"))
        #expect(file == WrittenFile(folder("one/d/f")))
        #expect(two.written("d/f") == file)
        #expect(two.written("d/g") != file)
        #expect(one.written("link") == nil)
        #expect(one.written("d") == nil)
        // It stays the folder that it is, whatever it is called.
        try Files.rename(folder("one"), to: folder("three"))
        #expect(one.written("d/f") == file)
        let path = folder("one")
        #expect(throws: FileError("read", path, code: ENOENT)) { try OpenFolder(path) }
    }

    @Test func renamingReplacesAFile() throws {
        try folder.make(["new", "old"])
        try Files.rename(folder("new"), to: folder("old"))
        #expect(try folder.text("old") == "new")
        #expect(try Files.names(in: folder.path) == ["old"])
        let path = folder("none")
        #expect(throws: FileError("rename", path, code: ENOENT)) {
            try Files.rename(path, to: folder("old"))
        }
    }
}
