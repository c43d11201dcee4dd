extension Mistake {
    /// What authors get wrong in decision records: never more than a warning.
    static let records: [Mistake] = [
        Mistake(
            "a link that leads to no file",
            [.change(.record, "We use a log.", to: "See [the queue](0002-use-a-queue.md).")],
            says: """
                content/decisions/0001-use-a-log.md:10:5: warning: '0002-use-a-queue.md' leads to no file [dangling-link]
                 10 | See [the queue](0002-use-a-queue.md).
                    |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: write the way to a file of this site from the file that holds the link
                1 warning
                """),
        Mistake(
            "a place that the page has not",
            [.change(.record, "We use a log.", to: "See [above](#use-a-lgo).")],
            says: """
                content/decisions/0001-use-a-log.md:10:5: warning: '#use-a-lgo' is no heading there [dangling-anchor]
                 10 | See [above](#use-a-lgo).
                    |     ^~~~~~~~~~~~~~~~~~~
                  help: did you mean 'use-a-log'?
                1 warning
                """),
        Mistake(
            "bad YAML",
            [.change(.record, "chosen: log", to: "chosen: \"log")],
            says: """
                content/decisions/0001-use-a-log.md:7:1: warning: this is not YAML: found unexpected end of stream [bad-yaml]
                 7 | ---
                   | ^
                content/decisions/0001-use-a-log.md:6:9: note: while scanning a quoted scalar, which begins here
                 6 | chosen: "log
                   |         ^
                1 warning
                """),
        Mistake(
            "not UTF-8",
            [
                .change(.record, "We use a log.", to: "We use a caf."),
                .spoil(.record, after: "We use a caf"),
            ],
            says: """
                content/decisions/0001-use-a-log.md:10:13: warning: this file is not UTF-8; it is read as Windows-1252 [not-utf-8]
                 10 | We use a café.
                    |             ^
                  help: save it as UTF-8
                1 warning
                """),
        Mistake(
            "not UTF-8, and something else on the line",
            [
                .change(.record, "We use a log.", to: "We use a log. naï caf, [so](x.md)."),
                .spoil(.record, after: "naï caf"),
            ],
            says: """
                content/decisions/0001-use-a-log.md:10:23: warning: this file is not UTF-8; it is read as Windows-1252 [not-utf-8]
                 10 | We use a log. naÃ¯ café, [so](x.md).
                    |                       ^
                  help: save it as UTF-8
                content/decisions/0001-use-a-log.md:10:26: warning: 'x.md' leads to no file [dangling-link]
                 10 | We use a log. naÃ¯ café, [so](x.md).
                    |                          ^~~~~~~~~~
                  help: write the way to a file of this site from the file that holds the link
                2 warnings
                """),
        Mistake(
            "two of one id",
            [
                .add("content/decisions/0002-use-a-queue.md", "---\nid: 0001-use-a-log\n---\n# Use a queue\n")
            ],
            says: """
                content/decisions/0002-use-a-queue.md:2:5: warning: two decision records are called '0001-use-a-log' [duplicate-id]
                 2 | id: 0001-use-a-log
                   |     ^~~~~~~~~~~~~~
                content/decisions/0001-use-a-log.md:1:1: note: the first is here
                 1 | ---
                   | ^
                  help: this one is published under its file name
                1 warning
                """),
        Mistake(
            "an option that is not there",
            [.change(.record, "recommended: log", to: "recommended: lag")],
            says: """
                content/decisions/0001-use-a-log.md:5:14: warning: no option has the id 'lag' [unknown-option]
                 5 | recommended: lag
                   |              ^~~
                  help: did you mean 'log'?
                1 warning
                """),
        Mistake(
            "an assessment that is not there",
            [.change(.record, "assessment: billing", to: "assessment: biling")],
            says: """
                content/decisions/0001-use-a-log.md:4:13: warning: no assessment is called 'biling' [unknown-assessment]
                 4 | assessment: biling
                   |             ^~~~~~
                  help: did you mean 'billing'?
                1 warning
                """),
        Mistake(
            "a departure without a reason",
            [.change(.record, "chosen: log", to: "chosen: queue")],
            says: """
                content/decisions/0001-use-a-log.md:6:9: warning: 'queue' was chosen where 'log' was recommended, and nothing says why [departure-without-reason]
                 6 | chosen: queue
                   |         ^~~~~
                  help: write 'departure: …' in the front matter
                1 warning
                """),
        Mistake(
            "drift",
            [.change(.assessment, "| Ops | ? | |", to: "| Ops | no | |")],
            says: """
                content/decisions/0001-use-a-log.md:5:14: warning: 'log' was recommended then, and today the assessment recommends 'queue' [drift]
                 5 | recommended: log
                   |              ^~~
                  help: review the decision, and note it under 'reviewed:'
                1 warning
                """),
        Mistake(
            "a date that is none",
            [.change(.record, "2026-03-04", to: "last March")],
            says: """
                content/decisions/0001-use-a-log.md:3:7: warning: 'last March' is no date [bad-date]
                 3 | date: last March
                   |       ^~~~~~~~~~
                  help: write it as YYYY-MM-DD
                1 warning
                """),
        Mistake(
            "a record that is not there",
            [.change(.record, "status: accepted", to: "status: superseded by ADR-0007")],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: no record here is 'ADR-0007' [unknown-record]
                 2 | status: superseded by ADR-0007
                   |         ^~~~~~~~~~~~~~~~~~~~~~
                  help: link to the record's file, or write its number
                1 warning
                """),
        Mistake(
            "a key that is none",
            [.change(.record, "chosen: log", to: "choosen: log")],
            says: """
                content/decisions/0001-use-a-log.md:6:1: warning: 'choosen' is no key of decision record files [unknown-key]
                 6 | choosen: log
                   | ^~~~~~~
                  help: did you mean 'chosen'?
                1 warning
                """),
        Mistake(
            "a kind that is none",
            [.change(.record, "status: accepted", to: "status: accepted\nkind: desicion")],
            says: """
                content/decisions/0001-use-a-log.md:3:7: warning: 'desicion' is no kind of file [unknown-kind]
                 3 | kind: desicion
                   |       ^~~~~~~~
                  help: did you mean 'decision'?
                1 warning
                """),
        Mistake(
            "an id that leads elsewhere",
            [.change(.record, "status: accepted", to: "status: accepted\nid: ../x")],
            says: """
                content/decisions/0001-use-a-log.md:3:5: warning: '../x' cannot be an id [bad-value]
                 3 | id: ../x
                   |     ^~~~
                  help: write letters, digits and hyphens
                1 warning
                """),
    ]
}
