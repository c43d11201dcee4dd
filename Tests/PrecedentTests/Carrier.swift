/// A framework with questions of every type, tables and weights, and an assessment that answers it: sound, to be broken.
enum Carrier {
    /// What adds the two to the small site.
    static let site: [SmallSite.Edit] = [.add(.carrier, framework), .add(.parcel, assessment)]

    static let framework = """
        ---
        options: { post: Post, van: Van }
        fixed: [region]
        likelihood: { fragile: { yes: 1, no: 3 } }
        renamed: { mass: weight-of-it }
        ---
        # Post or van

        | Factor | Weight | Post | Van |
        | --- | --- | --- | --- |
        | Cost | 3 | 8 | 4 |
        | Care | 1 | 4 | 8 |

        | Question | Ask | Answers |
        | --- | --- | --- |
        | Weight of it | How heavy is it? | number 0..500 (kg) |
        | Speed | How fast must it be? | slow < normal < fast |
        | Region | Where does it go? | city, country |
        | Due | When is it due? | date |
        | Fragile | Can it break? | yes, no |
        | Note | What else is there? | text |

        - **Weight of it** > 30 → Van (2)
        - **Fragile** → Van
        - **Speed** <= normal → not Van

        ### Lateness

        | U | Due | → Late (yes, no) |
        | --- | --- | --- |
        | 1 | < 2026-12-24 | no |
        | 2 | >= 2026-12-24 | yes |

        ### Choice

        | F | Van | Late | Region | → Choose |
        | --- | --- | --- | --- | --- |
        | 1 | >= 1 | - | - | Van |
        | 2 | - | yes | city | Van |
        | 3 | - | - | - | Post |

        """

    private static let assessment = """
        ---
        framework: carrier
        ---
        # A parcel

        | Factor | Weight |
        | --- | --- |
        | Care | 2 |

        | Question | Answer |
        | --- | --- |
        | Weight of it | 12 kg |
        | Speed | fast |
        | Region | city |
        | Due | 2026-12-20 |
        | Fragile | no |
        | Note | Leave it with a neighbour. |

        """
}

extension SmallSite.File {
    static let carrier: Self = "content/frameworks/carrier.md"
    static let parcel: Self = "content/assessments/parcel.md"
}
