import Foundation
import Testing

/// What `assess` says to people, to the letter: every sentence must be true of the answers given.
struct VerdictTextTests {
    private func text(_ letters: String) async throws -> String {
        let site = try Broker.site()
        let run = try await Program.run(
            ["assess", "broker", "--answers", "-"], in: site.path, input: Broker.answers(letters))
        #expect((run.code, run.errors) == (0, ""))
        return run.output
    }

    @Test func aCombinationTellsTheTalliesOfItsParts() async throws {
        #expect(
            try await text("yyynny?") == """
                Which broker

                Recommended: Kafka + SQS
                Decided; 6 of 6 answered.
                Each of Kafka (4) and SQS (1) is favoured, and ‘Kafka + SQS’ combines exactly these; weights only decide between options that no combination covers.

                Why
                  Fan-out  yes  for Kafka, weight 2  content/frameworks/broker.md:10
                  Replay   yes  for Kafka, weight 2  content/frameworks/broker.md:13
                  Managed  yes  for SQS              content/frameworks/broker.md:14
                  Skills   yes  allows Kafka         content/frameworks/broker.md:17

                For and against
                  Kafka  4  for: Fan-out +2, Replay +2
                  SQS    1  for: Managed +1
                  Redis  0

                Why not the others
                  Kafka  Part of Kafka + SQS.
                  SQS    Part of Kafka + SQS.
                  Redis  No answer speaks for it. Answered no: Edge, which would have counted 2 for it.

                What would change it
                  Kafka
                    Managed: no instead of yes
                    Edge: yes instead of no
                  SQS
                    Skills: no instead of yes
                  Redis
                    Edge: yes instead of no; Skills: no instead of yes
                  a tie of Kafka and Redis
                    Fan-out: no instead of yes; Edge: yes instead of no
                    Replay: no instead of yes; Edge: yes instead of no
                    Budget: yes instead of no; Edge: yes instead of no

                """)
    }

    @Test func anOpenVerdictSaysWhatDependsOnWhat() async throws {
        #expect(
            try await text("y??nn??") == """
                Which broker

                Open between Kafka, SQS and Kafka + SQS
                Open; 3 of 6 answered.
                2 open answers can still change what is recommended.

                Why
                  Fan-out  yes  for Kafka, weight 2  content/frameworks/broker.md:10

                For and against
                  Kafka  2  for: Fan-out +2; open: Replay +2
                  SQS    0  open: Managed +1
                  Redis  0

                No longer possible
                  Redis  No answer speaks for it. Answered no: Edge, which would have counted 2 for it.

                Open
                  Replay   Must messages be read again?     (cannot change what is recommended)
                  Managed  Should nobody run it?            yes → SQS or Kafka + SQS · no → Kafka or start with SQS
                  Skills   Does a team know how to run it?  yes → Kafka or Kafka + SQS · no → SQS

                What would decide it
                  SQS
                    Fan-out: no instead of yes; Budget: yes instead of no
                  Redis
                    Fan-out: no instead of yes; Budget: yes instead of no; Edge: yes instead of no
                  While answers are missing, no change of those given makes certain: Kafka, Kafka + SQS or a tie of Kafka and Redis.

                What to find out next
                  Skills   1.00 bits  no → SQS
                  Managed  0.50 bits
                  Every distinct answer is taken to be equally likely.

                """)
    }

    @Test func whileTheWayOutIsAskedForNothingElseChangesAnything() async throws {
        #expect(
            try await text("yyynnyy").hasSuffix(
                """

                What would change it
                  As long as it is asked where to start, no other answer changes this.

                """))
    }

    @Test func programsAreToldTheSameOfChangesAndOfWhatToFindOutNext() async throws {
        let site = try Broker.site()
        let run = try await Program.run(
            ["assess", "broker", "--answers", "-", "--json"], in: site.path, input: Broker.answers("y??nn??"))
        let whole = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? NSDictionary)
        let expected = """
            {
              "whatWouldChange": {
                "extent": "exact", "present": null,
                "outOfReach": [["kafka"], ["both"], ["kafka", "redis"]],
                "ways": [
                  { "recommendation": ["sqs"], "size": 2, "count": 1, "shown": 1, "changes": [[
                    { "question": "fan-out", "to": "no", "from": "yes" },
                    { "question": "budget", "to": "yes", "from": "no" } ]] },
                  { "recommendation": ["redis"], "size": 3, "count": 1, "shown": 1, "changes": [[
                    { "question": "fan-out", "to": "no", "from": "yes" },
                    { "question": "budget", "to": "yes", "from": "no" },
                    { "question": "edge", "to": "yes", "from": "no" } ]] }
                ]
              },
              "next": {
                "extent": "exact", "uncertainty": 1.5, "idle": ["replay"],
                "assumption": "Every distinct answer is taken to be equally likely.",
                "questions": [
                  { "question": "skills", "gain": 1, "estimate": false,
                    "decisions": [{ "answer": "no", "recommendation": ["sqs"] }] },
                  { "question": "managed", "gain": 0.5, "estimate": false, "decisions": [] }
                ]
              }
            }
            """
        let told = try #require(
            try JSONSerialization.jsonObject(with: Data(expected.utf8)) as? [String: NSDictionary])
        for (key, value) in told { #expect(whole[key] as? NSDictionary == value, "\(run.output)") }
    }

    @Test(arguments: [
        // What speaks for and against cancels out.
        (
            "ynnyny?",
            "What speaks for and against Kafka cancels out, so the framework says where to start.",
            [
                "What speaks for it and against it cancels out: +2 −2.",
                "It combines Kafka and SQS, and neither is favoured.",
            ]
        ),
        (
            "nnnyny?", "More speaks against Kafka than for it, so the framework says where to start.",
            ["The answers speak against it: −2."]
        ),
        (
            "nnnnny?", "No answer speaks for an option, so the framework says where to start.",
            ["Answered no: Fan-out (2) and Replay (2), which would have counted for it."]
        ),
        // A gate rules out what the answers favour.
        (
            "yynnnn?",
            "Skills, answered no, rules out Kafka, which has 4 in its favour. No answer speaks for another option, so the framework says where to start.",
            [
                "Ruled out by Skills, answered no, though it has 4 in its favour.",
                "Ruled out with Kafka by Skills, answered no.",
            ]
        ),
        (
            "yyynnn?",
            "It is the only favoured option that is not ruled out. Skills, answered no, rules out Kafka, which has 4 in its favour.",
            ["Ruled out with Kafka by Skills, answered no."]
        ),
        // One outweighs the other, or is alone.
        (
            "nnynyy?", "It has the most in its favour: 2, against 1 for SQS.",
            ["It has 1 in its favour, against 2 for Redis."]
        ),
        (
            "yynnny?", "It is the only option that the answers favour.",
            ["It combines Kafka and SQS, and SQS is not favoured."]
        ),
        (
            "ynynyy?", "Kafka and Redis have equally much in their favour, and no option combines them.",
            ["It combines only Kafka and SQS, and Redis is favoured too."]
        ),
        // The way out.
        (
            "y?y??yy", "Otherwise is answered yes, so the framework says where to start.",
            [
                "Not weighed: the way out comes first.",
                "The answers alone may lead to Kafka, SQS, Kafka + SQS, Redis or a tie of Kafka and Redis.",
            ]
        ),
        (
            "yynnnyy", "Otherwise is answered yes, so the framework says where to start.",
            ["The answers alone lead to Kafka."]
        ),
        (
            "nnynnyy", "Otherwise is answered yes, so the framework says where to start.",
            ["The answers alone lead there too."]
        ),
    ])
    func theReasonIsTrue(_ letters: String, _ because: String, _ others: [String]) async throws {
        let text = try await text(letters)
        #expect(text.contains("\n\(because)\n"), "\(text)")
        for sentence in others { #expect(text.contains(sentence), "\(text)") }
    }

    @Test func whatIsOpenAndCannotMatterIsSaidSo() async throws {
        let text = try await text("y?nnny?")
        #expect(
            text.contains("\nDecided; 5 of 6 answered, and the other cannot change what is recommended.\n"))
        #expect(text.contains("\n  Kafka  2  for: Fan-out +2; open: Replay +2\n"))
    }

    @Test func explainListsWhatCountsAndWhatDecides() async throws {
        let site = try Broker.site()
        let run = try await Program.run(["explain", "broker"], in: site.path)
        #expect(run.code == 0)
        #expect(
            run.output.hasSuffix(
                """

                Questions
                  fan-out: Do several teams read the same messages? yes → Kafka (weight 2)
                  replay: Must messages be read again? yes → Kafka (weight 2)
                  managed: Should nobody run it? yes → SQS
                  budget: Is the budget tight? yes → not Kafka (weight 2)
                  edge: Must it work at the edge? yes → Redis (weight 2)
                  skills: Does a team know how to run it? yes → Kafka is viable
                  otherwise: Unsure? yes → Start with SQS; measure first

                Rules in effect
                  Fan-out: A yes counts 2 for Kafka.
                  Replay: A yes counts 2 for Kafka.
                  Managed: A yes counts for SQS.
                  Budget: A yes counts 2 against Kafka.
                  Edge: A yes counts 2 for Redis.
                  Then the first of these that applies; what is ruled out is left aside:
                  1. unsure (Otherwise: yes) → Start with SQS; measure first
                  2. Skills is not answered yes → Kafka and Kafka + SQS are ruled out
                  3. Kafka and SQS are both favoured, and nothing else → Kafka + SQS
                  4. otherwise → the option with the most in its favour
                  5. several have equally much in their favour → a tie between them
                  6. nothing else decides → Start with SQS; measure first

                Coverage
                  64 distinct situations; answers that no rule tells apart count once.
                    9.4 % Kafka
                   37.5 % SQS
                    6.2 % Kafka + SQS
                   37.5 % Redis
                    9.4 % a tie between Kafka, Redis
                  Each distinct answer is taken to be equally likely.
                  The way out, Otherwise, is taken as not asserted.
                  Most decisive, by how much an answer is expected to settle:
                    Edge, 0.91 bits
                    Skills, 0.31 bits
                    Managed, 0.10 bits
                    Fan-out, 0.07 bits
                    Replay, 0.07 bits

                """), "\(run.output)")
    }

    @Test func explainSaysThatAFileHasErrors() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.change(.framework, "read twice? → Log", to: "read twice? → Lag")])
        let run = try await Program.run(["explain", "queue"], in: site.path)
        #expect(run.code == 1)
        #expect(run.output.hasSuffix("\nThis file has errors, so none of its rules are in effect.\n"))
        #expect(run.output.contains("comparison of Queue, Log by 1 factor\n"))
    }

    @Test func theReportSaysTheSameAndSetsTheWayOutApart() async throws {
        let site = try Broker.site("ynnyny?")
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        let report = try site.read("public/assessments/orders.html")
        #expect(
            report.contains(
                "What speaks for and against Kafka cancels out, so the framework says where to start."))
        #expect(
            report.contains(
                "<a href=\"#fan-out\">Fan-out</a> +2</td><td><a href=\"#budget\">Budget</a> −2</td>"))
        #expect(report.contains("6 of 6 answered."))
        #expect(report.contains("way out, not asserted"))
        #expect(!report.contains("unanswered"))
        let page = try site.read("public/frameworks/broker.html")
        #expect(page.contains("<em class=\"kind\">if unsure, or if nothing else decides</em>"))
        #expect(page.contains("<span>Kafka <em class=\"kind\">weight 2</em></span>"))
        #expect(!page.contains("(2)"))
        let list = try site.read("public/assessments/index.html")
        #expect(list.contains("<a href=\"orders.html\">Orders</a>"))
    }

    @Test func theWayOutIsAnAnswerWhereItIsGiven() async throws {
        let site = try Broker.site("yynnnyn")
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        #expect(!(try site.read("public/assessments/orders.html")).contains("not asserted"))
    }
}
