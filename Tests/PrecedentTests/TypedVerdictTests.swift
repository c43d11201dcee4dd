import Testing

/// What the command line says of a framework with questions of every type, whose recommendation is a table's.
struct TypedVerdictTests {
    private static func assess(_ answers: String) async throws -> String {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, Carrier.site)
        try site.write("answers.yml", answers)
        let run = try await Program.run(["assess", "carrier", "--answers", "answers.yml"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        return run.output
    }

    @Test func explainNamesEveryQuestionAndTheTableThatRecommends() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, Carrier.site)
        let run = try await Program.run(["explain", "carrier"], in: site.path)
        #expect(
            run.output.hasSuffix(
                """

                Questions
                  weight-of-it: How heavy is it? (a number from 0 to 500 (kg)) > 30 → Van (weight 2)
                  speed: How fast must it be? (slow < normal < fast) <= normal → not Van
                  region: Where does it go? (city, country), read by the table 'Choice'
                  due: When is it due? (a date as YYYY-MM-DD), read by the table 'Lateness'
                  fragile: Can it break? yes → Van
                  note: What else is there? (text)

                Rules in effect
                  Weight of it: An answer ‘> 30’ counts 2 for Van.
                  Fragile: A yes counts for Van.
                  Speed: An answer ‘<= normal’ counts against Van.
                  The table 'Choice' recommends (content/frameworks/carrier.md:36).

                Coverage
                  48 distinct situations; answers that no rule tells apart count once.
                   34.4 % Post
                   65.6 % Van
                  Answers are taken to be as likely as the framework says; where it says nothing, each distinct one equally.
                  Most decisive, by how much an answer is expected to settle:
                    Weight of it, 0.48 bits
                    Region, 0.04 bits
                    Due, 0.04 bits
                    Fragile, 0.01 bits
                    Speed, 0.01 bits

                """), "\(run.output)")
    }

    @Test func theRulesThatDecidedAreNamedAndWhyTheOthersDidNot() async throws {
        let text = try await Self.assess(
            "Weight of it: 12 kg\nSpeed: fast\nRegion: city\nDue: 2026-12-25\nFragile: no\n")
        #expect(text.contains("Recommended: Van\n"))
        #expect(text.contains("Rule 2 of ‘Choice’ says so.\n"))
        #expect(text.contains("  Choice, rule 2      Choose: Van  content/frameworks/carrier.md:39\n"))
        #expect(text.contains("  Lateness, rule 2    Late: yes    content/frameworks/carrier.md:32\n"))
        #expect(text.contains("  Post  Rule 3, which names it, comes after rule 2.\n"))
        #expect(text.contains("  Post\n    Due: until 2026-12-23 instead of 2026-12-25\n"))
    }

    @Test func thresholdsThatDecideAreNamedWhileAnswersAreOpen() async throws {
        let text = try await Self.assess("Speed: fast\nRegion: city\n")
        #expect(text.contains("Open between Post and Van\n"))
        #expect(text.contains("over 30 kg → Van\n"))
        #expect(text.contains("from 2026-12-24 → Van\n"))
    }

    @Test func aTableThatContradictsItselfIsNoReason() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(
            to: site,
            Carrier.site + [.change(.carrier, "| 1 | < 2026-12-24 | no |", to: "| 1 | < 2027-01-01 | no |")])
        let run = try await Program.run(
            ["assess", "carrier", "--answers", "-"], in: site.path,
            input: "Weight of it: 12\nSpeed: fast\nRegion: city\nDue: 2026-12-25\nFragile: no\nNote: x\n")
        #expect(run.code == 0)
        #expect(
            run.output.contains(
                "Rule 3 of ‘Choice’ says so. Rules of the table ‘Lateness’ contradict each other for these answers, so it says nothing.\n"
            ))
        #expect(!run.output.contains("Lateness, rule"))
    }

    @Test func formerIdsOfQuestionsAreUnderstood() async throws {
        let text = try await Self.assess("mass: 40 kg\n")
        #expect(text.contains("40 kg"))
        #expect(text.contains("Recommended: Van\n"))
    }

    @Test func rulesOfWhichAPartCannotBeReadAreNotFollowed() async throws {
        let site = try TemporaryFolder()
        let second = "| Factor | Weight | Post | Van |\n| --- | --- | --- | --- |\n| Noise | 1 | 5 | 5 |\n"
        try SmallSite.write(to: site, [.add(.carrier, Carrier.framework + "\n" + second)])
        let run = try await Program.run(["assess", "carrier", "--answers", "-"], in: site.path, input: "")
        #expect((run.code, run.output) == (1, ""))
        #expect(run.errors.contains("[two-matrices]"))
    }

    @Test func quotedAnswersAndColumnsOfOtherWeightsAreRead() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.add(.carrier, Carrier.framework)])
        try site.write(
            SmallSite.File.parcel.path,
            """
            ---
            framework: carrier
            ---
            # A parcel

            - Fragile: "yes" — it is glass
            - Speed: “fast” — by tomorrow

            | Question | Weight | Answer |
            | --- | --- | --- |
            | Region | 3 | city |

            """)
        #expect(try await Program.run(["build"], in: site.path).errors == "")
        let report = try site.read("public/assessments/parcel.html")
        #expect(report.contains("3 of 6 answered."))
        #expect(report.contains("it is glass"))
    }

    @Test func everyAnswerIsKeptAsItWasGiven() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.add(.carrier, Carrier.framework)])
        let file = "content/assessments/kept.md"
        let run = try await Program.run(
            ["assess", "carrier", "--answers", "-", "--save", file], in: site.path,
            input: "Weight of it: 1.5 kg\nDue: 2026-12-25\nNote: 'ring | knock'\n")
        #expect(run.code == 0)
        let kept = try site.read(file)
        for line in ["| Weight of it | 1.5 | |", "| Due | 2026-12-25 | |", "| Note | ring \\| knock | |"] {
            #expect(kept.contains(line + "\n"))
        }
        #expect(try await Program.run(["check"], in: site.path).errors == "")
    }
}
