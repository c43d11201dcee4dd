extension Mistake {
    /// What authors get wrong in frameworks, assessments and pages.
    static let content: [Mistake] = [
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
            "a decision table",
            [.change(.framework, "| Factor | Queue | Log |", to: "| Factor | Queue | → Log |")],
            says: """
                content/frameworks/queue.md:5:20: error: this is a decision table, which this version does not read yet [not-supported]
                 5 | | Factor | Queue | → Log |
                   |                    ^~~~~
                  help: write its rules as a checklist
                content/frameworks/queue.md:9:46: warning: this list has arrows, but none points to an option, so it is read as prose [almost-checklist]
                 9 | - **Replay.** Must messages be read twice? → Log
                   |                                              ^~~
                  help: declare the options in the front matter
                1 error, 1 warning
                """),
        Mistake(
            "a table of questions",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to: "| Question | Ask | Answers |\n| --- | --- | --- |\n| Rate | How many? | number |\n")
            ],
            says: """
                content/frameworks/queue.md:3:1: error: this is a table of questions, which this version does not read yet [not-supported]
                 3 | | Question | Ask | Answers |
                   | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: ask yes/no questions in a checklist
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
        Mistake(
            "a link that leads to no file, near to one",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to: "See [the decision](../decisions/0001-use-log.md).")
            ],
            says: """
                content/frameworks/queue.md:3:5: error: '../decisions/0001-use-log.md' leads to no file [dangling-link]
                 3 | See [the decision](../decisions/0001-use-log.md).
                   |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: did you mean '../decisions/0001-use-a-log.md'?
                1 error
                """),
        Mistake(
            "a link that leads to no file, in another folder",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to: "See [the decision](0001-use-a-log.md).")
            ],
            says: """
                content/frameworks/queue.md:3:5: error: '0001-use-a-log.md' leads to no file [dangling-link]
                 3 | See [the decision](0001-use-a-log.md).
                   |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: did you mean '../decisions/0001-use-a-log.md'?
                1 error
                """),
        Mistake(
            "a link that leads to no file, far from all",
            [
                .change(
                    .framework, "A log keeps what a queue forgets.",
                    to: "See [the manual](manual/operations.md).")
            ],
            says: """
                content/frameworks/queue.md:3:5: error: 'manual/operations.md' leads to no file [dangling-link]
                 3 | See [the manual](manual/operations.md).
                   |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: write the way to a file of this site from the file that holds the link
                1 error
                """),
        Mistake(
            "an image that is not there",
            [.change(.framework, "A log keeps what a queue forgets.", to: "![A log](log.png)")],
            says: """
                content/frameworks/queue.md:3:1: error: 'log.png' leads to no file [dangling-link]
                 3 | ![A log](log.png)
                   | ^~~~~~~~~~~~~~~~~
                  help: write the way to a file of this site from the file that holds the link
                1 error
                """),
        Mistake(
            "a place that the page has not",
            [
                .change(.framework, "A log keeps what a queue forgets.", to: "See [the question](#reply).")
            ],
            says: """
                content/frameworks/queue.md:3:5: error: '#reply' is no heading there [dangling-anchor]
                 3 | See [the question](#reply).
                   |     ^~~~~~~~~~~~~~~~~~~~~~
                  help: did you mean 'replay'?
                1 error
                """),
        Mistake(
            "a place that another page has not",
            [
                .change(
                    .assessment, "# Billing\n",
                    to: "# Billing\n\nBy [the framework](../frameworks/queue.md#queue-or-logs).\n")
            ],
            says: """
                content/assessments/billing.md:6:4: error: '#queue-or-logs' is no heading there [dangling-anchor]
                 6 | By [the framework](../frameworks/queue.md#queue-or-logs).
                   |    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: did you mean 'queue-or-log'?
                1 error
                """),
        Mistake(
            "a link that could run code",
            [
                .change(.framework, "A log keeps what a queue forgets.", to: "[Run](javascript:alert(1))")
            ],
            says: """
                content/frameworks/queue.md:3:1: warning: a link to 'javascript:' is left out, since it can run code or read files [unsafe-link]
                 3 | [Run](javascript:alert(1))
                   | ^~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: link to a file, or to an address of 'https:' or 'mailto:'
                1 warning
                """),
        Mistake(
            "HTML",
            [.change(.framework, "A log keeps what a queue forgets.", to: "A <b>log</b> keeps.")],
            says: """
                content/frameworks/queue.md:3:3: warning: HTML is left out of pages; its words are kept [raw-html]
                 3 | A <b>log</b> keeps.
                   |   ^~~
                  help: write Markdown, or set 'allowRawHTML: true' in precedent.yml
                1 warning
                """),
        Mistake(
            "two frameworks of one id",
            [.add("content/frameworks/stream.md", "---\nid: queue\n---\n# Stream\n")],
            says: """
                content/frameworks/stream.md:2:5: error: two frameworks are called 'queue' [duplicate-id]
                 2 | id: queue
                   |     ^~~~~
                content/frameworks/queue.md:1:1: note: the first is here
                 1 | # Queue or log
                   | ^
                  help: give one of them another id
                1 error
                """),
        Mistake(
            "two assessments of one id",
            [
                .add("content/assessments/second.md", "---\nid: billing\nframework: queue\n---\n# Second\n")
            ],
            says: """
                content/assessments/second.md:2:5: error: two assessments are called 'billing' [duplicate-id]
                 2 | id: billing
                   |     ^~~~~~~
                content/assessments/billing.md:1:1: note: the first is here
                 1 | ---
                   | ^
                  help: give one of them another id
                1 error
                """),
        Mistake(
            "a page in the place of the site's own",
            [.add("content/decisions/index.md", "# All decisions\n")],
            says: """
                content/decisions/index.md:1:1: error: 'decisions/index.html' is a page that the site has already [duplicate-id]
                 1 | # All decisions
                   | ^
                  help: give the file another name
                1 error
                """),
        Mistake(
            "YAML with a quote that is not closed",
            [.change(.assessment, "framework: queue", to: "framework: \"queue")],
            says: """
                content/assessments/billing.md:3:1: error: this is not YAML: found unexpected end of stream [bad-yaml]
                 3 | ---
                   | ^
                1 error
                """),
        Mistake(
            "YAML with a colon too many",
            [
                .change(
                    .assessment, "framework: queue", to: "framework: queue\ntitle: Billing: the second try")
            ],
            says: """
                content/assessments/billing.md:3:15: error: this is not YAML: mapping values are not allowed in this context [bad-yaml]
                 3 | title: Billing: the second try
                   |               ^
                1 error
                """),
        Mistake(
            "YAML with a tab",
            [.change(.assessment, "framework: queue", to: "framework: queue\nassessors:\n\t- Ada")],
            says: """
                content/assessments/billing.md:4:1: error: this is not YAML: found character that cannot start any token [bad-yaml]
                 4 | \t- Ada
                   | ^
                1 error
                """),
        Mistake(
            "YAML with a key given twice",
            [.change(.assessment, "framework: queue", to: "framework: queue\nframework: queue")],
            says: """
                content/assessments/billing.md:2:1: error: the key 'framework' is given twice [bad-yaml]
                 2 | framework: queue
                   | ^
                1 error
                """),
        Mistake(
            "front matter that is no mapping",
            [.change(.assessment, "framework: queue", to: "queue")],
            says: """
                content/assessments/billing.md:2:1: error: front matter is a list of keys and values [bad-yaml]
                 2 | queue
                   | ^~~~~
                  help: write 'key: value', one a line
                1 error
                """),
        Mistake(
            "a framework that is not UTF-8",
            [
                .change(.framework, "forgets.", to: "forgets ."),
                .spoil(.framework, after: "forgets "),
            ],
            says: """
                content/frameworks/queue.md:3:34: error: this file is not UTF-8 [not-utf-8]
                 3 | A log keeps what a queue forgets �.
                   |                                  ^
                  help: save it as UTF-8
                1 error
                """),
    ]
}
