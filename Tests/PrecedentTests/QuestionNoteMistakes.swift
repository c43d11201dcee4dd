extension Mistake {
    /// What authors get wrong in what the front matter says of questions.
    static let questionNotes: [Mistake] = [
        Mistake(
            "a draft that is not said to be one",
            Carrier.site + [
                .change(
                    .carrier, "fixed: [region]",
                    to: "draft: yes\nfixed: [region]")
            ],
            says: """
                content/frameworks/carrier.md:3:8: error: 'yes' does not say whether this is a draft [bad-value]
                 3 | draft: yes
                   |        ^~~
                  help: write 'draft: true' or 'draft: false'
                1 error
                """),
        Mistake(
            "fixed questions that are no list",
            Carrier.site + [
                .change(
                    .carrier, "fixed: [region]",
                    to: "fixed: { region: yes }")
            ],
            says: """
                content/frameworks/carrier.md:3:8: error: 'fixed' is a list of questions [bad-value]
                 3 | fixed: { region: yes }
                   |        ^
                  help: write it as 'fixed: [a, b]'
                1 error
                """),
        Mistake(
            "likelihoods that are no mapping",
            Carrier.site + [
                .change(
                    .carrier, "likelihood: { fragile: { yes: 1, no: 3 } }",
                    to: "likelihood: often")
            ],
            says: """
                content/frameworks/carrier.md:4:13: error: 'likelihood' maps questions to their answers [bad-value]
                 4 | likelihood: often
                   |             ^~~~~
                  help: write it as 'likelihood: { a: { yes: 3, no: 1 } }'
                1 error
                """),
        Mistake(
            "renamings that are no mapping",
            Carrier.site + [
                .change(
                    .carrier, "renamed: { mass: weight-of-it }",
                    to: "renamed: [mass, weight-of-it]")
            ],
            says: """
                content/frameworks/carrier.md:5:10: error: 'renamed' maps former ids to ids [bad-value]
                 5 | renamed: [mass, weight-of-it]
                   |          ^
                  help: write it as 'renamed: { old-id: new-id }'
                1 error
                """),
        Mistake(
            "a question renamed to several",
            Carrier.site + [
                .change(
                    .carrier, "renamed: { mass: weight-of-it }",
                    to: "renamed: { mass: [weight-of-it] }")
            ],
            says: """
                content/frameworks/carrier.md:5:18: error: 'renamed' maps former ids to ids [bad-value]
                 5 | renamed: { mass: [weight-of-it] }
                   |                  ^
                  help: write it as 'renamed: { old-id: new-id }'
                1 error
                """),
        Mistake(
            "a fixed question that nobody asks",
            Carrier.site + [
                .change(
                    .carrier, "fixed: [region]",
                    to: "fixed: [regoin]")
            ],
            says: """
                content/frameworks/carrier.md:3:9: error: no question is called 'regoin' [unknown-question]
                 3 | fixed: [regoin]
                   |         ^~~~~~
                  help: did you mean 'region'?
                1 error
                """),
        Mistake(
            "a likelihood that is no number",
            Carrier.site + [
                .change(
                    .carrier, "yes: 1, no: 3",
                    to: "yes: often, no: 3")
            ],
            says: """
                content/frameworks/carrier.md:4:31: error: how likely answers are has to be numbers, not all of them 0 [bad-likelihood]
                 4 | likelihood: { fragile: { yes: often, no: 3 } }
                   |                               ^~~~~
                  help: write '{ yes: 3, no: 1 }' for three to one
                1 error
                """),
        Mistake(
            "the likelihood of an answer that is none",
            Carrier.site + [
                .change(
                    .carrier, "yes: 1, no: 3",
                    to: "yes: 1, noo: 3")
            ],
            says: """
                content/frameworks/carrier.md:4:34: error: 'noo' is none of the answers [bad-likelihood]
                 4 | likelihood: { fragile: { yes: 1, noo: 3 } }
                   |                                  ^~~
                  help: did you mean 'no'?
                1 error
                """),
        Mistake(
            "the likelihood of numbers",
            Carrier.site + [
                .change(
                    .carrier, "fragile: { yes: 1, no: 3 }",
                    to: "weight-of-it: { heavy: 1, light: 3 }")
            ],
            says: """
                content/frameworks/carrier.md:4:15: error: 'Weight of it' has no answers to list: it takes a number from 0 to 500 (kg) [bad-likelihood]
                 4 | likelihood: { weight-of-it: { heavy: 1, light: 3 } }
                   |               ^~~~~~~~~~~~
                  help: leave it out; its cases are taken to be equally likely
                1 error
                """),
        Mistake(
            "a renamed question that is asked still",
            Carrier.site + [
                .change(
                    .carrier, "mass: weight-of-it",
                    to: "speed: weight-of-it")
            ],
            says: """
                content/frameworks/carrier.md:5:12: error: 'speed' is a question still [bad-renaming]
                 5 | renamed: { speed: weight-of-it }
                   |            ^~~~~
                  help: write 'OLD-ID: NEW-ID', where nothing is called OLD-ID any more
                1 error
                """),
    ]
}
