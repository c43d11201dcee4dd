extension Mistake {
    /// What authors write behind and before an arrow that means something else than they think.
    static let targets: [Mistake] = [
        Mistake(
            "almost a gate: Log is feasible",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log is feasible")],
            says: """
                content/frameworks/queue.md:9:46: warning: this is a signal for 'Log', qualified by 'is feasible' [almost-gate]
                 9 | - **Replay.** Must messages be read twice? → Log is feasible
                   |                                              ^~~~~~~~~~~~~~~
                  help: write 'Log is viable' for a gate
                1 warning
                """),
        Mistake(
            "almost a gate: Log only if yes",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log only if yes")],
            says: """
                content/frameworks/queue.md:9:46: warning: this is a signal for 'Log', qualified by 'only if yes' [almost-gate]
                 9 | - **Replay.** Must messages be read twice? → Log only if yes
                   |                                              ^~~~~~~~~~~~~~~
                  help: write 'Log is viable' for a gate
                1 warning
                """),
        Mistake(
            "almost a gate: not Log possible",
            [.change(.framework, "read twice? → Log", to: "read twice? → not Log possible")],
            says: """
                content/decisions/0001-use-a-log.md:5:14: warning: 'log' was recommended then, and today the assessment recommends 'queue' [drift]
                 5 | recommended: log
                   |              ^~~
                  help: review the decision, and note it under 'reviewed:'
                content/frameworks/queue.md:5:20: warning: no answers lead to 'Log' [unused-option]
                 5 | | Factor | Queue | Log |
                   |                    ^~~
                  help: add a rule that counts for it, or take it out
                content/frameworks/queue.md:9:46: warning: this is a signal against 'Log', qualified by 'possible' [almost-gate]
                 9 | - **Replay.** Must messages be read twice? → not Log possible
                   |                                              ^~~~~~~~~~~~~~~~
                  help: write 'Log is viable' for a gate
                3 warnings
                """),
        Mistake(
            "a gate turned round: Log is out",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log is out")],
            says: """
                content/frameworks/queue.md:9:46: error: a yes cannot make 'Log' not viable [negated-gate]
                 9 | - **Replay.** Must messages be read twice? → Log is out
                   |                                              ^~~~~~~~~~
                  help: turn the question round, so that a yes means 'Log is viable'
                1 error
                """),
        Mistake(
            "almost a weight: Log (x2)",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log (x2)")],
            says: """
                content/frameworks/queue.md:9:46: warning: this is a signal of weight 1 for 'Log', qualified by '(x2)' [almost-weight]
                 9 | - **Replay.** Must messages be read twice? → Log (x2)
                   |                                              ^~~~~~~~
                  help: write 'Log (2)'
                1 warning
                """),
        Mistake(
            "almost a weight: not Log x3",
            [.change(.framework, "read twice? → Log", to: "read twice? → not Log x3")],
            says: """
                content/decisions/0001-use-a-log.md:5:14: warning: 'log' was recommended then, and today the assessment recommends 'queue' [drift]
                 5 | recommended: log
                   |              ^~~
                  help: review the decision, and note it under 'reviewed:'
                content/frameworks/queue.md:5:20: warning: no answers lead to 'Log' [unused-option]
                 5 | | Factor | Queue | Log |
                   |                    ^~~
                  help: add a rule that counts for it, or take it out
                content/frameworks/queue.md:9:46: warning: this is a signal of weight 1 against 'Log', qualified by 'x3' [almost-weight]
                 9 | - **Replay.** Must messages be read twice? → not Log x3
                   |                                              ^~~~~~~~~~
                  help: write 'not Log (3)'
                3 warnings
                """),
        Mistake(
            "a weight of nothing",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log (0)")],
            says: """
                content/decisions/0001-use-a-log.md:5:14: warning: 'log' was recommended then, and today the assessment recommends 'queue' [drift]
                 5 | recommended: log
                   |              ^~~
                  help: review the decision, and note it under 'reviewed:'
                content/frameworks/queue.md:9:46: warning: a signal of weight 0 counts nothing [zero-weight]
                 9 | - **Replay.** Must messages be read twice? → Log (0)
                   |                                              ^~~~~~~
                  help: write another weight, as in 'Log (2)', or leave the item out
                2 warnings
                """),
        Mistake(
            "two arrows in an item",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log; no → Queue")],
            says: """
                content/decisions/0001-use-a-log.md:5:14: warning: 'log' was recommended then, and today the assessment recommends 'queue' [drift]
                 5 | recommended: log
                   |              ^~~
                  help: review the decision, and note it under 'reviewed:'
                content/frameworks/queue.md:5:20: warning: no answers lead to 'Log' [unused-option]
                 5 | | Factor | Queue | Log |
                   |                    ^~~
                  help: add a rule that counts for it, or take it out
                content/frameworks/queue.md:9:44: warning: only the last arrow of an item counts, so this is a part of the question [two-arrows]
                 9 | - **Replay.** Must messages be read twice? → Log; no → Queue
                   |                                            ^~~~~~~~~
                  help: write what a no means as an item of its own, with the question turned round
                3 warnings
                """),
        Mistake(
            "two arrows, the first to nothing known",
            [.change(.framework, "read twice? → Log", to: "read twice? -> Lgo; else -> Log")],
            says: """
                content/frameworks/queue.md:9:44: warning: only the last arrow of an item counts, so this is a part of the question [two-arrows]
                 9 | - **Replay.** Must messages be read twice? -> Lgo; else -> Log
                   |                                            ^~~~~~~~~~~~
                  help: write what a no means as an item of its own, with the question turned round
                1 warning
                """),
        Mistake(
            "almost a fallback",
            [
                .change(
                    .framework, "- **Unsure.** Still unsure? → Start with Queue", to: "- Otherwise → Queue")
            ],
            says: """
                content/frameworks/queue.md:5:12: warning: 'Queue' and 'Log' can tie, and no option combines them [uncovered-tie]
                 5 | | Factor | Queue | Log |
                   |            ^~~~~
                note: for example with Replay: yes, Ops: yes, Otherwise: yes
                  help: add an option with 'combines: [queue, log]', or give one of their signals another weight
                content/frameworks/queue.md:11:15: warning: this item asks nothing, and yet 'Queue' waits for a yes to it [almost-fallback]
                 11 | - Otherwise → Queue
                    |               ^~~~~
                  help: write 'Start with Queue' for where to start when nothing else decides
                2 warnings
                """),
        Mistake(
            "a table of options with a column that no rule names",
            [
                .change(
                    .framework, "| Factor | Queue | Log |\n| --- | --- | --- |\n| Replay | none | any time |",
                    to:
                        "| Factor | Queue | Log | Queue + Log |\n| --- | --- | --- | --- |\n| Replay | none | any time | x |"
                ), .remove(.assessment), .remove(.record),
            ],
            says: """
                content/frameworks/queue.md:9:46: warning: this list has arrows, but none points to an option, so it is read as prose [almost-checklist]
                 9 | - **Replay.** Must messages be read twice? → Log
                   |                                              ^~~
                content/frameworks/queue.md:5:26: note: this is the column
                 5 | | Factor | Queue | Log | Queue + Log |
                   |                          ^~~~~~~~~~~
                  help: no rule points to 'Queue + Log'; declare the options in the front matter: options: { queue: Queue, log: Log, both: { name: Queue + Log, combines: [queue, log] } }
                1 warning
                """),
        Mistake(
            "an answer to a fallback that asks nothing",
            [
                .change(
                    .framework, "- **Unsure.** Still unsure? → Start with Queue",
                    to: "- Otherwise → Start with Queue"),
                .change(.assessment, "| Ops | ? | |", to: "| Ops | ? | |\n| Otherwise | yes | |"),
            ],
            says: """
                content/assessments/billing.md:10:15: error: 'Otherwise' asks nothing: it says where to start when nothing else decides [not-asked]
                 10 | | Otherwise | yes | |
                    |               ^~~
                  help: leave it out, or end it with '?' in the framework
                1 error
                """),
    ]
}
