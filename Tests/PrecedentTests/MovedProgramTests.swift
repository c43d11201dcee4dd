import Foundation
import Testing

/// The program works wherever it is copied: its theme is within it.
struct MovedProgramTests {
    @Test func aCopiedProgramMakesAndBuildsASite() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "precedent-moved-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = folder.appending(path: "precedent")
        try FileManager.default.copyItem(at: URL(filePath: Program.path.get()), to: copy)
        for arguments in [["init", "site"], ["build", "--site", "site"]] {
            let process = Process()
            process.executableURL = copy
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let report = try String(
            contentsOf: folder.appending(path: "site/public/assessments/search.html"), encoding: .utf8)
        #expect(report.contains("<!doctype html>"))
        #expect(report.contains("The catalogue outgrew"))
        #expect(report.contains("Recommended"))
    }
}
