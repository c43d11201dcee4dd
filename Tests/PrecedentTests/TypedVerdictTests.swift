import Foundation
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

    private struct Output: Decodable, Equatable {
        let tables: [Table]

        struct Table: Decodable, Equatable {
            let table: String
            let state: String
            let result: [Result]
            let rows: [Row]
        }

        struct Result: Decodable, Equatable {
            let output: String
            let values: [String]
        }

        struct Row: Decodable, Equatable {
            let row: String
            let result: [String]
            let annotation: String?
            let file: String
            let line: Int
        }
    }

    /// With a table that collects, and annotations.
    @Test(arguments: [
        (
            "Weight of it: 12 kg\nSpeed: fast\nRegion: city\nDue: 2026-12-25\nFragile: no\n",
            [
                ("Lateness", "certain", ["Late": ["yes"]], ["2"]),
                ("Choice", "certain", ["Choose": ["Van"]], ["2"]),
                ("Notes", "certain", ["Say": ["Soon.", "Now."]], ["1", "2"]),
            ]
        ),
        (
            "Speed: fast\nRegion: country\nDue: 2026-12-25\nFragile: no\n",
            [
                ("Lateness", "certain", ["Late": ["yes"]], ["2"]), ("Choice", "open", [:], []),
                ("Notes", "certain", ["Say": ["Soon.", "Now."]], ["1", "2"]),
            ]
        ),
        (
            "Speed: slow\nDue: 2027-06-01\n",
            [
                ("Lateness", "contradiction", ["Late": []], ["2", "3"]), ("Choice", "open", [:], []),
                ("Notes", "certain", ["Say": []], []),
            ]
        ),
    ])
    func jsonTellsWhatTablesMakeOfTheAnswers(
        _ answers: String, _ expected: [(String, String, [String: [String]], [String])]
    ) async throws {
        let site = try TemporaryFolder()
        let notes = """
            ### Notes

            | R | Speed | → Say | Because |
            | --- | --- | --- | --- |
            | 1 | >= normal | Soon. | They wait. |
            | 2 | fast | Now. | |

            """
        let late = "| 2 | >= 2026-12-24 | yes |"
        try SmallSite.write(
            to: site,
            Carrier.site + [
                .change(.carrier, late, to: late + "\n| 3 | >= 2027-01-01 | no |"),
                .change(.carrier, "| 3 | - | - | - | Post |\n", to: "| 3 | - | - | - | Post |\n\n" + notes),
            ])
        let run = try await Program.run(
            ["assess", "carrier", "--answers", "-", "--json"], in: site.path, input: answers)
        #expect((run.code, run.errors) == (0, ""))
        let tables = try JSONDecoder().decode(Output.self, from: Data(run.output.utf8)).tables
        #expect(tables.map(\.table) == expected.map(\.0))
        #expect(tables.map(\.state) == expected.map(\.1))
        for (table, expected) in zip(tables, expected) {
            let result = Dictionary(uniqueKeysWithValues: table.result.map { ($0.output, $0.values) })
            #expect(result == expected.2)
            #expect(table.rows.map(\.row) == expected.3)
        }
        let lines = try site.read(SmallSite.File.carrier.path).components(separatedBy: "\n")
        for row in tables.flatMap(\.rows) {
            #expect(row.file == SmallSite.File.carrier.path)
            #expect(lines[row.line - 1].hasPrefix("| \(row.row) |"))
            #expect(lines[row.line - 1].contains("| \(row.result.joined(separator: " | ")) |"))
            #expect(row.annotation == (row.result == ["Soon."] ? "They wait." : nil))
        }
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
