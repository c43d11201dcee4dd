extension Mistake {
    /// What authors get wrong in the standing of decision records and how they bear on each other.
    static let relations: [Mistake] = [
        Mistake(
            "a status near to one",
            [.change(.record, "status: accepted", to: "status: acepted")],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: 'acepted' is no known status, so the decision counts as open [bad-status]
                 2 | status: acepted
                   |         ^~~~~~~
                  help: did you mean 'accepted'?
                1 warning
                """),
        Mistake(
            "a status far from all",
            [.change(.record, "status: accepted", to: "status: On hold")],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: 'on hold' is no known status, so the decision counts as open [bad-status]
                 2 | status: On hold
                   |         ^~~~~~~
                  help: the statuses are draft, proposed, accepted, rejected, deprecated and superseded; others go under 'statuses:' in precedent.yml
                1 warning
                """),
        Mistake(
            "a key that supersedes no record",
            [.change(.record, "status: accepted", to: "status: accepted\nsupersedes: 0044")],
            says: """
                content/decisions/0001-use-a-log.md:3:13: warning: no record here is '0044' [unknown-record]
                 3 | supersedes: 0044
                   |             ^~~~
                  help: link to the record's file, or write its number
                1 warning
                """),
        Mistake(
            "a successor that is no record",
            [.change(.record, "status: accepted", to: "status: accepted\nsuperseded-by: [0002-use-a-queue]")],
            says: """
                content/decisions/0001-use-a-log.md:3:17: warning: no record here is '0002-use-a-queue' [unknown-record]
                 3 | superseded-by: [0002-use-a-queue]
                   |                 ^~~~~~~~~~~~~~~~
                  help: link to the record's file, or write its number
                1 warning
                """),
        Mistake(
            "superseded by nothing",
            [.change(.record, "status: accepted", to: "status: superseded")],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: this decision is superseded, and nothing says by which [no-successor]
                 2 | status: superseded
                   |         ^~~~~~~~~~
                  help: write 'superseded-by: NUMBER' here, or 'supersedes: NUMBER' in the record that takes its place
                1 warning
                """),
        Mistake(
            "a key near to one of a relation",
            [.change(.record, "status: accepted", to: "status: accepted\nsuperseeds: 2")],
            says: """
                content/decisions/0001-use-a-log.md:3:1: warning: 'superseeds' is no key of decision record files [unknown-key]
                 3 | superseeds: 2
                   | ^~~~~~~~~~
                  help: did you mean 'supersedes'?
                1 warning
                """),
        Mistake(
            "a link to no record",
            [
                .change(.record, "status: accepted\n", to: ""),
                .change(
                    .record, "We use a log.",
                    to: "We use a log.\n\n## Status\n\nSuperseded by [x](0044-kafka.md)"),
            ],
            says: """
                content/decisions/0001-use-a-log.md:13:1: warning: no record here is '0044-kafka.md' [unknown-record]
                 13 | Superseded by [x](0044-kafka.md)
                    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: link to the record's file, or write its number
                content/decisions/0001-use-a-log.md:13:15: warning: '0044-kafka.md' leads to no file [dangling-link]
                 13 | Superseded by [x](0044-kafka.md)
                    |               ^~~~~~~~~~~~~~~~~~
                  help: write the way to a file of this site from the file that holds the link
                2 warnings
                """),
        Mistake(
            "a link near to a record's file",
            [.change(.record, "status: accepted", to: "status: superseded by [x](0001-use-log.md)")],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: no record here is '0001-use-log.md' [unknown-record]
                 2 | status: superseded by [x](0001-use-log.md)
                   |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: did you mean '0001-use-a-log.md'?
                1 warning
                """),
        Mistake(
            "two records of one number",
            [.add("content/decisions/0001-use-a-queue.md", "---\nstatus: accepted\n---\n# Second\n")],
            says: """
                content/decisions/0001-use-a-queue.md:4:1: warning: two records have the number 1 [duplicate-number]
                 4 | # Second
                   | ^~~~~~~~
                content/decisions/0001-use-a-log.md:8:1: note: the first is '0001-use-a-log.md'
                 8 | # Use a log
                   | ^~~~~~~~~~~
                  help: 'precedent renumber' gives one of them a number of its own
                1 warning
                """),
    ]
}
