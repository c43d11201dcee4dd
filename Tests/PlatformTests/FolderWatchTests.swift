import Foundation
import Synchronization
import Testing

@testable import Platform

/// What is told of folders, by the system and by looking.
struct FolderWatchTests {
    enum Change: String, CaseIterable {
        case written, replaced, added, renamed, removed, folder, fileInNewFolder, folderMovedIn, folderGone,
            link
        case linkedFile
    }

    private func make(_ change: Change, in folder: TemporaryFolder) throws {
        let files = FileManager.default
        switch change {
        case .written: try Data("other words".utf8).write(to: URL(filePath: folder("in/a/x.md")))
        case .replaced:
            try Data("other".utf8).write(to: URL(filePath: folder("in/a/.x.md.swp")))
            try Files.rename(folder("in/a/.x.md.swp"), to: folder("in/a/x.md"))
        case .added: try folder.make(["in/a/new.md"])
        case .renamed: try Files.rename(folder("in/a/x.md"), to: folder("in/a/z.md"))
        case .removed: try files.removeItem(atPath: folder("in/a/x.md"))
        case .folder, .fileInNewFolder: try folder.make(["in/b/c/x.md"])
        case .folderMovedIn: try Files.rename(folder("out/d"), to: folder("in/d"))
        case .folderGone: try files.removeItem(atPath: folder("in/a"))
        case .link: try folder.link("in/a/link.md", to: folder("out/d/x.md"))
        case .linkedFile: try Data("other words".utf8).write(to: URL(filePath: folder("out/y.md")))
        }
    }

    /// Counts what is told.
    private final class Ear: Sendable {
        private let count = Atomic(0)

        init(_ watch: FolderWatch) {
            Task {
                for await _ in watch.changes { count.add(1, ordering: .relaxed) }
            }
        }

        var heard: Int { count.load(ordering: .relaxed) }

        /// Whether something is told, beyond what was, within some seconds.
        func hears(beyond known: Int = 0, within seconds: Double = 20) async throws -> Bool {
            for _ in 0..<Int(seconds * 100) {
                if heard > known { return true }
                try await Task.sleep(for: .milliseconds(10))
            }
            return heard > known
        }
    }

    private func watched(_ polling: Bool) async throws -> (TemporaryFolder, FolderWatch, Ear) {
        let folder = try TemporaryFolder()
        try folder.make(["in/a/x.md", "in/a/.hidden", "out/d/x.md", "out/y.md", "root.yml"])
        try folder.link("in/linked.md", to: folder("out/y.md"))
        let watch = try FolderWatch(polling: polling)
        watch.watch([
            FolderWatch.Place(folder("in")),
            FolderWatch.Place(folder.path, isDeep: false, ignoring: ["public"]),
        ])
        watch.start()
        // A look that is to find a change has to have looked before.
        if polling { try await Task.sleep(for: .milliseconds(100)) }
        return (folder, watch, Ear(watch))
    }

    @Test(arguments: Change.allCases, [false, true])
    func changesAreTold(_ change: Change, polling: Bool) async throws {
        let (folder, watch, ear) = try await watched(polling)
        defer { watch.stop() }
        #expect(watch.isTold == !polling)
        try make(change, in: folder)
        #expect(try await ear.hears())
    }

    @Test func whatIsInNewFoldersIsTold() async throws {
        let (folder, watch, ear) = try await watched(false)
        defer { watch.stop() }
        try folder.make(["in/b/c/x.md"])
        #expect(try await ear.hears())
        try await Task.sleep(for: .milliseconds(300))
        let heard = ear.heard
        try Data("other words".utf8).write(to: URL(filePath: folder("in/b/c/x.md")))
        #expect(try await ear.hears(beyond: heard))
    }

    @Test func whatIsHiddenOrOfNoInterestIsNot() async throws {
        let (folder, watch, ear) = try await watched(false)
        defer { watch.stop() }
        try folder.make(["in/a/.x.swp", "public/index.html", "out/z.md", ".precedent-new/x"])
        #expect(try await !ear.hears(within: 0.3))
    }

    @Test func itEndsWhenItIsStopped() async throws {
        let watch = try FolderWatch()
        watch.start()
        watch.stop()
        for await _ in watch.changes {}
    }

    @Test func aStampTellsOneStateFromAnother() throws {
        let folder = try TemporaryFolder()
        // Just written, it may be written to unseen; a busy machine needs more than one try to ask that soon.
        var first: FileStamp?
        for _ in 0..<200 where first?.isSettled != false {
            try folder.make(["x.md"])
            first = FileStamp(folder("x.md"))
        }
        let fresh = try #require(first)
        #expect(fresh == FileStamp(folder("x.md")))
        #expect(!fresh.isCertainlyThat(of: fresh))
        Thread.sleep(forTimeInterval: 0.05)
        let settled = try #require(FileStamp(folder("x.md")))
        #expect(settled == fresh && settled.isCertainlyThat(of: fresh))
        // Of the same length, and with the time that it had.
        try Data("X.md".utf8).write(to: URL(filePath: folder("x.md")))
        #expect(FileStamp(folder("x.md")) != settled)
        #expect(FileStamp(folder("none.md")) == nil)
    }
}
