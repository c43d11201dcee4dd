import Rules

/// The site that `init` makes.
enum StarterSite {
    /// Paths and texts.
    /// - Parameter day: when its decision was made.
    static func files(on day: CalendarDate) -> [(path: String, text: String)] {
        undated + [decision(on: day)]
    }

    private static let undated: [(path: String, text: String)] = [
        (
            "precedent.yml",
            """
            # Every key is optional.
            title: Our decisions
            language: en

            """
        ),
        (
            "content/index.md",
            """
            Why our systems are built as they are: what we decided, what we weighed, and how to decide the next one.

            """
        ),
        (
            "content/frameworks/build-or-buy.md",
            """
            ---
            title: Build or buy
            summary: Whether to write a component ourselves or to take one that exists.
            category: Sourcing
            version: 1
            ---
            # Build or buy

            Most teams ask what a component costs to write. It is better to ask who will keep it alive.

            ## Side by side

            | Factor | Build | Buy |
            | --- | --- | --- |
            | First use | months | days |
            | Fit | exact | what the market needs |
            | Upkeep | ours, for good | the vendor's, for a fee |

            ## Checklist

            1. **Edge.** Is it what customers choose us for? → Build (2)
            2. **Market.** Do at least two products fit without changes? → Buy

               One product is a dependency, two are a market.
            3. **People.** Is a team free to own it for years? → Build is viable
            4. **Unsure.** Still uncertain? → Start with Buy; build later if it pinches

            """
        ),
        (
            "content/assessments/search.md",
            """
            ---
            framework: build-or-buy
            assessors: [Platform team]
            ---
            # Product search

            The catalogue outgrew the database's own text search.

            | Question | Answer | Evidence |
            | --- | --- | --- |
            | Edge | no | Nobody chooses us for our search. |
            | Market | yes | Two hosted services passed our trial. |
            | People | ? | |

            """
        ),
    ]

    private static func decision(on day: CalendarDate) -> (path: String, text: String) {
        (
            "content/decisions/0001-buy-product-search.md",
            """
            ---
            status: accepted
            date: \(day.iso)
            decision-makers: [Platform team]
            assessment: search
            recommended: buy
            chosen: buy
            ---
            # Buy product search

            ## Context and Problem Statement

            The catalogue outgrew the database's own text search. Do we write a search service or take one?

            ## Considered Options

            * Build
            * Buy

            ## Decision Outcome

            Chosen option: "Buy", because two services fit and search is not what customers choose us for.

            ### Consequences

            * Good, because it is in use within the month.
            * Bad, because prices follow the number of queries.

            """
        )
    }

    /// A framework to start from.
    static func framework(_ title: String) -> String {
        """
        ---
        summary: When this is decided, and by whom.
        version: 1
        ---
        # \(title)

        What has to be decided, and what makes it hard.

        | Factor | First | Second |
        | --- | --- | --- |
        | Effort | little | more |

        1. **Need.** Is there a need for the second? → Second
        2. **Upkeep.** Is a team free to look after it? → Second is viable
        3. **Unsure.** Still uncertain? → Start with First

        """
    }
}
