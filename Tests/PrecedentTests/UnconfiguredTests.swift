import Testing

/// A repository with records and no configuration is published as it is.
struct UnconfiguredTests {
    @Test func itsOwnTemplatesFolderIsLeftAlone() async throws {
        let repository = try TemporaryFolder()
        try repository.write("docs/adr/0001-use-a-log.md", "# Use a log\n\nWe use a log.\n")
        try repository.write("templates/page.mustache", "{{nothing.of.ours}}")
        try repository.write("templates/assets/style.css", "theirs")
        let run = try await Program.run(["build"], in: repository.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(try !repository.read("_site/assets/style.css").contains("theirs"))
        #expect(try repository.read("_site/decisions/0001-use-a-log.html").contains("We use a log."))
    }

    /// A configuration that says nothing of folders hides no log.
    @Test(arguments: [nil, "content/index.md", "content/decisions/0001-own.md"])
    func aConfigurationWithoutFoldersLeavesTheLogWhereItIs(_ page: String?) async throws {
        let repository = try TemporaryFolder()
        try repository.write("precedent.yml", "statuses:\n  incomplete: open\n")
        try repository.write("docs/adr/0001-use-a-log.md", "# Use a log\n\n- Status: incomplete\n")
        if let page { try repository.write(page, "# Words\n\nOurs.\n") }
        let run = try await Program.run(["build"], in: repository.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(!repository.has("_site"))
        let isOwn = page?.contains("decisions/") ?? false
        #expect(repository.has("public/decisions/0001-use-a-log.html") == !isOwn)
        #expect(repository.has("public/decisions/0001-own.html") == isOwn)
    }
}
