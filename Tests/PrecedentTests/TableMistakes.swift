extension Mistake {
    /// What authors get wrong in tables of questions and of rules.
    static let tables: [Mistake] = [
        Mistake(
            "an answer type that is none",
            Carrier.site + [
                .change(
                    .carrier, "| Due | When is it due? | date |",
                    to: "| Due | When is it due? | day |")
            ],
            says: """
                content/frameworks/carrier.md:3:9: error: no question is called 'region' [unknown-question]
                 3 | fixed: [region]
                   |         ^~~~~~
                  help: the questions are fragile, speed, weight-of-it
                content/frameworks/carrier.md:19:27: warning: 'day' is no answer type, so this table is read as prose [almost-questions]
                 19 | | Due | When is it due? | day |
                    |                           ^~~
                  help: the answer types are 'yes, no', 'a, b, c', 'a < b < c', 'number', 'date' and 'text'
                content/frameworks/carrier.md:29:7: error: 'Due' is no question, output or option [unknown-input]
                 29 | | U | Due | → Late (yes, no) |
                    |       ^~~
                  help: write a question's short name, another table's output, an option, or an expression in `code`
                content/frameworks/carrier.md:36:20: error: 'Region' is no question, output or option [unknown-input]
                 36 | | F | Van | Late | Region | → Choose |
                    |                    ^~~~~~
                  help: write a question's short name, another table's output, an option, or an expression in `code`
                3 errors, 1 warning
                """),
        Mistake(
            "an answer type with a label twice",
            Carrier.site + [
                .change(
                    .carrier, "city, country",
                    to: "city, country, city")
            ],
            says: """
                content/frameworks/carrier.md:18:32: error: the answer 'city' stands there twice [bad-type]
                 18 | | Region | Where does it go? | city, country, city |
                    |                                ^~~~~~~~~~~~~~~~~~~
                  help: leave one out
                content/frameworks/carrier.md:36:20: error: 'Region' is no question, output or option [unknown-input]
                 36 | | F | Van | Late | Region | → Choose |
                    |                    ^~~~~~
                  help: write a question's short name, another table's output, an option, or an expression in `code`
                2 errors
                """),
        Mistake(
            "a range without a number in it",
            Carrier.site + [
                .change(
                    .carrier, "number 0..500 (kg)",
                    to: "number 500..0 (kg)")
            ],
            says: """
                content/frameworks/carrier.md:16:37: error: no number lies in 'number 500..0 (kg)' [bad-type]
                 16 | | Weight of it | How heavy is it? | number 500..0 (kg) |
                    |                                     ^~~~~~~~~~~~~~~~~~
                  help: write the least first, as in 'number 0..100'
                1 error
                """),
        Mistake(
            "a question that asks nothing",
            Carrier.site + [
                .change(
                    .carrier, "Where does it go?",
                    to: "Where it goes.")
            ],
            says: """
                content/frameworks/carrier.md:3:9: error: no question is called 'region' [unknown-question]
                 3 | fixed: [region]
                   |         ^~~~~~
                  help: the questions are fragile, speed, weight-of-it
                content/frameworks/carrier.md:18:12: warning: 'Where it goes.' does not end in a question mark, so this table is read as prose [almost-questions]
                 18 | | Region | Where it goes. | city, country |
                    |            ^~~~~~~~~~~~~~
                  help: end it with '?'
                content/frameworks/carrier.md:29:7: error: 'Due' is no question, output or option [unknown-input]
                 29 | | U | Due | → Late (yes, no) |
                    |       ^~~
                  help: write a question's short name, another table's output, an option, or an expression in `code`
                content/frameworks/carrier.md:36:20: error: 'Region' is no question, output or option [unknown-input]
                 36 | | F | Van | Late | Region | → Choose |
                    |                    ^~~~~~
                  help: write a question's short name, another table's output, an option, or an expression in `code`
                3 errors, 1 warning
                """),
        Mistake(
            "two questions of one name",
            Carrier.site + [
                .change(
                    .carrier, "| Note | What else",
                    to: "| Fragile | What else")
            ],
            says: """
                content/frameworks/carrier.md:21:3: error: two questions have the id 'fragile' [duplicate-question]
                 21 | | Fragile | What else is there? | text |
                    |   ^~~~~~~
                content/frameworks/carrier.md:20:3: note: the first is here
                 20 | | Fragile | Can it break? | yes, no |
                    |   ^~~~~~~
                  help: give one another short name, in bold before the question
                1 error
                """),
        Mistake(
            "a hit policy that is none",
            Carrier.site + [
                .change(
                    .carrier, "| F | Van | Late |",
                    to: "| X | Van | Late |")
            ],
            says: """
                content/frameworks/carrier.md:36:3: error: 'X' is no question, output or option [unknown-input]
                 36 | | X | Van | Late | Region | → Choose |
                    |   ^
                  help: a hit policy is U, A, P, F, R, O, C, C+, C<, C> or C#; write a question's short name, another table's output, an option, or an expression in `code`
                1 error
                """),
        Mistake(
            "a table whose second line is short",
            Carrier.site + [
                .change(
                    .carrier, "| --- | --- | --- | --- | --- |\n| 1 | >= 1 | - | - | Van |",
                    to: "| --- | --- | --- | --- |\n| 1 | >= 1 | - | - | Van |")
            ],
            says: """
                content/frameworks/carrier.md:36:1: error: this is no table: its header has 5 cells, and the line under it 4 [broken-table]
                 36 | | F | Van | Late | Region | → Choose |
                    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: write '---' once for each cell of the header
                1 error
                """),
        Mistake(
            "an input that is nothing",
            Carrier.site + [
                .change(
                    .carrier, "| F | Van | Late |",
                    to: "| F | Van | Lateness |")
            ],
            says: """
                content/frameworks/carrier.md:36:13: error: 'Lateness' is no question, output or option [unknown-input]
                 36 | | F | Van | Lateness | Region | → Choose |
                    |             ^~~~~~~~
                  help: write a question's short name, another table's output, an option, or an expression in `code`
                1 error
                """),
        Mistake(
            "an output that is not among the declared",
            Carrier.site + [
                .change(
                    .carrier, "| 2 | >= 2026-12-24 | yes |",
                    to: "| 2 | >= 2026-12-24 | yess |")
            ],
            says: """
                content/frameworks/carrier.md:32:23: error: 'yess' is no value of 'Late' [unknown-value]
                 32 | | 2 | >= 2026-12-24 | yess |
                    |                       ^~~~
                  help: did you mean 'yes'?
                1 error
                """),
        Mistake(
            "an output that is no option",
            Carrier.site + [
                .change(
                    .carrier, "| 2 | - | yes | city | Van |",
                    to: "| 2 | - | yes | city | Vann |")
            ],
            says: """
                content/frameworks/carrier.md:39:24: error: 'Vann' starts with no option's name [unknown-option]
                 39 | | 2 | - | yes | city | Vann |
                    |                        ^~~~
                  help: did you mean 'Van'?
                1 error
                """),
        Mistake(
            "tables that read each other",
            Carrier.site + [
                .change(
                    .carrier,
                    "| U | Due | → Late (yes, no) |\n| --- | --- | --- |\n| 1 | < 2026-12-24 | no |\n| 2 | >= 2026-12-24 | yes |",
                    to:
                        "| U | Choose | → Late (yes, no) |\n| --- | --- | --- |\n| 1 | Van | no |\n| 2 | Post | yes |"
                )
            ],
            says: """
                content/frameworks/carrier.md:29:1: error: the tables 'Lateness' and 'Choice' read each other in a circle [table-circle]
                 29 | | U | Choose | → Late (yes, no) |
                    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                content/frameworks/carrier.md:36:1: note: 'Choice' is here
                 36 | | F | Van | Late | Region | → Choose |
                    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: let one of them read questions instead
                1 error
                """),
        Mistake(
            "two outputs of one name",
            Carrier.site + [
                .change(
                    .carrier, "| → Late (yes, no) |\n| --- | --- | --- |",
                    to: "| → Late (yes, no) | → Late |\n| --- | --- | --- | --- |"),
                .change(.carrier, "12-24 | no |", to: "12-24 | no | no |"),
                .change(.carrier, "12-24 | yes |", to: "12-24 | yes | yes |"),
            ],
            says: """
                content/frameworks/carrier.md:29:32: error: two outputs are called 'Late' [duplicate-output]
                 29 | | U | Due | → Late (yes, no) | → Late |
                    |                                ^~~~~~
                content/frameworks/carrier.md:29:13: note: the first is here
                 29 | | U | Due | → Late (yes, no) | → Late |
                    |             ^~~~~~~~~~~~~~~~
                  help: give one another name
                1 error
                """),
    ]
}
