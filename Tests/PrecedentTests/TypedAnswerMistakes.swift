extension Mistake {
    /// What authors get wrong in numbers, dates, scales and weights of their own.
    static let typedAnswers: [Mistake] = [
        Mistake(
            "a number with another unit",
            Carrier.site + [
                .change(
                    .parcel, "12 kg",
                    to: "12 lb")
            ],
            says: """
                content/assessments/parcel.md:12:18: error: 'lb' is not the unit of this number, so this is no answer to 'Weight of it' [bad-answer]
                 12 | | Weight of it | 12 lb |
                    |                  ^~~~~
                  help: write it in kg
                1 error
                """),
        Mistake(
            "a number out of its range",
            Carrier.site + [
                .change(
                    .parcel, "12 kg",
                    to: "1,200 kg")
            ],
            says: """
                content/assessments/parcel.md:12:18: error: 1200 is above 500, so this is no answer to 'Weight of it' [bad-answer]
                 12 | | Weight of it | 1,200 kg |
                    |                  ^~~~~~~~
                  help: the answers are a number from 0 to 500 (kg); '?' leaves it open
                1 error
                """),
        Mistake(
            "a number that may be thousands",
            Carrier.site + [
                .change(
                    .parcel, "12 kg",
                    to: "4.000 kg")
            ],
            says: """
                content/assessments/parcel.md:12:18: warning: '4.000' is read as 4: write 4000 if thousands are meant [doubtful-number]
                 12 | | Weight of it | 4.000 kg |
                    |                  ^~~~~~~~
                1 warning
                """),
        Mistake(
            "a number that is none",
            Carrier.site + [
                .change(
                    .parcel, "12 kg",
                    to: "heavy")
            ],
            says: """
                content/assessments/parcel.md:12:18: error: 'heavy' is no number, so this is no answer to 'Weight of it' [bad-answer]
                 12 | | Weight of it | heavy |
                    |                  ^~~~~
                  help: write it in kg
                1 error
                """),
        Mistake(
            "a date that is none",
            Carrier.site + [
                .change(
                    .parcel, "2026-12-20",
                    to: "20 December")
            ],
            says: """
                content/assessments/parcel.md:15:9: error: '20 December' is no date, so this is no answer to 'Due' [bad-answer]
                 15 | | Due | 20 December |
                    |         ^~~~~~~~~~~
                  help: write it as YYYY-MM-DD
                1 error
                """),
        Mistake(
            "an answer near to one of a scale",
            Carrier.site + [
                .change(
                    .parcel, "| Speed | fast |",
                    to: "| Speed | fats |")
            ],
            says: """
                content/assessments/parcel.md:13:11: error: 'fats' is no answer to 'Speed' [bad-answer]
                 13 | | Speed | fats |
                    |           ^~~~
                  help: did you mean 'fast'?
                1 error
                """),
        Mistake(
            "a ticked box for a number",
            Carrier.site + [
                .change(
                    .parcel,
                    "| Question | Answer |\n| --- | --- |\n| Weight of it | 12 kg |\n| Speed | fast |",
                    to: "- [x] Weight of it\n\n| Question | Answer |\n| --- | --- |\n| Speed | fast |")
            ],
            says: """
                content/assessments/parcel.md:10:7: error: a ticked box says yes, which is no answer to 'Weight of it' [bad-answer]
                 10 | - [x] Weight of it
                    |       ^~~~~~~~~~~~
                  help: write the answer behind a colon; the answers are a number from 0 to 500 (kg)
                1 error
                """),
        Mistake(
            "a weight for a factor that is none",
            Carrier.site + [
                .change(
                    .parcel, "| Care | 2 |",
                    to: "| Caer | 2 |")
            ],
            says: """
                content/assessments/parcel.md:8:3: error: no factor of the matrix is called 'Caer' [unknown-factor]
                 8 | | Caer | 2 |
                   |   ^~~~
                  help: did you mean 'Care'?
                1 error
                """),
        Mistake(
            "a weight that is no number",
            Carrier.site + [
                .change(
                    .parcel, "| Care | 2 |",
                    to: "| Care | twice |")
            ],
            says: """
                content/assessments/parcel.md:8:10: error: 'twice' is no weight [bad-weight]
                 8 | | Care | twice |
                   |          ^~~~~
                  help: write a number with a decimal point, 0 or more, as in 3 or 0.5
                1 error
                """),
        Mistake(
            "answers whose second line is short",
            Carrier.site + [
                .change(
                    .parcel, "| Question | Answer |\n| --- | --- |",
                    to: "| Question | Answer |\n| --- |")
            ],
            says: """
                content/assessments/parcel.md:10:1: error: this is no table: its header has 2 cells, and the line under it 1 [broken-table]
                 10 | | Question | Answer |
                    | ^~~~~~~~~~~~~~~~~~~~~
                  help: write '---' once for each cell of the header
                1 error
                """),
        Mistake(
            "a weight that leaves none",
            Carrier.site + [
                .change(
                    .parcel, "| Care | 2 |",
                    to: "| Care | 0 |\n| Cost | 0 |")
            ],
            says: """
                content/assessments/parcel.md:6:12: error: all weights are 0, so that nothing decides [bad-weight]
                 6 | | Factor | Weight |
                   |            ^~~~~~
                  help: give at least one factor a weight
                1 error
                """),
        Mistake(
            "a factor that is weighed twice",
            Carrier.site + [
                .change(
                    .parcel, "| Care | 2 |",
                    to: "| Care | 2 |\n| Care | 3 |")
            ],
            says: """
                content/assessments/parcel.md:9:3: error: 'Care' is weighed twice [duplicate-factor]
                 9 | | Care | 3 |
                   |   ^~~~
                content/assessments/parcel.md:8:10: note: the first weight is here
                 8 | | Care | 2 |
                   |          ^
                  help: keep one of the two
                1 error
                """),
    ]
}
