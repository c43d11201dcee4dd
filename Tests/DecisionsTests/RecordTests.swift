import Rules
import Testing

@testable import Decisions

/// Decision records in MADR 4 and in Nygard's form, and what real ones hold.
struct RecordTests {
    private static func record(_ text: String, at path: String = "decisions/0007-use-a-log.md") async throws
        -> DecisionRecord
    {
        try #require(try await MemorySite([path: text]).model.records.first)
    }

    @Test func aRecordOfMADR() async throws {
        let site = try await MemorySite([
            "decisions/0007-use-a-log.md": """
            ---
            # These are optional.
            status: "accepted"
            date: 2026-03-04
            decision-makers: Ann, Bob
            consulted: [Carl]
            informed:
              - Dora
              - Eve
            tags: [messaging]
            ---

            # Use a log

            ## Context and Problem Statement

            Messages are lost.

            """
        ])
        #expect(site.problems == [])
        let record = try #require(site.model.records.first)
        #expect(record.number == 7)
        #expect(record.title == "Use a log")
        #expect(record.status == RecordStatus("accepted"))
        #expect(record.status?.group == .inForce)
        #expect(record.date?.iso == "2026-03-04")
        #expect(record.people.map(\.role) == ["Deciders", "Consulted", "Informed"])
        #expect(record.people.map(\.names) == [["Ann", "Bob"], ["Carl"], ["Dora", "Eve"]])
        #expect(record.tags == ["messaging"])
    }

    @Test(arguments: ["## Status", "# Status", "### status", "Status\n------"])
    func aRecordOfNygard(_ heading: String) async throws {
        let record = try await Self.record(
            """
            # 7. Use a log

            Date: 2026-03-04

            \(heading)

            Accepted

            ## Context

            Messages are lost. Proposed by nobody.

            """)
        #expect(record.number == 7)
        #expect(record.title == "Use a log")
        #expect(record.status == RecordStatus("accepted"))
        #expect(record.date?.iso == "2026-03-04")
    }

    @Test(arguments: [
        ("accepted", "accepted", StatusGroup.inForce), ("Accepted.", "accepted", .inForce),
        ("ACCEPTED", "accepted", .inForce), ("✅ Accepted", "accepted", .inForce),
        ("**Accepted**", "accepted", .inForce), ("accepted (2026-03-04)", "accepted", .inForce),
        ("draft", "draft", .open), ("Proposed", "proposed", .open), ("rejected", "rejected", .closed),
        ("Deprecated (no successor)", "deprecated", .closed),
        ("superseded by [3. New](0003-new.md)", "superseded", .superseded),
        ("⌛️ Superseded by ADR-0003", "superseded", .superseded),
        ("Superceded by 3", "superseded", .superseded),
        // What nobody has given a meaning is not yet decided.
        ("on hold", "on hold", .open), ("im Einsatz", "im einsatz", .inForce),
    ])
    func statusesAreWords(_ written: String, _ name: String, _ group: StatusGroup) async throws {
        var configuration = SiteConfiguration()
        configuration.statuses = ["im einsatz": .inForce]
        for text in [
            "---\nstatus: \"\(written)\"\n---\n# Use a log\n", "# Use a log\n\n## Status\n\n\(written)\n",
            "# Use a log\n\n## Status\n\n- \(written)\n",
        ] {
            let site = try await MemorySite(
                ["decisions/0007-use-a-log.md": text, "decisions/0003-new.md": "# New\n"],
                configuration: configuration)
            let record = try #require(site.model.records.last)
            #expect(record.status?.name == name, "\(text)")
            #expect(record.status?.group == group, "\(text)")
        }
    }

    @Test(arguments: [
        "# Use a log\n", "# Use a log\n\n## Status\n\n## Context\n",
        "# Use a log\n\n## Status of things\n\nAccepted\n",
        "# Use a log\n\n```\nStatus: accepted\n```\n", "---\nstatus:\n---\n# Use a log\n",
    ])
    func whereNothingIsSaidThereIsNoStatus(_ text: String) async throws {
        #expect(try await Self.record(text).status == nil)
    }

