import Foundation
import Glibc
import Testing

/// `precedent serve`, from its start to Ctrl-C.
@Suite(.serialized)
struct ServeTests {
    private func site(_ edits: [SmallSite.Edit] = []) throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, edits)
        return site
    }

    private static let record = "/decisions/0001-use-a-log.html"
    private static let recordFile = "content/decisions/0001-use-a-log.md"

    private func text(_ words: String) -> String { "---\nstatus: accepted\n---\n# Use a log\n\n\(words)\n" }

    @Test func theSiteIsShownAndNothingIsWritten() async throws {
        let site = try site([.add("content/images/x.svg", "<svg/>\n")])
        let before = try FileManager.default.subpathsOfDirectory(atPath: site.path).sorted()
        let program = try await ServingProgram(in: site)
        let home = try await program.get("/")
        #expect(home.status == 200)
        #expect(home.field("content-type") == "text/html; charset=utf-8")
        #expect(home.field("cache-control") == "no-store")
        #expect(home.body.contains("<script src=\"/_precedent/live.js?version="))
        #expect(try await program.get("/_precedent/live.js").body.contains("EventSource"))
        #expect(try await program.get("/images/x.svg").body == "<svg/>\n")
        #expect(try await program.get("/decisions").field("location") == "/decisions/")
        #expect(try await program.get("/nothing.html").body.contains("Nothing is at this address"))
        #expect(try FileManager.default.subpathsOfDirectory(atPath: site.path).sorted() == before)
        // What a build writes is what is shown, but for the script.
        let build = try await Program.run(["build"], in: site.path)
        #expect(build.code == 0)
        let tag = /<script src="\/_precedent[^\n]*\n/
        #expect(try await program.get("/").body.replacing(tag, with: "") == site.read("public/index.html"))
        #expect(try await program.get("/feed.xml").body == site.read("public/feed.xml"))
        #expect(try !site.read("public/index.html").contains("_precedent"))
    }

    @Test func anEditReachesTheOpenPage() async throws {
        let site = try site()
        let program = try await ServingProgram(in: site)
        let page = try await ListeningPage(Self.record, of: program)
        #expect(await page.next("problems")?.contains("\"shown\":[]") == true)
        try site.write(Self.recordFile, text("Once written."))
        #expect(await page.next("reload") != nil)
        #expect(try await program.get(Self.record).body.contains("Once written."))
        // As editors save: beside it, then in its place.
        try site.write("content/decisions/.0001.swp", text("Twice written."))
        try FileManager.default.removeItem(atPath: "\(site.path)/\(Self.recordFile)")
        try FileManager.default.moveItem(
            atPath: "\(site.path)/content/decisions/.0001.swp", toPath: "\(site.path)/\(Self.recordFile)")
        #expect(await page.next("reload") != nil)
        _ = try await ServingProgram.wait {
            try await program.get(Self.record).body.contains("Twice written.") ? true : nil
        }
        #expect(try await program.get(Self.record).body.contains("Twice written."))
    }

    @Test func filesComeGoAndMove() async throws {
        let site = try site()
        let program = try await ServingProgram(in: site)
        let log = try await ListeningPage("/decisions/", of: program)
        let missing = try await ListeningPage("/decisions/0002-new.html", of: program)
        try site.write("content/decisions/0002-new.md", "# New\n\nIt is.\n")
        #expect(await log.next("reload") != nil)
        #expect(await missing.next("reload") != nil)
        #expect(try await program.get("/decisions/0002-new.html").body.contains("It is."))
        try FileManager.default.moveItem(
            atPath: "\(site.path)/content/decisions/0002-new.md",
            toPath: "\(site.path)/content/decisions/0002-newer.md")
        #expect(await log.next("reload") != nil)
        #expect(try await program.get("/decisions/0002-new.html").status == 404)
        #expect(try await program.get("/decisions/0002-newer.html").status == 200)
        try FileManager.default.removeItem(atPath: "\(site.path)/content/decisions/0002-newer.md")
        #expect(await log.next("reload") != nil)
        #expect(try await program.get("/decisions/0002-newer.html").status == 404)
        // In a folder that was not there.
        let page = try await ListeningPage("/notes/deep/x.html", of: program)
        try site.write("content/notes/deep/x.md", "# Deep\n")
        #expect(await page.next("reload") != nil)
        try site.write("content/notes/deep/x.md", "# Deeper\n")
        #expect(await page.next("reload") != nil)
        let about = try await ListeningPage("/about.html", of: program)
        try site.write("precedent.yml", "title: Other words\n")
        #expect(await log.next("reload") != nil)
        #expect(await about.next("reload") != nil)
        try site.write("templates/assets/style.css", "body {}\n")
        #expect(await log.next("reload") != nil)
        #expect(try await program.get("/assets/style.css").body == "body {}\n")
    }

    @Test func problemsAreShownUntilTheyAreMended() async throws {
        let site = try site()
        let program = try await ServingProgram(in: site)
        let page = try await ListeningPage(Self.record, of: program)
        #expect(await page.next("problems")?.contains("\"shown\":[]") == true)
        let assessment = try site.read("content/assessments/billing.md")
        try site.write("content/assessments/billing.md", assessment.replacing("queue", with: "kueue"))
        let shown = try #require(await page.next("problems"))
        #expect(shown.contains("\"count\":\"1 error\"") && shown.contains("\"isStale\":true"))
        #expect(shown.contains("billing.md:2:12: error: no framework is called 'kueue'"))
        #expect(try program.errors.contains("billing.md:2:12: error: no framework is called 'kueue'"))
        #expect(try await program.get("/assessments/billing.html").status == 200)
        try site.write("content/assessments/billing.md", assessment)
        #expect(await page.next("problems")?.contains("\"shown\":[]") == true)
        // Without a place to read from there is no site, until there is.
        try FileManager.default.moveItem(atPath: "\(site.path)/content", toPath: "\(site.path)/away")
        #expect(
            await page.next("problems")?.contains("there is no folder 'content' to read content from") == true
        )
        #expect(try await program.get(Self.record).status == 200)
        try FileManager.default.moveItem(atPath: "\(site.path)/away", toPath: "\(site.path)/content")
        #expect(await page.next("problems")?.contains("\"shown\":[]") == true)
        #expect(try await program.end(by: SIGTERM) == 0)
    }

    @Test func aFirstBuildWithErrorsIsServedAllTheSame() async throws {
        let site = try site([.change(.assessment, "queue", to: "kueue")])
        let program = try await ServingProgram(in: site)
        #expect(try await program.get(Self.record).status == 404)
        let page = try await ListeningPage(Self.record, of: program)
        #expect(await page.next("problems")?.contains("no framework is called 'kueue'") == true)
        let assessment = try site.read("content/assessments/billing.md")
        try site.write("content/assessments/billing.md", assessment.replacing("kueue", with: "queue"))
        #expect(await page.next("reload") != nil)
        #expect(try await program.get(Self.record).status == 200)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalEndsItAndTheOpenPages(_ signal: Int32) async throws {
        let site = try site()
        let program = try await ServingProgram(in: site)
        let page = try await ListeningPage("/", of: program)
        #expect(await page.next("problems") != nil)
        #expect(try await program.end(by: signal) == 0)
        #expect(await page.next("reload") == nil)
        #expect(page.hasEnded)
        #expect(throws: Connection.Refused.self) { try Connection(to: program.port) }
    }

    @Test func aPortThatIsTakenIsSaidAndTheNextOneIsHad() async throws {
        let site = try site()
        let first = try await ServingProgram(in: site)
        let second = try await ServingProgram(in: site, ["--port", String(first.port)])
        #expect(second.port > first.port)
        #expect(
            try second.output.contains(
                "Port \(first.port) is taken.\nServing http://127.0.0.1:\(second.port)/"))
        #expect(try await first.get("/").status == 200)
        #expect(try await second.get("/").status == 200)
    }

    @Test(arguments: [
        (["serve", "--port", "65536"], "65536 is no port"), (["serve", "--port", "x"], "--port"),
        (["serve", "content"], "'precedent serve' takes no path"),
        (["serve", "-C", "nope"], "'nope' is not there"),
        (["serve", "-C", "content"], "'content' is within the site at '.'"),
    ])
    func wrongUsageIsNamed(_ arguments: [String], _ message: String) async throws {
        let site = try site()
        let run = try await Program.run(arguments, in: site.path)
        #expect(run.code == 2)
        #expect(run.errors.contains(message))
    }
}
