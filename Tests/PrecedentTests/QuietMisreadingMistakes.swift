extension Mistake {
    /// What would be read otherwise than its author means it, without a word: ragged rows, mixed weights, near texts.
    static let quietMisreadings: [Mistake] = [
        Mistake(
            "a share beside a plain weight",
            Carrier.site + [
                .change(.carrier, "| Cost | 3 |", to: "| Cost | 40 % |")
            ],
            says: """
                content/frameworks/carrier.md:12:10: error: '1' is a plain number, and the other weights of this matrix are shares [mixed-weights]
                 12 | | Care | 1 | 4 | 8 |
                    |          ^
                  help: write all of them in one way, as in 1 %
                1 error
                """),
        Mistake(
            "a share beside the framework's plain weights",
            Carrier.site + [
                .change(.parcel, "| Care | 2 |", to: "| Care | 20 % |")
            ],
            says: """
                content/assessments/parcel.md:8:10: error: '20 %' is a share, and the framework's weights are plain numbers [mixed-weights]
                 8 | | Care | 20 % |
                   |          ^~~~
                  help: write all of them in one way, as in 20
                1 error
                """),
        Mistake(
            "a text in other capitals than the rules read",
            Carrier.site + [
                .change(
                    .carrier, "- **Fragile** → Van", to: "- **Fragile** → Van\n- **Note** \"keep dry\" → Van"),
                .change(.parcel, "Leave it with a neighbour.", to: "Keep dry"),
            ],
            says: """
                content/assessments/parcel.md:17:10: warning: the rules read 'keep dry', and 'Keep dry' is another text [almost-text]
                 17 | | Note | Keep dry |
                    |          ^~~~~~~~
                  help: did you mean 'keep dry'?
                1 warning
                """),
        Mistake(
            "a row that is a cell short",
            Carrier.site + [
                .change(.carrier, "| 2 | - | yes | city | Van |", to: "| 2 | - | yes | Van |")
            ],
            says: """
                content/frameworks/carrier.md:39:1: error: this row has 4 cells, and the header 5 [ragged-row]
                 39 | | 2 | - | yes | Van |
                    | ^~~~~~~~~~~~~~~~~~~~~
                  help: write a cell for each header; '-' is any answer, and an annotation may be blank
                content/frameworks/carrier.md:39:17: error: 'Van' is a name, and cells compare with values as written [misplaced-value]
                 39 | | 2 | - | yes | Van |
                    |                 ^~~
                  help: head a column with an expression over both, such as `Van > 5`
                2 errors
                """),
        Mistake(
            "a row that is a cell long",
            Carrier.site + [
                .change(
                    .carrier, "| 2 | - | yes | city | Van |", to: "| 2 | - | yes | city | Van | It is near. |"
                )
            ],
            says: """
                content/frameworks/carrier.md:39:1: error: this row has 6 cells, and the header 5 [ragged-row]
                 39 | | 2 | - | yes | city | Van | It is near. |
                    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  help: write a cell for each header; a bar that is part of a text is written '\\|'
                1 error
                """),
        Mistake(
            "a sentence right under a table",
            Carrier.site + [
                .change(.carrier, "| 3 | - | - | - | Post |", to: "| 3 | - | - | - | Post |\nSo it is.")
            ],
            says: """
                content/frameworks/carrier.md:41:1: error: this row has 1 cell, and the header 5 [ragged-row]
                 41 | So it is.
                    | ^~~~~~~~~
                  help: leave a blank line between a table and what follows it
                1 error
                """),
        Mistake(
            "an assessment of a draft",
            Carrier.site + [
                .change(.carrier, "---\noptions", to: "---\ndraft: true\noptions")
            ],
            says: """
                content/assessments/parcel.md:2:12: error: 'carrier' is a draft: content/frameworks/carrier.md is left out [unknown-framework]
                 2 | framework: carrier
                   |            ^~~~~~~
                  help: take 'draft: true' out of it, or write it here too; with --drafts both are built
                1 error
                """),
    ]
}