    @Test func theLastOfSeveralStatementsPrevailsAndARelationChangesNone() async throws {
        let site = try await MemorySite([
            "decisions/0001-a.md":
                "# A\n\n## Status\n\nProposed\n\nAccepted\n\nAmended by [B](0002-b.md)\n",
            "decisions/0002-b.md": "# B\n\n## Status\n\nAccepted\n\nSuperceded by [3. C](0003-c.md)\n",
            "decisions/0003-c.md": "# C\n",
        ])
        #expect(site.problems == [])
        #expect(site.model.records.map { $0.status?.name } == ["accepted", "superseded", nil])
    }

    @Test(arguments: [
        "superseded by [Use a topic](0009-use-a-topic.md)", "Superseded by ADR-0009", "superseded by ADR 9",
        "superseded by 9", "superseded by 0009", "replaced by Use a topic", "superseded by 0009-use-a-topic",
        "superseded by [16](0009-use-a-topic.md)", "superseded by [ADR-0009](moved/away.md)",
    ])
    func aSuccessorIsKnownFromBothSides(_ status: String) async throws {
        for status in [
            "---\nstatus: \"\(status)\"\n---\n# Use a log\n", "# Use a log\n\n## Status\n\n\(status)\n",
        ] {
            let site = try await MemorySite([
                "decisions/0007-use-a-log.md": status, "decisions/0009-use-a-topic.md": "# Use a topic\n",
            ])
            #expect(!site.problems.contains { $0.hasSuffix("unknown-record") })
            let (old, new) = (site.model.records[0], site.model.records[1])
            #expect(old.status?.group == .superseded)
            #expect(old.relations == [Relation(kind: .supersededBy, record: 1)])
            #expect(new.relations == [Relation(kind: .supersedes, record: 0)])
        }
    }

    @Test(arguments: [
        ("Supersedes (in part)", Relation.Kind.partlySupersedes),
        ("Superseded by (in part)", .partlySupersededBy),
    ])
    func aKeyCanSayThatOnlyAPartIsMeant(_ key: String, _ kind: Relation.Kind) async throws {
        let site = try await MemorySite([
            "decisions/0001-use-a-queue.md": "# Use a queue\n\n- Status: accepted\n",
            "decisions/0002-use-a-log.md":
                "# Use a log\n\n- Status: accepted\n- \(key): [1](0001-use-a-queue.md)\n",
        ])
        let record = try #require(site.model.records.last)
        #expect(record.relations == [Relation(kind: kind, record: 0)])
        #expect(record.status?.group == .inForce)
    }

