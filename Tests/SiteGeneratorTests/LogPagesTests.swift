import Decisions
import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

/// The log's pages: by rows, by tag, person and status, along time.
struct LogPagesTests {
    private static func log(_ records: [String: String], _ settings: String = "") throws -> Scratch {
        var files = ["precedent.yml": "title: Log\n\(settings)", "content/about.md": "# About\n\nUs.\n"]
        for (name, text) in records { files["content/decisions/\(name)"] = text }
        return try Scratch(files)
    }

    private static func paths(_ site: Scratch, below folder: String) throws -> [String] {
        try site.files(in: "public").keys.filter { $0.hasPrefix("decisions/\(folder)/") }.map {
            String($0.dropFirst("decisions/\(folder)/".count))
        }.sorted()
    }

    @Test func namesOfPagesAreSafeStableAndDistinct() async throws {
        let long = String(repeating: "everyone and ", count: 30)
        let site = try Self.log([
            "0001-a.md": "---\nstatus: accepted\ntags: [C, C#, 'api design', 'api-design', '!!']\n---\n# A\n",
            "0002-b.md":
                "---\nstatus: Accepted\ntags: [c, C++, ../../x]\ndecision-makers: [\(long)]\n---\n# B\n",
        ])
        try await site.build()
        #expect(
            try Self.paths(site, below: "tags") == [
                "api-design-2.html", "api-design.html", "c-2.html", "c-3.html", "c.html", "tag.html",
                "x.html",
            ])
        #expect(try Self.paths(site, below: "statuses") == ["accepted.html"])
        #expect(try Self.paths(site, below: "people").allSatisfy { $0.utf8.count < 100 })
        let page = try site.read("public/decisions/tags/c.html")
        #expect(page.contains("<h1>C</h1>"))
        #expect(page.contains("2 decisions, 2 in force"))
        #expect(page.contains("href=\"../0002-b.html\""))
        // A further record changes no name.
        try site.write("content/decisions/0003-c.md", "---\ntags: ['A', 'C!']\n---\n# C\n")
        try await site.build()
        #expect(try site.read("public/decisions/tags/c.html").contains("<h1>C</h1>"))
        #expect(try Self.paths(site, below: "tags").contains("c-4.html"))
    }

    @Test func aPageOfTheAuthorsKeepsItsPlace() async throws {
        let site = try Self.log([
            "0001-a.md": "---\ntags: [x]\n---\n# A\n", "tags/x.md": "---\nstatus: accepted\n---\n# X\n",
        ])
        try site.write("content/llms.txt", "mine")
        try await site.build()
        #expect(try site.read("public/decisions/tags/x.html").contains("<h1 id=\"x\">X</h1>"))
        #expect(try site.read("public/decisions/tags/x-2.html").contains("<h1>x</h1>"))
        #expect(try site.read("public/llms.txt") == "mine")
    }

    @Test func aLongLogIsDividedAndItsScriptHasAllOfIt() async throws {
        let count = LogPlan.rowsPerPage * 2 + 1
        var records: [String: String] = [:]
        for number in 1...count {
            records["\(10_000 + number)-r.md"] = "---\nstatus: accepted\n---\n# Record \(number)\n"
        }
        let site = try Self.log(records)
        try await site.build()
        let rows = { (path: String) in
            try site.read("public/decisions/\(path)").matches(of: /<tr data-record="(\d+)">/).map {
                Int($0.output.1) ?? -1
            }
        }
        let pages = try ["index.html", "log/2.html", "log/3.html"].map(rows)
        #expect(pages.map(\.count) == [500, 500, 1])
        #expect(pages.flatMap { $0 } == Array((0..<count).reversed()))
        #expect(
            try ["statuses/accepted.html", "statuses/accepted.2.html"].map(rows) == Array(pages.prefix(2)))
        let data = try site.read("public/decisions/log/records.js")
        #expect(data.hasPrefix("precedentLog({") && data.hasSuffix("})\n"))
        let json = try JSONSerialization.jsonObject(with: Data(data.dropFirst(13).dropLast(2).utf8))
        let object = try #require(json as? [String: Any])
        #expect((object["records"] as? [Any])?.count == count)
    }

    @Test func filtersAndRowsSayWhatRecordsSay() async throws {
        let site = try Self.log([
            "0001-a.md": "---\nstatus: superseded by [2](0002-b.md)\ndate: 2024-01-02\n---\n# Use `A`\n",
            "0002-b.md":
                "---\nstatus: accepted\ndate: 2025-01-02\ntags: [x]\ndecision-makers: [Ann, Ben, Cid]\n---\n# B & C\n",
        ])
        try await site.build()
        let page = try site.read("public/decisions/index.html")
        #expect(page.contains("<option value=\"accepted\">accepted (1)</option>"))
        #expect(
            page.contains("<option value=\"2025\">2025 (1)</option><option value=\"2024\">2024 (1)</option>"))
        #expect(page.contains("<option value=\"Ann\">Ann (1)</option>"))
        #expect(!page.contains("name=\"scope\""))
        #expect(page.contains("<span class=\"further\">and 1 more</span>"))
        #expect(page.contains("data-records=\"log/records.js\""))
        let data = try site.read("public/decisions/log/records.js")
        #expect(data.contains("[\"Ann\",\"people/ann.html\"]"))
        #expect(
            data.contains(
                "[1,2,\"B & C\",null,\"0002-b.html\",\"accepted\",\"in-force\",\"●\",\"2025-01-02\",false,[0],[1,2,3],3,\"\",true,[]]"
            ))
        #expect(
            data.contains(
                "[0,1,\"Use A\",\"Use <code>A</code>\",\"0001-a.html\",\"superseded\",\"superseded\",\"↷\",\"2024-01-02\",false,[],[],0,\"\",false,[1]]"
            ))
    }

    @Test(arguments: [
        // Each record with what it superseded, the newest first; then lanes, and lines as from-to.
        ([[], []], [0, 0], []), ([[1], []], [1, 1], ["0-1"]), ([[1], [2], []], [1, 1, 1], ["0-1", "1-2"]),
        ([[2], [3], [], []], [1, 2, 1, 2], ["0-2", "1-3"]),
        ([[1, 2], [], []], [1, 1, 2], ["0-1", "0-2"]),
        ([[2], [2], []], [1, 2, 1], ["0-2", "1-2"]),
        ([[1], [], [3], []], [1, 1, 1, 1], ["0-1", "2-3"]),
    ])
    func chainsHaveLanesOfTheirOwn(_ superseded: [[Int]], _ lanes: [Int], _ lines: [String]) {
        let found = TimelineLanes(Array(superseded.indices)) { superseded[$0] }
        #expect(found.lanes == lanes)
        #expect(found.lines.map { "\($0.from.row)-\($0.to.row)" } == lines)
        #expect(found.hidden == 0)
    }

    @Test func linesWithoutRoomAreCounted() {
        let found = TimelineLanes(Array(0..<60)) { $0 < 30 ? [$0 + 30] : [] }
        #expect(found.count == 10)
        #expect(found.lines.count + found.hidden == 30)
        #expect(found.hidden > 0)
    }

    @Test func theTimelineShowsEveryDecisionWithADateOnce() async throws {
        let site = try Self.log([
            "0001-a.md": "---\nstatus: superseded by [2](0002-b.md)\ndate: 2024-01-02\n---\n# A\n",
            "0002-b.md": "---\nstatus: accepted\ndate: 2025-01-02\n---\n# B\n", "0003-c.md": "# C\n",
        ])
        try await site.build()
        let page = try site.read("public/decisions/log/timeline.html")
        #expect(page.matches(of: /<circle/).count == 2)
        #expect(page.contains("<path d=\"M24 18V54\"/>"))
        #expect(page.contains("1 decision without a date is left out."))
    }
}
