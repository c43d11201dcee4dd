extension Mistake {
    /// What authors get wrong in assessments.
    static let assessments: [Mistake] = [
        Mistake(
            "a question that nobody asks, near to one",
            [.change(.assessment, "| Replay |", to: "| Reply |")],
            says: """
                content/assessments/billing.md:8:3: error: no question is called 'Reply' [unknown-question]
                 8 | | Reply | yes | Invoices are rebuilt. |
                   |   ^~~~~
                  help: did you mean 'Replay'?
                1 error
                """),
        Mistake(
            "a question that nobody asks, far from all",
            [.change(.assessment, "| Replay |", to: "| Throughput |")],
            says: """
                content/assessments/billing.md:8:3: error: no question is called 'Throughput' [unknown-question]
                 8 | | Throughput | yes | Invoices are rebuilt. |
                   |   ^~~~~~~~~~
                  help: the questions are Replay, Ops, Unsure
                1 error
                """),
        Mistake(
            "a question in a list that nobody asks",
            [
                .change(.assessment, "| Ops | ? | |\n", to: "| Ops | ? | |\n\n- Replai: yes\n- [x] Opps\n")
            ],
            says: """
                content/assessments/billing.md:11:3: error: no question is called 'Replai' [unknown-question]
                 11 | - Replai: yes
                    |   ^~~~~~
                  help: did you mean 'Replay'?
                content/assessments/billing.md:12:7: error: no question is called 'Opps' [unknown-question]
                 12 | - [x] Opps
                    |       ^~~~
                  help: did you mean 'Ops'?
                2 errors
                """),
        Mistake(
            "a heading over an answer that is no question",
            [.change(.assessment, "| Ops | ? | |\n", to: "\n## Opps\n\n**yes** — There is one.\n")],
            says: """
                content/assessments/billing.md:10:1: error: no question is called 'Opps' [unknown-question]
                 10 | ## Opps
                    | ^~~~~~~
                  help: did you mean 'Ops'?
                1 error
                """),
        Mistake(
            "an answer that the question has not, near to one",
            [.change(.assessment, "| yes |", to: "| yess |")],
            says: """
                content/assessments/billing.md:8:12: error: 'yess' is no answer to 'Replay' [bad-answer]
                 8 | | Replay | yess | Invoices are rebuilt. |
                   |            ^~~~
                  help: did you mean 'yes'?
                1 error
                """),
        Mistake(
            "an answer that the question has not, far from all",
            [.change(.assessment, "| yes |", to: "| probably |")],
            says: """
                content/assessments/billing.md:8:12: error: 'probably' is no answer to 'Replay' [bad-answer]
                 8 | | Replay | probably | Invoices are rebuilt. |
                   |            ^~~~~~~~
                  help: the answers are yes, no; '?' leaves it open
                1 error
                """),
        Mistake(
            "an answer in a list that the question has not",
            [.change(.assessment, "| Ops | ? | |\n", to: "\n- Ops: yep — There is one.\n")],
            says: """
                content/assessments/billing.md:10:8: error: 'yep' is no answer to 'Ops' [bad-answer]
                 10 | - Ops: yep — There is one.
                    |        ^~~
                  help: did you mean 'yes'?
                1 error
                """),
        Mistake(
            "a question answered twice",
            [.change(.assessment, "| Ops | ? | |\n", to: "| Ops | ? | |\n| replay | no | |\n")],
            says: """
                content/assessments/billing.md:10:12: error: 'Replay' is answered twice [duplicate-answer]
                 10 | | replay | no | |
                    |            ^~
                content/assessments/billing.md:8:12: note: the first answer is here
                 8 | | Replay | yes | Invoices are rebuilt. |
                   |            ^~~
                  help: keep one of the two
                1 error
                """),
        Mistake(
            "a box that its answer contradicts",
            [.change(.assessment, "| Ops | ? | |\n", to: "\n- [x] Ops: no — Nobody is free.\n")],
            says: """
                content/assessments/billing.md:10:7: error: the box of 'Ops' is ticked, and its answer is no [contradicting-answer]
                 10 | - [x] Ops: no — Nobody is free.
                    |       ^~~~~~~~~~~~~~~~~~~~~~~~~
                  help: clear the box, or answer yes
                1 error
                """),
        Mistake(
            "an assessment of a framework that is not there, near to one",
            [.change(.assessment, "framework: queue", to: "framework: queues")],
            says: """
                content/assessments/billing.md:2:12: error: no framework is called 'queues' [unknown-framework]
                 2 | framework: queues
                   |            ^~~~~~
                  help: did you mean 'queue'?
                1 error
                """),
        Mistake(
            "an assessment of a framework that is not there, far from all",
            [.change(.assessment, "framework: queue", to: "framework: database")],
            says: """
                content/assessments/billing.md:2:12: error: no framework is called 'database' [unknown-framework]
                 2 | framework: database
                   |            ^~~~~~~~
                  help: the frameworks are queue
                1 error
                """),
        Mistake(
            "an assessment of no framework",
            [.change(.assessment, "framework: queue", to: "date: 2026-03-04")],
            says: """
                content/assessments/billing.md:1:1: error: this assessment does not say which framework it answers [no-framework]
                 1 | ---
                   | ^
                  help: write 'framework: queue' in its front matter
                1 error
                """),
    ]
}
