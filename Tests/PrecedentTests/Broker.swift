/// A framework with signals of several weights, one against, a gate, a combination and a way out.
enum Broker {
    static let framework = """
        ---
        options:
          kafka: Kafka
          sqs: SQS
          both: { name: Kafka + SQS, combines: [kafka, sqs] }
          redis: Redis
        ---
        # Which broker

        1. **Fan-out.** Do several teams read the same messages? → Kafka (2)

           One topic, many readers.
        2. **Replay.** Must messages be read again? → Kafka (2)
        3. **Managed.** Should nobody run it? → SQS
        4. **Budget.** Is the budget tight? → not Kafka (2)
        5. **Edge.** Must it work at the edge? → Redis (2)
        6. **Skills.** Does a team know how to run it? → Kafka is viable
        7. **Otherwise.** Unsure? → Start with SQS; measure first

        """

    /// Answers in the order of the questions: `y`, `n`, and `?` for those left open.
    static func answers(_ letters: String) -> String {
        let names = ["Fan-out", "Replay", "Managed", "Budget", "Edge", "Skills", "Otherwise"]
        return zip(names, letters).map { name, letter in
            "\(name): \(letter == "y" ? "yes" : letter == "n" ? "no" : "'?'")\n"
        }.joined()
    }

    /// A site of this framework and one assessment.
    static func site(_ letters: String = "???????") throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try site.write("precedent.yml", "checks: { uncovered-tie: off }\n")
        try site.write("content/frameworks/broker.md", framework)
        let lines = answers(letters).replacing("'", with: "").split(separator: "\n").map { "- \($0)\n" }
        try site.write(
            "content/assessments/orders.md",
            "---\nframework: broker\n---\n# Orders\n\n\(lines.joined())")
        return site
    }
}
