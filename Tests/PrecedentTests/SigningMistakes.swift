extension Mistake {
    /// What is wrong with what was signed, or with what was signed since.
    static let signings: [Mistake] = [
        Mistake(
            "signed under other rules of the same version",
            [
                .change(
                    .assessment, "framework: queue",
                    to:
                        "framework: queue\nsigned:\n  - { date: 2026-03-02, by: A. Author, recommendation: log, rules: 5f1c2d3e }"
                )
            ],
            says: """
                content/assessments/billing.md:4:5: error: the rules of 'queue' have changed since this was signed, and it has no version [changed-rules]
                 4 |   - { date: 2026-03-02, by: A. Author, recommendation: log, rules: 5f1c2d3e }
                   |     ^
                content/frameworks/queue.md:1:1: note: the framework is this one
                 1 | # Queue or log
                   | ^
                  help: write a 'version:' in the framework
                1 error
                """),
        Mistake(
            "signed under other rules of a version that is named",
            [
                .change(.framework, "# Queue or log", to: "---\nversion: 1\n---\n# Queue or log"),
                .change(
                    .assessment, "framework: queue",
                    to:
                        "framework: queue\nsigned:\n  - { date: 2026-03-02, by: A. Author, recommendation: log, version: 1, rules: 5f1c2d3e }"
                ),
            ],
            says: """
                content/assessments/billing.md:4:5: error: the rules of 'queue' have changed since this was signed, and its version has not [changed-rules]
                 4 |   - { date: 2026-03-02, by: A. Author, recommendation: log, version: 1, rules: 5f1c2d3e }
                   |     ^
                content/frameworks/queue.md:2:10: note: the framework is this one
                 2 | version: 1
                   |          ^
                  help: raise 'version:' in the framework
                1 error
                """),
        Mistake(
            "signed under an older version",
            [
                .change(.framework, "# Queue or log", to: "---\nversion: 2\n---\n# Queue or log"),
                .change(
                    .assessment, "framework: queue",
                    to:
                        "framework: queue\nsigned:\n  - { date: 2026-03-02, by: A. Author, recommendation: log, version: 1, rules: 5f1c2d3e }"
                ),
            ],
            says: """
                content/assessments/billing.md:4:5: warning: this was signed under version 1 of 'queue', which has version 2 by now [older-version]
                 4 |   - { date: 2026-03-02, by: A. Author, recommendation: log, version: 1, rules: 5f1c2d3e }
                   |     ^
                  help: look at the answers again, then 'precedent sign billing'; or write 'framework: queue@VERSION' where 'precedent freeze' has kept that version
                1 warning
                """),
        Mistake(
            "judged by a version that is kept",
            [
                .change(.framework, "# Queue or log", to: "---\nversion: 2\n---\n# Queue or log"),
                .add(
                    "content/frameworks/queue@1.md",
                    "---\nversion: 1\n---\n# Queue or log, as it was\n\nA log keeps what a queue forgets.\n\n| Factor | Queue | Log |\n| --- | --- | --- |\n| Replay | none | any time |\n\n- **Replay.** Must messages be read twice? → Log\n- **Ops.** Is a team free to run it? → Log is viable\n- **Unsure.** Still unsure? → Start with Queue\n"
                ),
                .change(.assessment, "framework: queue", to: "framework: queue@1"),
            ],
            says: """
                content/assessments/billing.md:2:12: warning: this is judged by version 1 of 'queue', which has version 2 by now [older-version]
                 2 | framework: queue@1
                   |            ^~~~~~~
                  help: write 'framework: queue', or 'allow: [older-version]' where it is meant
                1 warning
                """),
        Mistake(
            "a signature that is a name",
            [
                .change(.assessment, "framework: queue", to: "framework: queue\nsigned: A. Author")
            ],
            says: """
                content/assessments/billing.md:3:9: error: this does not say who signed what [bad-value]
                 3 | signed: A. Author
                   |         ^~~~~~~~~
                  help: 'precedent sign' writes '- { date: …, by: …, recommendation: …, version: …, rules: … }'
                1 error
                """),
        Mistake(
            "a signature with a key near to one",
            [
                .change(
                    .assessment, "framework: queue",
                    to:
                        "framework: queue\nsigned:\n  - { date: 2026-03-02, by: A. Author, recomendation: log }"
                )
            ],
            says: """
                content/assessments/billing.md:4:40: error: 'recomendation' is no key of a signature [unknown-key]
                 4 |   - { date: 2026-03-02, by: A. Author, recomendation: log }
                   |                                        ^~~~~~~~~~~~~
                  help: did you mean 'recommendation'?
                1 error
                """),
        Mistake(
            "a signature with a day that is none",
            [
                .change(
                    .assessment, "framework: queue",
                    to: "framework: queue\nsigned:\n  - { date: 2 March, by: A. Author }")
            ],
            says: """
                content/assessments/billing.md:4:13: error: '2 March' is no date [bad-date]
                 4 |   - { date: 2 March, by: A. Author }
                   |             ^~~~~~~
                  help: write it as YYYY-MM-DD
                1 error
                """),
        Mistake(
            "a signature with rules that are no digest",
            [
                .change(
                    .assessment, "framework: queue",
                    to: "framework: queue\nsigned:\n  - { date: 2026-03-02, by: A. Author, rules: 1 }")
            ],
            says: """
                content/assessments/billing.md:4:47: error: '1' is no digest of rules [bad-value]
                 4 |   - { date: 2026-03-02, by: A. Author, rules: 1 }
                   |                                               ^
                  help: it has 64 hexadecimal digits, of which at least the first 8 are needed
                1 error
                """),
    ]
}
