import Diagnostics
import Foundation
import Testing

@testable import Decisions

/// Edits of the records of real projects, which lie beside the repository where it is developed: each is understood when it
/// is read again, and touches one place.
@Suite(.enabled(if: RecordCorpora.areThere, "the decision logs of ../shared/corpora are not here"))
struct CorpusEditTests {
    @Test(arguments: ["status", "successor", "relation"])
    func everyRecordTakesAnEdit(_ kind: String) throws {
        let target = RecordLink(to: "docs/adr/9999-new.md", heading: "9999. New", from: "docs/adr/0001-x.md")
        var (count, refused) = (0, [String]())
        for name in try FileManager.default.subpathsOfDirectory(atPath: RecordCorpora.folder)
        where name.contains("/records/") && name.hasSuffix(".md") {
            guard RecordFolderRole(path: name) == .record else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(RecordCorpora.folder)/\(name)")))
            count += 1
            do {
                let result =
                    switch kind {
                    case "status":
                        try RecordEdit.settingStatus(
                            StatusChange(words: "rejected", successor: nil), in: bytes, file: name)
                    case "successor":
                        try RecordEdit.settingStatus(
                            StatusChange(words: "superseded by", successor: target), in: bytes, file: name)
                    default: try RecordEdit.stating("Amends", of: target, in: bytes, file: name)
                    }
                let difference = Self.lines(result).difference(from: Self.lines(bytes))
                #expect(difference.removals.count <= 2, "\(name)")
                #expect(difference.insertions.count <= 4, "\(name)")
            } catch let refusal {
                refused.append("\(name): \(refusal.problem.summary)")
            }
        }
        #expect(count > 150)
        #expect(refused.count * 50 <= count, "\(refused)")
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }
}

private enum RecordCorpora {
    static let folder = URL(filePath: #filePath).appending(path: "../../../../shared/corpora")
        .standardizedFileURL.path
    static let areThere = FileManager.default.fileExists(atPath: folder)
}
