import Testing

/// What `compile` prints, and what it says where there is nothing to print.
struct CompileTests {
    private static func compile(
        _ arguments: [String], site edits: [SmallSite.Edit] = Carrier.site
    ) async throws -> Program.Run {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, edits)
        return try await Program.run(["compile"] + arguments, in: site.path)
    }

    /// RulesTests walks what stands in the document.
    @Test func theDocumentsExampleIsWhatIsPrinted() async throws {
        let framework = try #require(
            try Manual.compiledFramework.blocks("markdown", below: "Example").first)
        let form = try #require(try Manual.compiledFramework.blocks("json", below: "Example").first)
        let run = try await Self.compile(
            ["example", "--json"], site: [.add("content/frameworks/example.md", framework)])
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output == form)
    }

    private static func digest(_ edits: [SmallSite.Edit]) async throws -> Substring {
        let run = try await compile(["carrier", "--json"], site: Carrier.site + edits)
        #expect((run.code, run.errors) == (0, ""))
        return try #require(run.output.split(separator: "\n").first { $0.hasPrefix("\"digest\":") })
    }

    @Test(arguments: [
        ("# Post or van", "# How to send it\n\nA van costs more."),
        ("How heavy is it?", "What does it weigh?"),
        ("| Fragile | Can it break? | yes, no |\n| Note", "| Fragile | Can it break? | yes,  no |\n| Note"),
    ])
    func theDigestStaysAsItIsWhereWordsAloneChange(_ old: String, _ new: String) async throws {
        #expect(try await Self.digest([.change(.carrier, old, to: new)]) == Self.digest([]))
    }

    @Test(arguments: [("> 30 →", "> 31 →"), ("Van (2)", "Van (3)"), ("number 0..500", "number 0..600")])
    func theDigestChangesWithTheRules(_ old: String, _ new: String) async throws {
        #expect(try await Self.digest([.change(.carrier, old, to: new)]) != Self.digest([]))
    }

    @Test func whatNeedsMoreThanAProgramIsForTheCommandLine() async throws {
        let header = "`max(Weight of it, 3) > Weight of it`"
        let edits: [SmallSite.Edit] = [
            .change(.carrier, "| F | Van | Late | Region |", to: "| F | Van | Late | \(header) |"),
            .change(.carrier, "| yes | city | Van |", to: "| yes | true | Van |"),
        ]
        let run = try await Self.compile(["carrier", "--json"], site: Carrier.site + edits)
        #expect((run.code, run.output) == (1, ""))
        #expect(
            run.errors == """
                content/frameworks/carrier.md:36:20: error: 'max(Weight of it, 3) > Weight of it' needs functions, which only the command line reckons with [command-line-only]
                 36 | | F | Van | Late | `max(Weight of it, 3) > Weight of it` | → Choose |
                    |                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: compare or calculate with numbers and yes/no questions, or use 'precedent assess' for this framework
                1 error

                """)
    }

    @Test func aFrameworkInErrorIsNotCompiled() async throws {
        let run = try await Self.compile(
            ["carrier", "--json"], site: Carrier.site + [.change(.carrier, "→ Van (2)", to: "→ Vna (2)")])
        #expect((run.code, run.output) == (1, ""))
        #expect(run.errors.contains("help: did you mean 'Van'?"))
    }

    @Test(arguments: [
        (
            ["carrier"],
            """
            Error: say --json: there is no other form yet
            Usage: precedent compile <framework> [--json] [--site <site>]
              See 'precedent compile --help' for more information.

            """
        ),
        (
            ["carrie", "--json"],
            "error: no framework is called 'carrie'\n  help: did you mean 'carrier'?\n"
        ),
        (["prose", "--json"], "error: 'prose' has no rules, so there is nothing to compile\n"),
    ])
    func whatCannotBeCompiledSaysWhy(_ arguments: [String], _ message: String) async throws {
        let run = try await Self.compile(
            arguments,
            site: Carrier.site + [.add("content/frameworks/prose.md", "# On posting\n\nPost it.\n")])
        #expect((run.code, run.output, run.errors) == (2, "", message))
    }
}
