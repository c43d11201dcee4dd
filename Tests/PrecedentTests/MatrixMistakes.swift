extension Mistake {
    /// What authors get wrong in weights and scores.
    static let matrices: [Mistake] = [
        Mistake(
            "a score that is none",
            Carrier.site + [
                .change(
                    .carrier, "| Cost | 3 | 8 | 4 |",
                    to: "| Cost | 3 | 8 | low |")
            ],
            says: """
                content/frameworks/carrier.md:11:18: error: 'low' is no score [bad-score]
                 11 | | Cost | 3 | 8 | low |
                    |                  ^~~
                  help: write a number from 0 to 10, or stars such as ★★★☆☆
                1 error
                """),
        Mistake(
            "a score that is left out",
            Carrier.site + [
                .change(
                    .carrier, "| Cost | 3 | 8 | 4 |",
                    to: "| Cost | 3 | 8 | |")
            ],
            says: """
                content/frameworks/carrier.md:11:18: error: a score is missing here [bad-score]
                 11 | | Cost | 3 | 8 | |
                    |                  ^
                  help: write a number from 0 to 10, or stars such as ★★★☆☆
                1 error
                """),
        Mistake(
            "a weight that is none",
            Carrier.site + [
                .change(
                    .carrier, "| Cost | 3 | 8 | 4 |",
                    to: "| Cost | much | 8 | 4 |")
            ],
            says: """
                content/frameworks/carrier.md:11:10: error: 'much' is no weight [bad-weight]
                 11 | | Cost | much | 8 | 4 |
                    |          ^~~~
                  help: write a number with a decimal point, 0 or more, as in 3 or 0.5
                1 error
                """),
        Mistake(
            "weights without scores",
            Carrier.site + [
                .change(
                    .carrier, "| Cost | 3 | 8 | 4 |\n| Care | 1 | 4 | 8 |",
                    to: "| Cost | 3 | low | high |\n| Care | 1 | low | high |")
            ],
            says: """
                content/assessments/parcel.md:6:12: warning: these weights weigh nothing: the framework has no weighted matrix [no-effect]
                 6 | | Factor | Weight |
                   |            ^~~~~~
                  help: give its comparison a column 'Weight' and scores, or leave this table out
                content/frameworks/carrier.md:9:12: warning: these weights weigh nothing, since no cell is a score [almost-matrix]
                 9 | | Factor | Weight | Post | Van |
                   |            ^~~~~~
                  help: score each option from 0 to 10 or by stars, or leave the weights out
                2 warnings
                """),
        Mistake(
            "scores of two kinds",
            Carrier.site + [
                .change(
                    .carrier, "| Care | 1 | 4 | 8 |",
                    to: "| Care | 1 | ★★☆ | ★★★ |")
            ],
            says: """
                content/frameworks/carrier.md:12:3: warning: some scores of this matrix are numbers and some are stars; a star counts 1 [mixed-scores]
                 12 | | Care | 1 | ★★☆ | ★★★ |
                    |   ^~~~
                  help: write all of them in one way
                1 warning
                """),
        Mistake(
            "two factors of one name",
            Carrier.site + [
                .change(
                    .carrier, "| Care | 1 | 4 | 8 |",
                    to: "| Cost | 1 | 4 | 8 |")
            ],
            says: """
                content/frameworks/carrier.md:12:3: error: two factors are called 'Cost' [duplicate-factor]
                 12 | | Cost | 1 | 4 | 8 |
                    |   ^~~~
                content/frameworks/carrier.md:11:3: note: the first is here
                 11 | | Cost | 3 | 8 | 4 |
                    |   ^~~~
                  help: give one another name
                1 error
                """),
        Mistake(
            "two matrices",
            Carrier.site + [
                .change(
                    .carrier, "# Post or van\n",
                    to:
                        "# Post or van\n\n| Factor | Weight | Post | Van |\n| --- | --- | --- | --- |\n| Noise | 1 | 5 | 5 |\n"
                )
            ],
            says: """
                content/frameworks/carrier.md:15:3: error: a framework has one weighted matrix [two-matrices]
                 15 | | Cost | 3 | 8 | 4 |
                    |   ^~~~
                content/frameworks/carrier.md:11:3: note: the first is here
                 11 | | Noise | 1 | 5 | 5 |
                    |   ^~~~~
                  help: join the two, or leave the weights of one out
                1 error
                """),
        Mistake(
            "two columns of scores for one option",
            Carrier.site + [
                .change(
                    .carrier,
                    "| Factor | Weight | Post | Van |\n| --- | --- | --- | --- |\n| Cost | 3 | 8 | 4 |\n| Care | 1 | 4 | 8 |",
                    to:
                        "| Factor | Weight | Post | Van | Post |\n| --- | --- | --- | --- | --- |\n| Cost | 3 | 8 | 4 | 5 |\n| Care | 1 | 4 | 8 | 5 |"
                )
            ],
            says: """
                content/frameworks/carrier.md:9:34: error: two columns score 'Post' [duplicate-column]
                 9 | | Factor | Weight | Post | Van | Post |
                   |                                  ^~~~
                  help: keep one of the two
                1 error
                """),
        Mistake(
            "weights in a matrix that are all 0",
            Carrier.site + [
                .change(
                    .carrier, "| Cost | 3 | 8 | 4 |\n| Care | 1 | 4 | 8 |",
                    to: "| Cost | 0 | 8 | 4 |\n| Care | 0 | 4 | 8 |")
            ],
            says: """
                content/frameworks/carrier.md:9:12: error: all weights are 0, so that nothing decides [bad-weight]
                 9 | | Factor | Weight | Post | Van |
                   |            ^~~~~~
                  help: give at least one factor a weight
                1 error
                """),
        Mistake(
            "a score of more stars than ten",
            Carrier.site + [
                .change(
                    .carrier, "| Care | 1 | 4 | 8 |",
                    to: "| Care | 1 | ★★★★★★★★★★★ | ⭐️⭐️ |")
            ],
            says: """
                content/frameworks/carrier.md:12:3: warning: some scores of this matrix are numbers and some are stars; a star counts 1 [mixed-scores]
                 12 | | Care | 1 | ★★★★★★★★★★★ | ⭐️⭐️ |
                    |   ^~~~
                  help: write all of them in one way
                content/frameworks/carrier.md:12:14: error: '★★★★★★★★★★★' is no score [bad-score]
                 12 | | Care | 1 | ★★★★★★★★★★★ | ⭐️⭐️ |
                    |              ^~~~~~~~~~~
                  help: write a number from 0 to 10, or stars such as ★★★☆☆
                1 error, 1 warning
                """),
    ]
}
