extension Mistake {
    /// What authors get wrong where an expression compares labels, and what a table cannot recommend by.
    static let comparedLabels: [Mistake] = [
        Mistake(
            "an expression that names an answer that there is not",
            Carrier.site + [
                .change(
                    .carrier, "| F | Van | Late | Region |", to: "| F | Van | Late | `Speed > \"nromal\"` |"),
                .change(.carrier, "| yes | city | Van", to: "| yes | true | Van"),
            ],
            says: """
                content/frameworks/carrier.md:36:21: error: "nromal" is no answer to 'Speed' [unknown-value]
                 36 | | F | Van | Late | `Speed > "nromal"` | → Choose |
                    |                     ^~~~~~~~~~~~~~~~
                  help: did you mean 'normal'?
                1 error
                """),
        Mistake(
            "an order asked of a choice",
            Carrier.site + [
                .change(
                    .carrier, "| F | Van | Late | Region |", to: "| F | Van | Late | `Region > \"city\"` |"),
                .change(.carrier, "| yes | city | Van", to: "| yes | true | Van"),
            ],
            says: """
                content/frameworks/carrier.md:36:21: error: '>' needs an order, and the answers to 'Region' have none [no-order]
                 36 | | F | Van | Late | `Region > "city"` | → Choose |
                    |                     ^~~~~~~~~~~~~~~
                  help: declare the question as a scale, 'city < country', or compare with '='
                1 error
                """),
        Mistake(
            "a scale compared with a number",
            Carrier.site + [
                .change(.carrier, "| F | Van | Late | Region |", to: "| F | Van | Late | `Speed > 3` |"),
                .change(.carrier, "| yes | city | Van", to: "| yes | true | Van"),
            ],
            says: """
                content/frameworks/carrier.md:36:21: error: 'Speed' is a scale, and is compared with what is none of its answers [no-order]
                 36 | | F | Van | Late | `Speed > 3` | → Choose |
                    |                     ^~~~~~~~~
                  help: write one of its answers in quotes, as in Speed >= "slow"
                1 error
                """),
        Mistake(
            "two scales of other answers",
            Carrier.site + [
                .change(
                    .carrier, "| Note | What",
                    to: "| Size | How large is it? | small < large |\n| Note | What"),
                .change(.carrier, "| F | Van | Late | Region |", to: "| F | Van | Late | `Speed > Size` |"),
                .change(.carrier, "| yes | city | Van", to: "| yes | true | Van"),
            ],
            says: """
                content/frameworks/carrier.md:37:21: error: 'Speed' and 'Size' have other answers, so that none comes before the other [no-order]
                 37 | | F | Van | Late | `Speed > Size` | → Choose |
                    |                     ^~~~~~~~~~~~
                  help: compare each with one of its own answers
                1 error
                """),
        Mistake(
            "a recommendation that is a count",
            Carrier.site + [
                .change(.carrier, "| F | Van | Late | Region | →", to: "| C# | Van | Late | Region | →")
            ],
            says: """
                content/frameworks/carrier.md:36:3: error: hit policy C# counts rules, so this table recommends no option [no-option-result]
                 36 | | C# | Van | Late | Region | → Choose |
                    |   ^~
                  help: write F for the first rule that applies, or C for the options of all that apply
                1 error
                """),
        Mistake(
            "a recommendation that is a least number",
            Carrier.site + [
                .change(.carrier, "| F | Van | Late | Region | →", to: "| C< | Van | Late | Region | →")
            ],
            says: """
                content/frameworks/carrier.md:36:3: error: hit policy C< reckons with numbers, so this table recommends no option [no-option-result]
                 36 | | C< | Van | Late | Region | → Choose |
                    |   ^~
                  help: write F for the first rule that applies, or C for the options of all that apply
                1 error
                """),
        Mistake(
            "a unit in a test",
            Carrier.site + [
                .change(.carrier, "> 30 →", to: "> 30 kg →")
            ],
            says: """
                content/frameworks/carrier.md:23:25: error: ',' or the end of the cell is expected, and 'kg' is found [unreadable-cell]
                 23 | - **Weight of it** > 30 kg → Van (2)
                    |                         ^~
                  help: write '> 30': the question names the unit
                1 error
                """),
    ]
}
