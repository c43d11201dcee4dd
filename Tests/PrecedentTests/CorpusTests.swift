import Foundation
import Testing

/// Decision logs of real projects, which lie beside the repository where it is developed: each cell of what a careful
/// person reads in them is what the program reads, and each becomes a site.
@Suite(.enabled(if: Corpus.areThere, "the decision logs of ../shared/corpora are not here"))
struct CorpusTests {
    @Test(arguments: Corpus.all)
    func everyCellIsReadAsAPersonReadsIt(_ corpus: Corpus) async throws {
        let repository = try corpus.repository()
        let run = try await Program.run(["list", "--json"], in: repository.path)
        #expect(run.code == 0)
        let records = try JSONDecoder().decode([Record].self, from: Data(run.output.utf8))
        var differences: [String] = []
        for row in try corpus.truth() {
            let file = row["file"] ?? ""
            guard corpus.has(file) else { continue }
            let found = records.first { $0.file == "docs/adr/\(file)" }
            guard row["kind"] == "record", let found else {
                if (found != nil) != (row["kind"] == "record") {
                    differences.append("\(file): is it a record?")
                }
                continue
            }
            for (column, cell) in found.cells where row[column] != "?" {
                let written = row[column] ?? ""
                let wanted =
                    column == "supersedes"
                    ? written.split(separator: ";").sorted().joined(separator: ";") : written
                if cell != wanted { differences.append("\(file): \(column): read '\(cell)', is '\(wanted)'") }
            }
        }
        #expect(differences == [])
    }

    @Test(arguments: Corpus.all)
    func noRecordIsLostAndTheSiteIsBuilt(_ corpus: Corpus) async throws {
        let repository = try corpus.repository()
        let build = try await Program.run(["build"], in: repository.path)
        #expect(build.code == 0)
        #expect(!build.errors.contains(": error: "))
        let files = try corpus.truth().filter { $0["kind"] == "record" }.compactMap { $0["file"] }.filter(
            corpus.has)
        for file in files {
            let page = file.replacing(/\.(md|markdown)$/, with: ".html")
            #expect(repository.has("_site/decisions/\(page)"), "\(file)")
        }
        #expect(try repository.read("_site/index.html").contains("\(files.count) decisions"))
    }

    private struct Record: Decodable {
        let file: String
        let number: Int?
        let title: String
        let status: String?
        let date: String?
        let supersedes: [String]

        var cells: [(String, String)] {
            let replaced = supersedes.map { $0.replacing("docs/adr/", with: "") }
            return [
                ("number", number.map(String.init) ?? ""), ("title", title), ("status", status ?? ""),
                ("date", date ?? ""), ("supersedes", replaced.sorted().joined(separator: ";")),
            ]
        }
    }
}

/// A folder of records with the truth about each of them.
struct Corpus: Sendable, CustomTestStringConvertible {
    let folder: String
    var testDescription: String { URL(filePath: folder).lastPathComponent }

    private static let root = Program.root + "/../shared/corpora"

    static var areThere: Bool { !all.isEmpty }

    static let all: [Corpus] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return names.sorted().map { Corpus(folder: "\(root)/\($0)") }.filter { corpus in
            FileManager.default.fileExists(atPath: corpus.folder + "/TRUTH.tsv")
        }
    }()

    /// A repository that holds the records and nothing else.
    func repository() throws -> TemporaryFolder {
        let repository = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: repository.path + "/docs", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder + "/records", toPath: repository.path + "/docs/adr")
        return repository
    }

    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/records/\(file)") }

    /// The rows of `TRUTH.tsv`, by column.
    func truth() throws -> [[String: String]] {
        let text = try String(contentsOfFile: folder + "/TRUTH.tsv", encoding: .utf8)
        let rows = text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let head = try #require(rows.first)
        return rows.dropFirst().map { row in
            Dictionary(zip(head, row), uniquingKeysWith: { first, _ in first })
        }
    }
}
