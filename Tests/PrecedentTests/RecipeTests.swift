import Testing

/// `init --ci`. That the recipes are sound is checked by Tools/check-formats.py.
struct RecipeTests {
    private static let names = [
        ".pre-commit-config.yaml", ".github/workflows/decisions.yml", ".gitlab-ci.yml",
    ]

    @Test func recipesComeWithANewSite() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["init", "--ci"], in: folder.path)
        #expect((run.code, run.errors) == (0, ""))
        for name in Self.names { #expect(folder.has(name)) }
        #expect(folder.has("precedent.yml"))
        let check = try await Program.run(["check"], in: folder.path)
        #expect((check.code, check.output) == (0, "No problems found.\n"))
    }

    @Test func whatIsThereStays() async throws {
        let folder = try TemporaryFolder()
        try folder.write("docs/adr/0001-use-x.md", "# Use X\n")
        try folder.write(".gitlab-ci.yml", "stages: [mine]\n")
        let run = try await Program.run(["init", "--ci"], in: folder.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(try folder.read(".gitlab-ci.yml") == "stages: [mine]\n")
        #expect(
            run.output.hasPrefix(
                """
                Wrote .pre-commit-config.yaml.
                Wrote .github/workflows/decisions.yml.
                .gitlab-ci.yml is there already and stays as it is. What belongs into it:

                    # Checks what a change brings
                """))
        #expect(!folder.has("precedent.yml"))
    }
}