    @Test func relationsThatBothSidesStateAreOne() async throws {
        let site = try await MemorySite([
            "decisions/0001-a.md": "# A\n\n## Status\n\nSuperceded by [2. B](0002-b.md)\n",
            "decisions/0002-b.md":
                "# 2. B\n\n## Status\n\nAccepted\n\nSupercedes [1. A](0001-a.md)\n\nDepends on [3. C](0003-c.md)\n",
            "decisions/0003-c.md": "# 3. C\n\n## Status\n\nAccepted\n\nAmends [2. B](0002-b.md)\n",
        ])
        #expect(site.problems == [])
        #expect(
            site.model.records.map { $0.relations.map { "\($0.kind.rawValue) \($0.record + 1)" } } == [
                ["Superseded by 2"], ["Supersedes 1", "Amended by 3", "Depends on 3"],
                ["Amends 2", "Needed by 2"],
            ])
    }

    @Test(arguments: Relation.Kind.allCases)
    func everyRelationHasAReverse(_ kind: Relation.Kind) {
        #expect(kind.reverse.reverse == kind)
        // A spelling that begins another's would hide it.
        let others = Relation.Kind.allCases.filter { $0 != kind }.flatMap(\.spellings)
        for spelling in kind.spellings { #expect(!others.contains(spelling)) }
    }

    @Test(arguments: [
        ("# 7. Use a log", 7, "Use a log"), ("# ADR-0007: Use a log", 7, "Use a log"),
        ("# ADR 7 - Use a log", 7, "Use a log"), ("# 0007. Use a log", 7, "Use a log"),
        ("# Use a log", nil, "Use a log"), ("# 3 reasons to use a log", nil, "3 reasons to use a log"),
        ("# 2026 plan", nil, "2026 plan"), ("# Queues: use a log", nil, "Queues: use a log"),
        ("# `Lease<T>` and Span\\<T\\>", nil, "Lease<T> and Span<T>"), ("Use a log\n===", nil, "Use a log"),
        ("<!-- # Sample -->\n\n# Use a log", nil, "Use a log"),
        ("Some words.\n\n# Use a log", nil, "Use a log"),
    ])
    func aTitleStandsWithoutItsNumber(_ heading: String, _ number: Int?, _ title: String) async throws {
        let record = try await Self.record(heading + "\n\nText.\n", at: "decisions/use-a-log.md")
        #expect(record.title == title)
        #expect(record.number == number)
    }

    @Test(arguments: [
        ("0012-use-a-log.md", 12), ("0012_use_a_log.md", 12), ("ADR-012-use-a-log.md", 12),
        ("adr_12_use.md", 12),
        ("12.md", 12), ("20260304-use-a-log.md", nil), ("use-a-log.md", nil), ("2026.5.md", 2026),
        ("sub/0012-use-a-log.md", 12), ("adrenaline.md", nil),
    ])
    func theNumberIsInTheFileName(_ name: String, _ number: Int?) {
        #expect(RecordNumber.inFileName("decisions/\(name)") == number)
    }

    @Test(arguments: [
        ("0012-use-a-log.md", "", "use a log"), ("20260304_use_a_log.md", "", "use a log"),
        ("0012-use-a-log.md", "---\ntitle: Logs\n---\n", "Logs"), ("sub/use-a-log.md", "", "use a log"),
        ("0012-use-a-log.md", "#\n\n", "use a log"),
        ("0012-use-a-log.md", "---\n# a remark\nstatus: x\n---\n", "use a log"),
        ("0012.md", "", "0012"),
    ])
    func withoutAHeadingTheFileNameIsTheTitle(_ name: String, _ head: String, _ title: String) async throws {
        let record = try await Self.record(head + "We use a log.\n", at: "decisions/\(name)")
        #expect(record.title == title)
    }

    @Test(arguments: [
        ("---\ndate: 2026-03-04\n---\n# A\n", "2026-03-04"), ("# A\n\nDate: 2026-03-04\n", "2026-03-04"),
        ("# A\n\ndate: 2026-03-04 (back dated)\n", "2026-03-04"),
        ("# A\n\nFor the record.\n\nDate: 2026-03-04\n", "2026-03-04"),
        ("# A\n\n## Context\n\nDate: 2026-03-04\n", nil), ("# A\n", nil), ("---\ndate:\n---\n# A\n", nil),
    ])
    func theDateIsWhereEachFormHasIt(_ text: String, _ date: String?) async throws {
        let site = try await MemorySite(["decisions/0001-a.md": text])
        #expect(site.problems == [])
        #expect(site.model.records.first?.date?.iso == date)
    }

    @Test(arguments: [
        "---\ndate: 13/13/2024\n---\n# A\n", "# A\n\nDate: 2023-13-10\n", "---\ndate: 2026-02-30\n---\n# A\n",
    ])
    func aDayThatIsNoneIsWarnedOf(_ text: String) async throws {
        let site = try await MemorySite(["decisions/0001-a.md": text])
        #expect(site.problems.map { $0.split(separator: " ").last } == ["bad-date"])
        #expect(site.model.records.first?.date == nil)
    }

    @Test(arguments: [
        ("deciders: Ann", ["Ann"]), ("deciders: [Ann, Bob]", ["Ann", "Bob"]),
        ("decision-makers: \"Ann, Bob,\"", ["Ann", "Bob"]),
        ("decision-makers:\n  - Ann\ndeciders: Bob", ["Ann", "Bob"]), ("deciders:", nil),
    ])
    func decidersAreNames(_ front: String, _ names: [String]?) async throws {
        let record = try await Self.record("---\n\(front)\n---\n# A\n")
        #expect(record.people.first?.names == names)
    }

    @Test func theLogGoesByNumberThenByPath() async throws {
        let site = try await MemorySite([
            "decisions/0010-a.md": "# A\n", "decisions/9-b.md": "# B\n", "decisions/zebra.md": "# C\n",
            "decisions/apple.md": "# D\n", "decisions/0009-e.md": "# E\n",
        ])
        #expect(site.model.records.map(\.title) == ["E", "B", "A", "D", "C"])
    }
}
