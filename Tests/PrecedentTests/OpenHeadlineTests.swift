import Testing

/// What a verdict is open between, and gates whose question is not answered by yes and no.
struct OpenHeadlineTests {
    private static func assess(_ options: Int, _ answers: String) async throws -> String {
        let site = try TemporaryFolder()
        let names = ["Ant", "Bee", "Cat", "Dog", "Eel"].prefix(options)
        let signals = names.map { "- **For \($0).** Is it \($0)? → \($0)\n" }.joined()
        try site.write("precedent.yml", "checks: { uncovered-tie: off }\n")
        try site.write(
            "content/frameworks/animal.md",
            """
            ---
            options: { \(names.map { "\($0.lowercased()): \($0)" }.joined(separator: ", ")) }
            ---
            # Animal

            | Question | Ask | Answers |
            | --- | --- | --- |
            | Size | How large? | number 0..100 (cm) |
            | Fur | Has it fur? | yes, no |

            - **Size** > 5 → Ant is viable
            - **Fur** yes → Ant is viable
            \(signals)
            """)
        let run = try await Program.run(
            ["assess", "animal", "--answers", "-"], in: site.path, input: answers)
        #expect((run.code, run.errors) == (0, ""))
        return run.output
    }

    @Test(arguments: [
        (2, "Open between Ant, Bee and no recommendation"),
        (4, "Open between Ant, Bee, Cat, Dog and no recommendation"),
        (5, "Open between 5 options and no recommendation"),
    ])
    func itNamesOptionsAndNoTies(_ options: Int, _ headline: String) async throws {
        let text = try await Self.assess(options, "{}")
        #expect(text.contains("\n\(headline)\n"), "\(text)")
    }

    @Test(arguments: [
        ("Size: 3\nFur: yes\n", "Size > 5, which is not so, rules out Ant, which has 1 in its favour."),
        ("Size: 9\nFur: no\n", "Fur, answered no, rules out Ant, which has 1 in its favour."),
        (
            "Size: 3\nFur: no\n",
            "Size > 5 and Fur, which are not so, rule out Ant, which has 1 in its favour."
        ),
    ])
    func aGateThatIsNotMetIsToldByItsTest(_ gates: String, _ sentence: String) async throws {
        let text = try await Self.assess(2, gates + "For Ant: yes\nFor Bee: no\n")
        #expect(text.contains(sentence), "\(text)")
    }
}
