import Testing

/// What `explain` says of where all situations lead.
struct CoverageTests {
    /// The shares of a framework of the sample site, in tenths of a percent, by recommendation.
    private static func shares(of framework: String) async throws -> [String: Int] {
        let run = try await Program.run(["explain", framework, "-C", Program.root], in: Program.root)
        #expect((run.code, run.errors) == (0, ""))
        let section = try #require(run.output.split(separator: "\nCoverage\n").last)
        let pairs = section.split(separator: "\n").compactMap { line -> (String, Int)? in
            let parts = line.split(separator: " % ", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let digits = parts[0].filter(\.isNumber)
            return Int(digits).map { (String(parts[1]), $0) }
        }
        return Dictionary(pairs) { $0 + $1 }
    }

    @Test(arguments: [
        ("rag-or-fine-tuning", ["RAG", "Fine-tuning", "Hybrid"]),
        ("message-broker", ["Kafka", "RabbitMQ", "Cloud queue", "Database table"]),
    ])
    func theSharesOfASampleAddUpAndEveryOptionIsReached(framework: String, options: [String]) async throws {
        let shares = try await Self.shares(of: framework)
        #expect(shares.values.reduce(0, +) == 1000)
        #expect(Set(shares.keys) == Set(options), "\(shares)")
        #expect(shares.values.allSatisfy { $0 > 0 })
    }

    /// The five questions of the checklist make 32 situations, which can be counted on paper: half of them are without
    /// examples, so that whatever speaks for training is blocked.
    @Test func theSharesOfTheChecklistAreThoseOfPaper() async throws {
        #expect(
            try await Self.shares(of: "rag-or-fine-tuning")
                == ["RAG": 625, "Fine-tuning": 94, "Hybrid": 281])
    }
}
