import Foundation

extension Mistake {
    /// What is wrong with rules as a whole: each a break of a sample framework, or else of another sound one.
    static let findings: [Mistake] = [
        Mistake(
            "days that no rule of a table speaks to",
            sampleBroker + [
                .change(
                    .messageBroker, "| 3 | the team itself | < 2027-04-01 |",
                    to: "| 3 | the team itself | < 2027-03-01 |")
            ],
            says: """
                content/frameworks/message-broker.md:114:1: warning: no rule of 'Running Kafka' matches some answers [table-gap]
                 114 | | U | Operations | Needed by | → Running Kafka (shared, own, not possible) | Because |
                     | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                note: for example with Operations: the team itself, Needed by: 2027-03-01
                note: that is: Operations the team itself, Needed by 2027-03-01 to 2027-03-31
                  help: add a rule for them, or under F a last rule that holds for all answers
                1 warning
                """),
        Mistake(
            "a day that no rule of a table speaks to",
            Carrier.site + [
                .change(.carrier, "| 2 | >= 2026-12-24 | yes |", to: "| 2 | > 2026-12-24 | yes |")
            ],
            says: """
                content/frameworks/carrier.md:29:1: warning: no rule of 'Lateness' matches some answers [table-gap]
                 29 | | U | Due | → Late (yes, no) |
                    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                note: for example with Due: 2026-12-24
                  help: add a rule for them, or under F a last rule that holds for all answers
                1 warning
                """),
        Mistake(
            "rules of U that match at once",
            sampleBroker + [
                .change(
                    .messageBroker, "| 3 | the team itself | < 2027-04-01 |",
                    to: "| 3 | the team itself | <= 2027-04-01 |")
            ],
            says: """
                content/frameworks/message-broker.md:118:3: warning: rules 2 and 3 of 'Running Kafka' match the same answers, and under U only one may [rules-conflict]
                 118 | | 3 | the team itself | <= 2027-04-01 | own | Until then a team has to run its own. |
                     |   ^
                content/frameworks/message-broker.md:117:3: note: the other is here
                 117 | | 2 | the team itself | >= 2027-04-01 | shared | The platform’s Kafka is open by then. |
                     |   ^
                note: for example with Operations: the team itself, Needed by: 2027-04-01
                  help: narrow one of them, or write F in the first cell to let the first one decide
                1 warning
                """),
        Mistake(
            "rules of A that disagree",
            sampleBroker + [
                .change(.messageBroker, "| U | Operations", to: "| A | Operations"),
                .change(
                    .messageBroker, "| 3 | the team itself | < 2027-04-01 |",
                    to: "| 3 | the team itself | <= 2027-04-01 |"),
            ],
            says: """
                content/frameworks/message-broker.md:118:3: warning: rules 2 and 3 of 'Running Kafka' match the same answers and put out different things, which A forbids [rules-conflict]
                 118 | | 3 | the team itself | <= 2027-04-01 | own | Until then a team has to run its own. |
                     |   ^
                content/frameworks/message-broker.md:117:3: note: the other is here
                 117 | | 2 | the team itself | >= 2027-04-01 | shared | The platform’s Kafka is open by then. |
                     |   ^
                note: for example with Operations: the team itself, Needed by: 2027-04-01
                  help: narrow one of them, or write F in the first cell to let the first one decide
                1 warning
                """),
        Mistake(
            "a rule that another always comes before",
            sampleBroker + [
                .change(
                    .messageBroker, "| 2 | - | >= 3 | - | - | - | shared | - |",
                    to: "| 2 | - | >= 3 | - | - | - | - | - |")
            ],
            says: """
                content/frameworks/message-broker.md:127:3: warning: rule 3 of 'Recommendation' can never fire: rule 2 comes first in all its cases [masked-rule]
                 127 | | 3 | - | >= 5 | - | - | - | own | - | Kafka run by the team | The log is asked for strongly enough to run one. |
                     |   ^
                note: for example with Message rate: 50001, Replay: yes, Operations: the team itself, Needed by: 2027-03-31
                  help: move it up, narrow what comes first, or take it out
                1 warning
                """),
        Mistake(
            "a rule that nothing can pass",
            sampleBroker + [
                .change(.messageBroker, "| 3 | - | >= 5 |", to: "| 3 | - | >= 50 |")
            ],
            says: """
                content/frameworks/message-broker.md:127:3: warning: no answers pass the tests of rule 3 of 'Recommendation' [impossible-rule]
                 127 | | 3 | - | >= 50 | - | - | - | own | - | Kafka run by the team | The log is asked for strongly enough to run one. |
                     |   ^
                note: it asks for Kafka >= 50, Running Kafka own
                  help: correct the test, or take the rule out
                1 warning
                """),
        Mistake(
            "an item that nothing can pass",
            Carrier.site + [
                .change(.carrier, "**Weight of it** > 30", to: "**Weight of it** > 3000")
            ],
            says: """
                content/frameworks/carrier.md:23:3: warning: no answers pass the tests of this rule [impossible-rule]
                 23 | - **Weight of it** > 3000 → Van (2)
                    |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                note: it asks for > 3000
                  help: correct the test, or take the rule out
                1 warning
                """),
        Mistake(
            "a rule that changes nothing",
            sampleBroker + [
                .change(
                    .messageBroker, "| Database table | Little is sent; what is there suffices. |",
                    to: "| RabbitMQ with one queue | |")
            ],
            says: """
                content/frameworks/message-broker.md:130:3: warning: rule 6 of 'Recommendation' changes nothing: without it, rule 7 says the same [redundant-rule]
                 130 | | 6 | >= 1 | - | - | - | - | - | - | RabbitMQ with one queue | |
                     |   ^
                note: for example with Message rate: 0, Replay: no, Hand-out: one worker, Hosting: on premises, Transactions: no
                  help: take it out, or correct what it puts out
                1 warning
                """),
        Mistake(
            "two rules that can be one",
            sampleBroker + [
                .change(
                    .messageBroker, "| 1 | a platform team | - | shared | It is run for all already. |",
                    to:
                        "| 1 | a platform team | >= 2027-04-01 | shared | It is run for all already. |\n| 5 | a platform team | < 2027-04-01 | shared | It is run for all already. |"
                )
            ],
            says: """
                content/frameworks/message-broker.md:117:3: warning: rules 1 and 5 of 'Running Kafka' can be one [mergeable-rules]
                 117 | | 5 | a platform team | < 2027-04-01 | shared | It is run for all already. |
                     |   ^
                content/frameworks/message-broker.md:116:3: note: the other is here
                 116 | | 1 | a platform team | >= 2027-04-01 | shared | It is run for all already. |
                     |   ^
                note: for example with Operations: a platform team, Needed by: 2027-03-31
                  help: write one rule for Operations a platform team
                1 warning
                """),
        Mistake(
            "gates that exclude each other",
            sampleBroker + [
                .change(
                    .messageBroker, "- **Hosting** not(\"on premises\") → Cloud queue is viable",
                    to:
                        "- **Hosting** not(\"on premises\") → Cloud queue is viable\n\n- **Hosting** \"on premises\" → Cloud queue is viable"
                )
            ],
            says: """
                content/frameworks/message-broker.md:112:3: warning: no answers make 'Cloud queue' viable: its gates exclude each other [closed-gate]
                 112 | - **Hosting** "on premises" → Cloud queue is viable
                     |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                note: it asks for Hosting not("on premises") and Hosting "on premises"
                  help: correct one of them
                1 warning
                """),
        Mistake(
            "a recommendation past a closed gate",
            sampleBroker + [
                .change(.messageBroker, "| 5 | - | - | - | >= 1 | yes |", to: "| 5 | - | - | - | >= 1 | - |")
            ],
            says: """
                content/frameworks/message-broker.md:123:1: warning: 'Recommendation' can recommend 'Cloud queue' where it is not viable [past-closed-gate]
                 123 | | F | Database table | Kafka | RabbitMQ | Cloud queue | Cloud queue viable | Running Kafka | Message rate | → Recommend | Because |
                     | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                content/frameworks/message-broker.md:110:3: note: its gate is here
                 110 | - **Hosting** not("on premises") → Cloud queue is viable
                     |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                note: for example with Message rate: 50001, Hand-out: several services, Operations: nobody, Hosting: on premises
                  help: add an input 'Cloud queue viable' to the table
                1 warning
                """),
        Mistake(
            "a table that nothing reads",
            sampleBroker + [
                .change(
                    .messageBroker, "### Recommendation",
                    to:
                        "### Night shift\n\n| U | Operations | → Night shift |\n| --- | --- | --- |\n| 1 | nobody | none |\n| 2 | not(nobody) | ours |\n\n### Recommendation"
                )
            ],
            says: """
                content/frameworks/message-broker.md:123:1: warning: no rule reads what 'Night shift' puts out [unread-table]
                 123 | | U | Operations | → Night shift |
                     | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: let another table have 'Night shift' as an input, or take the table out
                1 warning
                """),
        Mistake(
            "a value that a table never puts out",
            sampleBroker + [
                .change(
                    .messageBroker, "(shared, own, not possible)", to: "(shared, own, rented, not possible)")
            ],
            says: """
                content/frameworks/message-broker.md:114:1: warning: 'Running Kafka' never puts out 'rented' for 'Running Kafka' [unused-value]
                 114 | | U | Operations | Needed by | → Running Kafka (shared, own, rented, not possible) | Because |
                     | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: add a rule that does, or take it out of the header
                1 warning
                """),
        Mistake(
            "an option that nothing leads to",
            sampleBroker + [
                .change(.messageBroker, "options:\n  kafka:", to: "options:\n  mail: E-mail\n  kafka:")
            ],
            says: """
                content/frameworks/message-broker.md:8:3: warning: no answers lead to 'E-mail' [unused-option]
                 8 |   mail: E-mail
                   |   ^~~~
                  help: add a rule for it to 'Recommendation', or take it out
                1 warning
                """),
        Mistake(
            "a question that no rule asks for",
            sampleBroker + [
                .change(
                    .messageBroker, "| Hosting | Where",
                    to:
                        "| Team size | How many are we? | number 0.. (people) | Few hands run little. |\n| Hosting | Where"
                )
            ],
            says: """
                content/frameworks/message-broker.md:78:3: warning: no rule asks for 'Team size' [idle-question]
                 78 | | Team size | How many are we? | number 0.. (people) | Few hands run little. |
                    |   ^~~~~~~~~
                  help: add a rule for it, or take it out
                1 warning
                """),
        Mistake(
            "a question that is outweighed",
            [
                .change(
                    .framework,
                    "- **Replay.** Must messages be read twice? → Log\n- **Ops.** Is a team free to run it? → Log is viable\n- **Unsure.** Still unsure? → Start with Queue",
                    to:
                        "| Question | Ask | Answers |\n| --- | --- | --- |\n| Replay | Must messages be read twice? | yes, no |\n| Ops | Is a team free to run it? | yes, no |\n\n- **Replay** yes → Log (2)\n- **Replay** no → Queue (2)\n- **Ops** yes → Log"
                )
            ],
            says: """
                content/frameworks/queue.md:12:3: warning: 'Ops' never matters: whatever is answered, the same is recommended [idle-question]
                 12 | | Ops | Is a team free to run it? | yes, no |
                    |   ^~~
                  help: see which rules it should change, or take it out
                1 warning
                """),
        Mistake(
            "signals that no table reads",
            Carrier.site + [
                .change(.carrier, "<= normal → not Van", to: "<= normal → Post")
            ],
            says: """
                content/frameworks/carrier.md:17:3: warning: 'Speed' never matters: no table reads how much counts for 'Post' [idle-question]
                 17 | | Speed | How fast must it be? | slow < normal < fast |
                    |   ^~~~~
                  help: let the table that recommends have 'Post' as an input, or take the rule out
                1 warning
                """),
        Mistake(
            "a way out that is never taken",
            [
                .change(
                    .framework,
                    "- **Replay.** Must messages be read twice? → Log\n- **Ops.** Is a team free to run it? → Log is viable\n- **Unsure.** Still unsure? → Start with Queue",
                    to:
                        "| Question | Ask | Answers |\n| --- | --- | --- |\n| Replay | Must messages be read twice? | yes, no |\n| Ops | Is a team free to run it? | yes, no |\n\n- **Replay** yes → Log\n- **Ops** yes → Log (2)\n- **Replay** no → Queue\n- **Otherwise.** Else → Start with Queue"
                )
            ],
            says: """
                content/frameworks/queue.md:17:3: warning: something else always decides, so this fallback is never used [unused-fallback]
                 17 | - **Otherwise.** Else → Start with Queue
                    |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: take it out, or ask for it with a question
                1 warning
                """),
    ]

    private static let sampleBroker: [SmallSite.Edit] = [.add(.messageBroker, sample(.messageBroker))]

    /// With links to what there is here.
    private static let sampleRag: [SmallSite.Edit] = [
        .add(
            .ragOrFineTuning,
            sample(.ragOrFineTuning)
                .replacing("../assessments/clause-reviewer.md", with: "../assessments/billing.md")
                .replacing(
                    "../decisions/0002-use-a-hybrid-for-clause-review.md",
                    with: "../decisions/0001-use-a-log.md"))
    ]

    /// A framework of the sample site, as it stands there.
    private static func sample(_ file: SmallSite.File) -> String {
        // Where it cannot be read there is nothing to change in it, and the test says so.
        (try? String(contentsOfFile: Program.root + "/" + file.path, encoding: .utf8)) ?? ""
    }
}

extension SmallSite.File {
    fileprivate static let messageBroker: Self = "content/frameworks/message-broker.md"
    fileprivate static let ragOrFineTuning: Self = "content/frameworks/rag-or-fine-tuning.md"
}
