extension Mistake {
    /// What authors get wrong in items that test the questions of a table.
    static let testedItems: [Mistake] = [
        Mistake(
            "a question asked by a table and a checklist",
            Carrier.site + [
                .change(
                    .carrier, "- **Fragile** → Van",
                    to: "- **Fragile.** Can it break? → Van")
            ],
            says: """
                content/frameworks/carrier.md:24:3: error: two questions have the id 'fragile' [duplicate-question]
                 24 | - **Fragile.** Can it break? → Van
                    |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                content/frameworks/carrier.md:20:3: note: the first is here
                 20 | | Fragile | Can it break? | yes, no |
                    |   ^~~~~~~
                  help: give one another short name, in bold before the question
                1 error
                """),
        Mistake(
            "a test of an answer that is none",
            Carrier.site + [
                .change(
                    .carrier, "**Speed** <= normal",
                    to: "**Speed** <= usual")
            ],
            says: """
                content/frameworks/carrier.md:25:16: error: 'usual' is no answer of this column [unknown-label]
                 25 | - **Speed** <= usual → not Van
                    |                ^~~~~
                  help: the answers are 'slow', 'normal' and 'fast'
                1 error
                """),
        Mistake(
            "a test without a value",
            Carrier.site + [
                .change(
                    .carrier, "**Weight of it** > 30",
                    to: "**Weight of it** >")
            ],
            says: """
                content/frameworks/carrier.md:23:21: error: a value is missing here [unreadable-cell]
                 23 | - **Weight of it** > → Van (2)
                    |                     ^
                  help: write '-' alone in a cell where any value will do
                1 error
                """),
        Mistake(
            "an item without a test",
            Carrier.site + [
                .change(
                    .carrier, "**Weight of it** > 30 →",
                    to: "**Weight of it** →")
            ],
            says: """
                content/frameworks/carrier.md:23:3: error: this item does not say which answer to 'Weight of it' counts [missing-test]
                 23 | - **Weight of it** → Van (2)
                    |   ^~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: write a test before the arrow; the answers are a number from 0 to 500 (kg)
                1 error
                """),
        Mistake(
            "a test of a question that nobody asks",
            Carrier.site + [
                .change(
                    .carrier, "- **Speed** <= normal",
                    to: "- **Sped** <= normal")
            ],
            says: """
                content/frameworks/carrier.md:25:3: error: no question of the tables is called 'Sped' [unknown-question]
                 25 | - **Sped** <= normal → not Van
                    |   ^~~~~~~~
                  help: did you mean 'Speed'?
                1 error
                """),
        Mistake(
            "a test whose question is not bold",
            Carrier.site + [
                .change(
                    .carrier, "- **Speed** <= normal",
                    to: "- Speed <= normal")
            ],
            says: """
                content/frameworks/carrier.md:25:3: error: a test begins with the question in bold, and what is tested stands behind it [unknown-question]
                 25 | - Speed <= normal → not Van
                    |   ^~~~~~~~~~~~~~~~~~~~~~~~~
                  help: write '**Speed**' before the test
                1 error
                """),
        Mistake(
            "a test that is bold as a whole",
            Carrier.site + [
                .change(
                    .carrier, "- **Speed** <= normal",
                    to: "- **Speed <= normal**")
            ],
            says: """
                content/frameworks/carrier.md:25:3: error: a test begins with the question in bold, and what is tested stands behind it [unknown-question]
                 25 | - **Speed <= normal** → not Van
                    |   ^~~~~~~~~~~~~~~~~~~
                  help: write '**Speed**' before the test
                1 error
                """),
        Mistake(
            "a cell that tests another kind of value",
            Carrier.site + [
                .change(
                    .carrier, "| 1 | < 2026-12-24 | no |",
                    to: "| 1 | < 24 December | no |")
            ],
            says: """
                content/frameworks/carrier.md:31:9: error: '24 December' is not a date, and this column holds dates [misplaced-value]
                 31 | | 1 | < 24 December | no |
                    |         ^~~~~~~~~~~
                  help: write a date as in >= 2026-01-31
                1 error
                """),
    ]
}
