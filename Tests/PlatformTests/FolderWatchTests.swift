import Foundation
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

    /// Whether a change is told within some seconds.
    private static func isTold(_ watch: FolderWatch, within seconds: Double = 10) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in watch.changes { return true }
                return false
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }

    private func watched(_ polling: Bool) async throws -> (TemporaryFolder, FolderWatch) {
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
        return (folder, watch)
    }

    @Test(arguments: Change.allCases, [false, true])
    func changesAreTold(_ change: Change, polling: Bool) async throws {
        let (folder, watch) = try await watched(polling)
        defer { watch.stop() }
        #expect(watch.isTold == !polling)
        try make(change, in: folder)
        #expect(await Self.isTold(watch))
    }

    @Test func whatIsInNewFoldersIsTold() async throws {
        let (folder, watch) = try await watched(false)
        defer { watch.stop() }
        try folder.make(["in/b/c/x.md"])
        #expect(await Self.isTold(watch))
        try await Task.sleep(for: .milliseconds(200))
        _ = await Self.isTold(watch, within: 0.2)
        try Data("other words".utf8).write(to: URL(filePath: folder("in/b/c/x.md")))
        #expect(await Self.isTold(watch))
    }

    @Test func whatIsHiddenOrOfNoInterestIsNot() async throws {
        let (folder, watch) = try await watched(false)
        defer { watch.stop() }
        try folder.make(["in/a/.x.swp", "public/index.html", "out/z.md", ".precedent-new/x"])
        #expect(await !Self.isTold(watch, within: 0.3))
    }

    @Test func itEndsWhenItIsStopped() async throws {
        let (_, watch) = try await watched(false)
        watch.stop()
        for await _ in watch.changes {}
    }

    @Test func aStampTellsOneStateFromAnother() throws {
        let folder = try TemporaryFolder()
        try folder.make(["x.md"])
        let first = try #require(FileStamp(folder("x.md")))
        // Just written, it may be written to unseen.
        #expect(first == FileStamp(folder("x.md")) && !first.isCertainlyThat(of: first))
        Thread.sleep(forTimeInterval: 0.05)
        let settled = try #require(FileStamp(folder("x.md")))
        #expect(settled == first && settled.isCertainlyThat(of: first))
        // Of the same length, and with the time that it had.
        try Data("X.md".utf8).write(to: URL(filePath: folder("x.md")))
        #expect(FileStamp(folder("x.md")) != settled)
        #expect(FileStamp(folder("none.md")) == nil)
    }
}
