extension Mistake {
    /// What authors write for answers that is read as none, or as prose.
    static let answers: [Mistake] = [
        Mistake(
            "evidence in the cell of an answer",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to:
                        "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes, finance | Invoices are rebuilt. |\n| Ops | ? | |\n"
                )
            ],
            says: """
                content/assessments/billing.md:8:12: error: 'yes, finance' is no answer to 'Replay' [bad-answer]
                 8 | | Replay | yes, finance | Invoices are rebuilt. |
                   |            ^~~~~~~~~~~~
                  help: put the evidence in a column of its own
                1 error
                """),
        Mistake(
            "an open answer in words, in a table",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to:
                        "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | unknown | Invoices are rebuilt. |\n| Ops | ? | |\n"
                )
            ],
            says: """
                content/assessments/billing.md:8:12: error: 'unknown' is no answer to 'Replay' [bad-answer]
                 8 | | Replay | unknown | Invoices are rebuilt. |
                   |            ^~~~~~~
                  help: '?' leaves it open
                1 error
                """),
        Mistake(
            "open answers in words, in a list",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "- Replay: n/a\n- Ops: TBD\n")
            ],
            says: """
                content/assessments/billing.md:6:11: error: 'n/a' is no answer to 'Replay' [bad-answer]
                 6 | - Replay: n/a
                   |           ^~~
                  help: '?' leaves it open
                content/assessments/billing.md:7:8: error: 'TBD' is no answer to 'Ops' [bad-answer]
                 7 | - Ops: TBD
                   |        ^~~
                  help: '?' leaves it open
                2 errors
                """),
        Mistake(
            "evidence that nothing parts from its answer",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "- Replay: yes finance says so\n- Ops: ?\n")
            ],
            says: """
                content/assessments/billing.md:6:11: error: 'yes finance says so' is no answer to 'Replay' [bad-answer]
                 6 | - Replay: yes finance says so
                   |           ^~~~~~~~~~~~~~~~~~~
                  help: put the evidence after ' — '
                1 error
                """),
        Mistake(
            "evidence that nothing parts from its answer, in bold",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "## Replay\n\n**yes finance**\n")
            ],
            says: """
                content/assessments/billing.md:8:1: error: 'yes finance' is no answer to 'Replay' [bad-answer]
                 8 | **yes finance**
                   | ^~~~~~~~~~~~~~~
                  help: put the evidence after ' — '
                1 error
                """),
        Mistake(
            "an answer of one letter that is none",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "- Replay: p\n")
            ],
            says: """
                content/assessments/billing.md:6:11: error: 'p' is no answer to 'Replay' [bad-answer]
                 6 | - Replay: p
                   |           ^
                  help: the answers are yes, no; '?' leaves it open
                1 error
                """),
        Mistake(
            "no answers at all",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "Nothing yet.\n")
            ],
            says: """
                content/assessments/billing.md:2:12: warning: this assessment answers no question of 'queue' [no-answers]
                 2 | framework: queue
                   |            ^~~~~
                  help: write a table, '| Question | Answer | Evidence |', or a list, '- Replay: yes — evidence'
                1 warning
                """),
        Mistake(
            "a list of questions with prose behind them",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "- Must messages be read twice? Finance says so.\n- Fine\n")
            ],
            says: """
                content/assessments/billing.md:6:1: warning: this item names 'Replay', but its list is read as prose [almost-answers]
                 6 | - Must messages be read twice? Finance says so.
                   | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: write 'Replay: yes — evidence'
                1 warning
                """),
        Mistake(
            "prose behind a question among answers",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "- Must messages be read twice? Finance says so.\n- Ops: yes\n")
            ],
            says: """
                content/assessments/billing.md:6:32: error: 'Finance says so.' is no answer to 'Replay' [bad-answer]
                 6 | - Must messages be read twice? Finance says so.
                   |                                ^~~~~~~~~~~~~~~~
                  help: the answers are yes, no; '?' leaves it open
                1 error
                """),
        Mistake(
            "a dash before what is no answer",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "- Replay - perhaps\n- Ops: ?\n")
            ],
            says: """
                content/assessments/billing.md:6:12: warning: this is read as evidence, and 'Replay' is left open [almost-answers]
                 6 | - Replay - perhaps
                   |            ^~~~~~~
                  help: write 'Replay: yes — evidence', or 'Replay: ? — evidence'
                1 warning
                """),
        Mistake(
            "a heading over prose",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "## Replay\n\nFinance re-reads everything.\n")
            ],
            says: """
                content/assessments/billing.md:6:1: warning: this heading names 'Replay', but no answer is found under it [almost-answers]
                 6 | ## Replay
                   | ^~~~~~~~~
                  help: begin the first line with the answer, as in 'yes — evidence'
                1 warning
                """),
        Mistake(
            "a heading over an answer, near to a question",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "## Replai\n\nYes. Finance re-reads everything.\n")
            ],
            says: """
                content/assessments/billing.md:6:1: warning: no question is called 'Replai', so this section is read as prose [almost-answers]
                 6 | ## Replai
                   | ^~~~~~~~~
                  help: did you mean 'Replay'?
                1 warning
                """),
        Mistake(
            "a heading with an answer, near to a question",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "## Replai: yes\n")
            ],
            says: """
                content/assessments/billing.md:6:1: warning: no question is called 'Replai', so this section is read as prose [almost-answers]
                 6 | ## Replai: yes
                   | ^~~~~~~~~~~~~~
                  help: did you mean 'Replay'?
                1 warning
                """),
        Mistake(
            "answers in a paragraph",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "Replay: yes\nOps: no\n")
            ],
            says: """
                content/assessments/billing.md:6:1: warning: this paragraph names 'Replay', but it is read as prose [almost-answers]
                 6 | Replay: yes
                   | ^~~~~~~~~~~
                  help: write an item of a list, '- Replay: yes — evidence'
                1 warning
                """),
        Mistake(
            "a table with a column for each question",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "| Replay | Ops |\n| --- | --- |\n| yes | no |\n")
            ],
            says: """
                content/assessments/billing.md:6:3: warning: this table names 'Replay', but it is read as prose [almost-answers]
                 6 | | Replay | Ops |
                   |   ^~~~~~
                  help: give each question a row of its own: '| Replay | yes | evidence |'
                content/assessments/billing.md:6:12: warning: this table names 'Ops', but it is read as prose [almost-answers]
                 6 | | Replay | Ops |
                   |            ^~~
                  help: give each question a row of its own: '| Ops | yes | evidence |'
                2 warnings
                """),
        Mistake(
            "a ticked box with a bare no",
            [
                .change(
                    .assessment,
                    "| Question | Answer | Evidence |\n| --- | --- | --- |\n| Replay | yes | Invoices are rebuilt. |\n| Ops | ? | |\n",
                    to: "- [x] Replay — no\n")
            ],
            says: """
                content/assessments/billing.md:6:7: error: the box of 'Replay' is ticked, and its answer is no [contradicting-answer]
                 6 | - [x] Replay — no
                   |       ^~~~~~~~~~~
                  help: clear the box, or answer yes
                1 error
                """),
    ]
}
