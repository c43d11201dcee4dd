import Testing

/// The addresses of pages whose files were renamed.
struct RenamedFileTests {
    private static let text =
        "---\nstatus: accepted\n---\n# Keep a log\n\nWe keep a log, since we forget things.\n"

    private static func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try site.write("precedent.yml", "title: Log\n")
        try site.write("content/decisions/0001-keep-it.md", text)
        try site.write("content/decisions/0002-other.md", "# Other\n\nAnother one.\n")
        try site.write("content/about.md", "# About\n\nWho we are, and how to reach us, day and night.\n")
        return site
    }

    private static func build(_ site: TemporaryFolder) async throws {
        let run = try await Program.run(["build"], in: site.path)
        #expect(run.code == 0, "\(run.errors)")
    }

    @Test func theyLeadOnToWhereItIsNow() async throws {
        let site = try Self.site()
        try site.commit("First")
        try site.git("mv", "content/decisions/0001-keep-it.md", "content/decisions/0001-keep-a-log.md")
        try site.git("mv", "content/about.md", "content/team.md")
        try site.commit("Second")
        try site.git("mv", "content/decisions/0001-keep-a-log.md", "content/decisions/0001-log.md")
        try site.commit("Third")
        try await Self.build(site)
        for old in ["0001-keep-it", "0001-keep-a-log"] {
            let page = try site.read("public/decisions/\(old).html")
            #expect(page.contains("url=0001-log.html\""), "\(page)")
        }
        #expect(try site.read("public/about.html").contains("url=team.html\""))
        #expect(try !site.read("public/decisions.json").contains("keep-it"))
    }

    @Test func aFileThatHasTheNameNowKeepsIt() async throws {
        let site = try Self.site()
        try site.commit("First")
        try site.git("mv", "content/decisions/0001-keep-it.md", "content/decisions/0003-keep-it.md")
        try site.commit("Second")
        try site.write("content/decisions/0001-keep-it.md", "# New\n\nOf the same name.\n")
        try site.commit("Third")
        try await Self.build(site)
        #expect(try site.read("public/decisions/0001-keep-it.html").contains("Of the same name."))
    }

    @Test func withoutHistoryThereAreNone() async throws {
        let site = try Self.site()
        try site.commit("First")
        try site.git("mv", "content/about.md", "content/team.md")
        try site.write("precedent.yml", "title: Log\nhistory: off\n")
        try site.commit("Second")
        try await Self.build(site)
        #expect(!site.has("public/about.html"))
    }

    @Test func whatTheSiteHasItselfStays() async throws {
        let site = try Self.site()
        try site.write(
            "content/frameworks/cache-assess.md",
            "---\nid: kept\n---\n# Cache\n\n1. **Repeats.** Are the same things asked? → Cache\n2. **Unsure.** Unsure? → Start with None\n"
        )
        try site.write(
            "content/decisions/index.md", "What we decided, and what else there is to be said of it.\n")
        try site.commit("First")
        try site.git("mv", "content/frameworks/cache-assess.md", "content/frameworks/cache.md")
        try site.git("mv", "content/decisions/index.md", "content/said.md")
        try site.commit("Second")
        try await Self.build(site)
        // Its id was never the file's name.
        #expect(!site.has("public/frameworks/cache-assess.html"))
        #expect(try !site.read("public/decisions/index.html").contains("http-equiv=\"refresh\""))
    }

    @Test func whereTwoFilesHadTheNameNobodyIsLedOn() async throws {
        let site = try Self.site()
        try site.commit("First")
        try site.git("mv", "content/about.md", "content/team.md")
        try site.commit("Second")
        try site.write(
            "content/about.md", "# Quite another page\n\nOf something that the first one never said.\n")
        try site.commit("Third")
        try site.git("mv", "content/about.md", "content/other.md")
        try site.commit("Fourth")
        try await Self.build(site)
        #expect(!site.has("public/about.html"))
    }
}
