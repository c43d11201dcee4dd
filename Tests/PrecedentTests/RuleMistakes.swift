extension Mistake {
    /// What authors get wrong in a framework's rules.
    static let rules: [Mistake] = [
        Mistake(
            "an option that nobody declared, near to one",
            [.change(.framework, "read twice? → Log", to: "read twice? → Lag")],
            says: """
                content/frameworks/queue.md:9:46: error: 'Lag' starts with no option's name [unknown-option]
                 9 | - **Replay.** Must messages be read twice? → Lag
                   |                                              ^~~
                  help: did you mean 'Log'?
                1 error
                """),
        Mistake(
            "an option that nobody declared, far from all",
            [.change(.framework, "read twice? → Log", to: "read twice? → A stream")],
            says: """
                content/frameworks/queue.md:9:46: error: 'A stream' starts with no option's name [unknown-option]
                 9 | - **Replay.** Must messages be read twice? → A stream
                   |                                              ^~~~~~~~
                  help: the options are 'Queue' and 'Log'
                1 error
                """),
        Mistake(
            "no option behind the arrow",
            [.change(.framework, "read twice? → Log", to: "read twice? →")],
            says: """
                content/frameworks/queue.md:9:45: error: no option is named behind the arrow [unknown-option]
                 9 | - **Replay.** Must messages be read twice? →
                   |                                             ^
                  help: the options are 'Queue' and 'Log'
                1 error
                """),
        Mistake(
            "a gate turned round",
            [.change(.framework, "Log is viable", to: "Log is not viable")],
            says: """
                content/frameworks/queue.md:10:40: error: a yes cannot make 'Log' not viable [negated-gate]
                 10 | - **Ops.** Is a team free to run it? → Log is not viable
                    |                                        ^~~~~~~~~~~~~~~~~
                  help: turn the question round, so that a yes means 'Log is viable'
                1 error
                """),
        Mistake(
            "a weight that is no number",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log (1,5)")],
            says: """
                content/frameworks/queue.md:9:46: error: '(1,5)' is not a weight [bad-weight]
                 9 | - **Replay.** Must messages be read twice? → Log (1,5)
                   |                                              ^~~~~~~~~
                  help: write a number with a decimal point and no separators, as in (2) or (0.5)
                1 error
                """),
        Mistake(
            "two options in a target",
            [.change(.framework, "read twice? → Log", to: "read twice? → Log and Queue")],
            says: """
                content/frameworks/queue.md:9:46: warning: a target names one option: this is a signal for 'Log', qualified by 'and Queue' [second-option]
                 9 | - **Replay.** Must messages be read twice? → Log and Queue
                   |                                              ^~~~~~~~~~~~~
                  help: write a second item for 'Queue', or word the qualifier otherwise
                1 warning
                """),
        Mistake(
            "an item without an arrow",
            [.change(.framework, "read twice? → Log", to: "read twice?")],
            says: """
                content/frameworks/queue.md:9:3: error: this item of a checklist has no arrow [missing-arrow]
                 9 | - **Replay.** Must messages be read twice?
                   |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: end it with '→ OPTION', or move it out of the list
                1 error
                """),
        Mistake(
            "an item that asks nothing",
            [.change(.framework, "- **Replay.** Must messages be read twice? → Log", to: "- → Log")],
            says: """
                content/frameworks/queue.md:9:3: error: this item of a checklist asks nothing [missing-question]
                 9 | - → Log
                   |   ^~~~~
                  help: write the question before the arrow
                1 error
                """),
        Mistake(
            "two fallbacks",
            [
                .change(.framework, "free to run it? → Log is viable", to: "free to run it? → Start with Log")
            ],
            says: """
                content/frameworks/queue.md:11:31: error: a framework can only start with one option [two-fallbacks]
                 11 | - **Unsure.** Still unsure? → Start with Queue
                    |                               ^~~~~~~~~~~~~~~~
                content/frameworks/queue.md:10:40: note: the first is here
                 10 | - **Ops.** Is a team free to run it? → Start with Log
                    |                                        ^~~~~~~~~~~~~~
                  help: keep one of the two
                1 error
                """),
        Mistake(
            "two questions of one name",
            [.change(.framework, "**Ops.**", to: "**Replay.**")],
            says: """
                content/frameworks/queue.md:10:3: error: two questions have the id 'replay' [duplicate-question]
                 10 | - **Replay.** Is a team free to run it? → Log is viable
                    |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                content/frameworks/queue.md:9:3: note: the first is here
                 9 | - **Replay.** Must messages be read twice? → Log
                   |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: give one another short name, in bold before the question
                1 error
                """),
        Mistake(
            "a tie that nothing covers",
            [.change(.framework, "→ Start with Queue", to: "→ Queue")],
            says: """
                content/frameworks/queue.md:5:12: warning: 'Queue' and 'Log' can tie, and no option combines them [uncovered-tie]
                 5 | | Factor | Queue | Log |
                   |            ^~~~~
                note: for example with Replay: yes, Ops: yes, Unsure: yes
                  help: add an option with 'combines: [queue, log]', or give one of their signals another weight
                1 warning
                """),
        Mistake(
            "a composite of an option that is not there",
            [
                .change(
                    .framework, "# Queue or log",
                    to:
                        "---\noptions:\n  queue: Queue\n  log: Log\n  both: { name: Both, combines: [queue, logs] }\n---\n# Queue or log"
                )
            ],
            says: """
                content/frameworks/queue.md:5:3: error: 'both' combines 'logs', which is no option's id [unknown-option]
                 5 |   both: { name: Both, combines: [queue, logs] }
                   |   ^~~~
                  help: did you mean 'log'?
                1 error
                """),
        Mistake(
            "a composite of itself",
            [
                .change(
                    .framework, "# Queue or log",
                    to:
                        "---\noptions:\n  queue: { name: Queue, combines: [log] }\n  log: { name: Log, combines: [queue] }\n---\n# Queue or log"
                )
            ],
            says: """
                content/frameworks/queue.md:3:3: error: 'queue' combines itself: queue → log → queue [composite-cycle]
                 3 |   queue: { name: Queue, combines: [log] }
                   |   ^~~~~
                  help: a composite may only combine options that do not lead back to it
                1 error
                """),
    ]
}
