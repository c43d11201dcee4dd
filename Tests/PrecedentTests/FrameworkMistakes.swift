extension Mistake {
    /// What authors get wrong in the rest of a framework, and what is almost a checklist or a table.
    static let frameworks: [Mistake] = [
        Mistake(
            "two options of one name",
            [
                .change(
                    .framework, "# Queue or log",
                    to: "---\noptions:\n  queue: Queue\n  log: Log\n  journal: Log\n---\n# Queue or log")
            ],
            says: """
                content/frameworks/queue.md:5:3: error: two options are called 'Log' [duplicate-option]
                 5 |   journal: Log
                   |   ^~~~~~~
                content/frameworks/queue.md:4:3: note: the first is here
                 4 |   log: Log
                   |   ^~~
                  help: targets name options, so each needs a name of its own
                1 error
                """),
        Mistake(
            "options that are none",
            [.change(.framework, "# Queue or log", to: "---\noptions: Queue\n---\n# Queue or log")],
            says: """
                content/frameworks/queue.md:2:10: error: options map an id to a name [bad-options]
                 2 | options: Queue
                   |          ^~~~~
                  help: write them as 'rag: RAG', one a line
                content/frameworks/queue.md:12:46: warning: this list has arrows, but none points to an option, so it is read as prose [almost-checklist]
                 12 | - **Replay.** Must messages be read twice? → Log
                    |                                              ^~~
                  help: declare the options in the front matter
                1 error, 1 warning
                """),
        Mistake(
            "a key of an option that is none",
            [
                .change(
                    .framework, "# Queue or log",
                    to:
                        "---\noptions:\n  queue: Queue\n  log: { name: Log, sumary: Keeps all. }\n---\n# Queue or log"
                )
            ],
            says: """
                content/frameworks/queue.md:4:21: error: 'sumary' is no key of an option [unknown-key]
                 4 |   log: { name: Log, sumary: Keeps all. }
                   |                     ^~~~~~
                  help: did you mean 'summary'?
                1 error
                """),
        Mistake(
            "a factor that the comparison has not",
            [
                .change(
                    .framework, "# Queue or log", to: "---\nfactors: { reply: [replay] }\n---\n# Queue or log"
                )
            ],
            says: """
                content/frameworks/queue.md:2:12: error: no factor of a comparison is called 'reply' [unknown-factor]
                 2 | factors: { reply: [replay] }
                   |            ^~~~~
                  help: did you mean 'replay'?
                1 error
                """),
        Mistake(
            "a question of a factor that nobody asks",
            [
                .change(
                    .framework, "# Queue or log", to: "---\nfactors: { replay: [reply] }\n---\n# Queue or log"
                )
            ],
            says: """
                content/frameworks/queue.md:2:21: error: no question is called 'reply' [unknown-question]
                 2 | factors: { replay: [reply] }
                   |                     ^~~~~
                  help: did you mean 'replay'?
                1 error
                """),
        Mistake(
            "a key of a framework that is none",
            [.change(.framework, "# Queue or log", to: "---\nverson: 1\n---\n# Queue or log")],
            says: """
                content/frameworks/queue.md:2:1: warning: 'verson' is no key of framework files [unknown-key]
                 2 | verson: 1
                   | ^~~~~~
                  help: did you mean 'version'?
                1 warning
                """),
        Mistake(
            "a date that is none",
            [.change(.framework, "# Queue or log", to: "---\ndate: 4 March 2026\n---\n# Queue or log")],
            says: """
                content/frameworks/queue.md:2:7: error: '4 March 2026' is no date [bad-date]
                 2 | date: 4 March 2026
                   |       ^~~~~~~~~~~~
                  help: write it as YYYY-MM-DD
                1 error
                """),
        Mistake(
            "a kind that is none",
            [.change(.framework, "# Queue or log", to: "---\nkind: framewrok\n---\n# Queue or log")],
            says: """
                content/frameworks/queue.md:2:7: error: 'framewrok' is no kind of file [unknown-kind]
                 2 | kind: framewrok
                   |       ^~~~~~~~~
                  help: did you mean 'framework'?
                1 error
                """),
        Mistake(
            "an id that leads elsewhere",
            [.change(.framework, "# Queue or log", to: "---\nid: ../queue\n---\n# Queue or log")],
            says: """
                content/frameworks/queue.md:2:5: error: '../queue' cannot be an id [bad-value]
                 2 | id: ../queue
                   |     ^~~~~~~~
                  help: write letters, digits and hyphens
                1 error
                """),
        Mistake(
            "almost a checklist, by the arrow",
            [
                .change(
                    .framework,
                    "read twice? → Log\n- **Ops.** Is a team free to run it? → Log is viable\n- **Unsure.** Still unsure? → Start with Queue",
                    to: "read twice? ➜ Log"),
                .change(
                    .framework, "# Queue or log",
                    to: "---\noptions: { queue: Queue, log: Log }\n---\n# Queue or log"),
                .remove(.assessment),
            ],
            says: """
                content/decisions/0001-use-a-log.md:4:13: warning: no assessment is called 'billing' [unknown-assessment]
                 4 | assessment: billing
                   |             ^~~~~~~
                  help: this site has none
                content/frameworks/queue.md:12:44: warning: '➜' is no arrow, so this list is read as prose [almost-checklist]
                 12 | - **Replay.** Must messages be read twice? ➜ Log
                    |                                            ^
                  help: write '→', '->' or '=>'
                2 warnings
                """),
        Mistake(
            "almost a checklist, by the target",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to: "- Is the broker ours? → Rabbit\n- Is it rented? → Kafka\n")
            ],
            says: """
                content/frameworks/queue.md:3:25: warning: this list has arrows, but none points to an option, so it is read as prose [almost-checklist]
                 3 | - Is the broker ours? → Rabbit
                   |                         ^~~~~~
                  help: the options are Queue, Log
                1 warning
                """),
        Mistake(
            "almost a checklist, by a name near to an option's",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.", to: "- Is the broker ours? → Queues\n")
            ],
            says: """
                content/frameworks/queue.md:3:25: warning: this list has arrows, but none points to an option, so it is read as prose [almost-checklist]
                 3 | - Is the broker ours? → Queues
                   |                         ^~~~~~
                  help: did you mean 'Queue'?
                1 warning
                """),
        Mistake(
            "almost a comparison",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to: "| Cost | Queue | Logg |\n| --- | --- | --- |\n| Disk | low | high |\n")
            ],
            says: """
                content/frameworks/queue.md:3:18: warning: 'Logg' is no option, so this table is read as prose [almost-comparison]
                 3 | | Cost | Queue | Logg |
                   |                  ^~~~
                  help: did you mean 'Log'?
                1 warning
                """),
        Mistake(
            "almost questions, by an answer type",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to:
                        "| Question | Ask | Answers |\n| --- | --- | --- |\n| Rate | How many? | number |\n| Peak | How high? | high |\n"
                )
            ],
            says: """
                content/frameworks/queue.md:6:22: warning: 'high' is no answer type, so this table is read as prose [almost-questions]
                 6 | | Peak | How high? | high |
                   |                      ^~~~
                  help: the answer types are 'yes, no', 'a, b, c', 'a < b < c', 'number', 'date' and 'text'
                1 warning
                """),
        Mistake(
            "almost questions, by a question mark",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to:
                        "| Question | Ask | Answers |\n| --- | --- | --- |\n| Rate | How many? | number |\n| Peak | How high | number |\n"
                )
            ],
            says: """
                content/frameworks/queue.md:6:10: warning: 'How high' does not end in a question mark, so this table is read as prose [almost-questions]
                 6 | | Peak | How high | number |
                   |          ^~~~~~~~
                  help: end it with '?'
                1 warning
                """),
    ]
}
