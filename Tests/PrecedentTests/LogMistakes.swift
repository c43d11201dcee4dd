extension Mistake {
    /// What authors get wrong in how decision records follow each other, and in what a log needs to stay true.
    static let logs: [Mistake] = [
        Mistake(
            "a record in its own place",
            [
                .change(.record, "status: accepted", to: "status: accepted\nsupersedes: 1")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:13: warning: this record supersedes itself [supersession-cycle]
                 3 | supersedes: 1
                   |             ^
                  help: name another record, or take the words out
                1 warning
                """),
        Mistake(
            "two records in each other's place",
            [
                .change(.record, "status: accepted", to: "status: superseded by 0002"),
                .add(
                    "content/decisions/0002-use-a-queue.md",
                    "---\nstatus: superseded by 0001\n---\n# Use a queue\n"),
            ],
            says: """
                content/decisions/0002-use-a-queue.md:2:9: warning: superseded in a circle: '0001-use-a-log.md' by '0002-use-a-queue.md' by '0001-use-a-log.md' [supersession-cycle]
                 2 | status: superseded by 0001
                   |         ^~~~~~~~~~~~~~~~~~
                content/decisions/0001-use-a-log.md:2:9: note: '0002-use-a-queue.md' supersedes '0001-use-a-log.md'
                 2 | status: superseded by 0002
                   |         ^~~~~~~~~~~~~~~~~~
                  help: take out the one that is not meant
                1 warning
                """),
        Mistake(
            "three records in a circle",
            [
                .change(.record, "status: accepted", to: "status: superseded by 0002"),
                .add(
                    "content/decisions/0002-use-a-queue.md",
                    "---\nstatus: superseded by 0003\n---\n# Use a queue\n"),
                .add(
                    "content/decisions/0003-use-a-table.md",
                    "---\nstatus: superseded by 0001\n---\n# Use a table\n"),
            ],
            says: """
                content/decisions/0003-use-a-table.md:2:9: warning: superseded in a circle: '0001-use-a-log.md' by '0002-use-a-queue.md' by '0003-use-a-table.md' by '0001-use-a-log.md' [supersession-cycle]
                 2 | status: superseded by 0001
                   |         ^~~~~~~~~~~~~~~~~~
                content/decisions/0001-use-a-log.md:2:9: note: '0002-use-a-queue.md' supersedes '0001-use-a-log.md'
                 2 | status: superseded by 0002
                   |         ^~~~~~~~~~~~~~~~~~
                content/decisions/0002-use-a-queue.md:2:9: note: '0003-use-a-table.md' supersedes '0002-use-a-queue.md'
                 2 | status: superseded by 0003
                   |         ^~~~~~~~~~~~~~~~~~
                  help: take out the one that is not meant
                1 warning
                """),
        Mistake(
            "two records in the place of one",
            [
                .change(.record, "status: accepted", to: "status: superseded by 0002"),
                .add(
                    "content/decisions/0002-use-a-queue.md",
                    "---\nstatus: accepted\nsupersedes: 1\n---\n# Use a queue\n"),
                .add(
                    "content/decisions/0003-use-a-table.md",
                    "---\nstatus: accepted\nsupersedes: 1\n---\n# Use a table\n"),
            ],
            says: """
                content/decisions/0003-use-a-table.md:3:13: warning: two records supersede '0001-use-a-log.md', and neither supersedes the other [superseded-twice]
                 3 | supersedes: 1
                   |             ^
                content/decisions/0001-use-a-log.md:2:9: note: '0002-use-a-queue.md' does here
                 2 | status: superseded by 0002
                   |         ^~~~~~~~~~~~~~~~~~
                  help: let one supersede it, and the others amend or supersede that one
                1 warning
                """),
        Mistake(
            "a record that was turned down in the place of another",
            [
                .change(.record, "status: accepted", to: "status: superseded by 0002"),
                .add(
                    "content/decisions/0002-use-a-queue.md",
                    "---\nstatus: rejected\n---\n# Use a queue\n"),
            ],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: this decision is superseded by '0002-use-a-queue.md', which is rejected [successor-not-in-force]
                 2 | status: superseded by 0002
                   |         ^~~~~~~~~~~~~~~~~~
                  help: give it the status that it had, or let another record supersede it
                1 warning
                """),
        Mistake(
            "an older record in the place of a newer one",
            [
                .change(.record, "status: accepted", to: "status: superseded by 0002"),
                .add(
                    "content/decisions/0002-use-a-queue.md",
                    "---\nstatus: accepted\ndate: 2025-03-04\n---\n# Use a queue\n"),
            ],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: '0002-use-a-queue.md' of 2025-03-04 supersedes '0001-use-a-log.md' of 2026-03-04, which is later [date-order]
                 2 | status: superseded by 0002
                   |         ^~~~~~~~~~~~~~~~~~
                  help: mend the date that is wrong
                1 warning
                """),
        Mistake(
            "in force, and nothing decided",
            [
                .change(
                    .record, "We use a log.",
                    to: "We use a log.\n\n## Context\n\nMany readers.\n\n## Consequences\n\nMore disks.")
            ],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: this decision is in force, and no section says what was decided [no-outcome]
                 2 | status: accepted
                   |         ^~~~~~~~
                  help: write it under a heading such as 'Decision Outcome' or 'Decision'
                1 warning
                """),
        Mistake(
            "in force, and the decision left blank",
            [
                .change(
                    .record, "We use a log.",
                    to:
                        "We use a log.\n\n## Decision Outcome\n\n<!-- chosen option -->\n\n## Consequences\n\nMore disks."
                )
            ],
            says: """
                content/decisions/0001-use-a-log.md:12:1: warning: this decision is in force, and nothing here says what was decided [no-outcome]
                 12 | ## Decision Outcome
                    | ^~~~~~~~~~~~~~~~~~~
                  help: write it under this heading
                1 warning
                """),
        Mistake(
            "a day of review that is none",
            [
                .change(.record, "status: accepted", to: "status: accepted\nreview-by: next spring")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:12: warning: 'next spring' is no date [bad-date]
                 3 | review-by: next spring
                   |            ^~~~~~~~~~~
                  help: write it as YYYY-MM-DD
                1 warning
                """),
        Mistake(
            "a review without a day",
            [
                .change(
                    .record, "status: accepted",
                    to: "status: accepted\nreviewed: [{ by: A. Author, outcome: still holds }]")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:12: warning: this review does not say when it was [bad-date]
                 3 | reviewed: [{ by: A. Author, outcome: still holds }]
                   |            ^
                  help: write '- { date: YYYY-MM-DD, by: NAME, outcome: still holds }'
                1 warning
                """),
        Mistake(
            "a review with a day that is none",
            [
                .change(.record, "status: accepted", to: "status: accepted\nreviewed: [{ date: 2026-13-01 }]")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:20: warning: '2026-13-01' is no date [bad-date]
                 3 | reviewed: [{ date: 2026-13-01 }]
                   |                    ^~~~~~~~~~
                  help: write it as YYYY-MM-DD
                1 warning
                """),
        Mistake(
            "a review with a key near to one",
            [
                .change(
                    .record, "status: accepted",
                    to: "status: accepted\nreviewed: [{ date: 2026-09-01, outcom: still holds }]")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:32: warning: 'outcom' is no key of a review [unknown-key]
                 3 | reviewed: [{ date: 2026-09-01, outcom: still holds }]
                   |                                ^~~~~~
                  help: did you mean 'outcome'?
                1 warning
                """),
        Mistake(
            "an image that no page shows",
            [
                .add("content/decisions/queue.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
            ],
            says: """
                content/decisions/queue.svg:1:1: warning: no page shows this image [orphan-image]
                 1 | <svg xmlns="http://www.w3.org/2000/svg"/>
                   | ^
                  help: show it, or take it away
                1 warning
                """),
        Mistake(
            "an excuse from no check",
            [
                .change(.record, "status: accepted", to: "status: accepted\nallow: [dangling-lnk]")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:9: warning: 'dangling-lnk' is no check that a file can be excused from [bad-value]
                 3 | allow: [dangling-lnk]
                   |         ^~~~~~~~~~~~
                  help: did you mean 'dangling-link'?
                1 warning
                """),
        Mistake(
            "an excuse from nothing like a check",
            [
                .change(.record, "status: accepted", to: "status: accepted\nallow: everything")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:8: warning: 'everything' is no check that a file can be excused from [bad-value]
                 3 | allow: everything
                   |        ^~~~~~~~~~
                  help: the id of each is in brackets behind what it says; errors in rules and answers cannot be excused
                1 warning
                """),
        Mistake(
            "a day that can be two",
            [
                .change(.record, "date: 2026-03-04", to: "date: 03/04/2026")
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:7: warning: '03/04/2026' can be 2026-04-03 or 2026-03-04, and no other date of the log decides [ambiguous-date]
                 3 | date: 03/04/2026
                   |       ^~~~~~~~~~
                  help: write it as YYYY-MM-DD
                1 warning
                """),
        Mistake(
            "a link to a record that has another number by now",
            [
                .add("content/decisions/0002-use-a-queue.md", "---\nstatus: proposed\n---\n# Use a queue\n"),
                .change(
                    .record, "status: accepted",
                    to: "status: accepted\nrelates-to: \"[queue](0007-use-a-queue.md)\""),
            ],
            says: """
                content/decisions/0001-use-a-log.md:3:13: warning: '0007-use-a-queue.md' leads to no record, and '0002-use-a-queue.md' is taken to be meant [moved-record]
                 3 | relates-to: "[queue](0007-use-a-queue.md)"
                   |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: link to that file
                1 warning
                """),
        Mistake(
            "a status that a template left",
            [
                .change(.record, "status: accepted", to: "status: \"[ proposed | accepted ]\"")
            ],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: this is what the template says, and no status [unfilled]
                 2 | status: "[ proposed | accepted ]"
                   |         ^~~~~~~~~~~~~~~~~~~~~~~
                  help: write the record's own, or leave the line out
                1 warning
                """),
        Mistake(
            "a status that cannot be read",
            [
                .change(.record, "status: accepted", to: "status: \"2026\"")
            ],
            says: """
                content/decisions/0001-use-a-log.md:2:9: warning: no status can be read here [unread-status]
                 2 | status: "2026"
                   |         ^~~~
                  help: begin with one of draft, proposed, accepted, rejected, deprecated and superseded
                1 warning
                """),
    ]
}
