extension Mistake {
    /// What authors get wrong in links, names, and files as such.
    static let files: [Mistake] = [
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
            "YAML with a quote that is not closed",
            [.change(.assessment, "framework: queue", to: "framework: \"queue")],
            says: """
                content/assessments/billing.md:3:1: error: this is not YAML: found unexpected end of stream [bad-yaml]
                 3 | ---
                   | ^
                content/assessments/billing.md:2:12: note: while scanning a quoted scalar, which begins here
                 2 | framework: "queue
                   |            ^
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
