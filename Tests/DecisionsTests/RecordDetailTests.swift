import Rules
import Testing

@testable import Decisions

/// What a record says in the small: days, numbers, titles, people, and which files are none.
struct RecordDetailTests {
    @Test(arguments: [
        ("2021-3-4", "2021-03-04"), ("20210304", "2021-03-04"), ("2021/03/04", "2021-03-04"),
        ("2022-07-14.", "2022-07-14"),
        ("04.03.2021", "2021-03-04"), ("13/02/2024", "2024-02-13"), ("02/13/2024", "2024-02-13"),
        ("March 4, 2021", "2021-03-04"),
        ("4th of March 2021", "2021-03-04"), ("04-Mar-2021", "2021-03-04"), ("4. März 2021", "2021-03-04"),
        ("Thursday, 4 mars 2021", "2021-03-04"), ("2024-05-22 (back dated)", "2024-05-22"),
        ("2021-03-04T10:00:00Z", "2021-03-04"),
        ("2021-03-01 – 2021-03-04", "2021-03-04"), ("2021-03-04; see 2022-01-01", "2021-03-04"),
        ("03/03/2021", "2021-03-03"),
        ("05/02/2018", nil), ("2023-13-10", nil), ("2018-11", nil), ("someday", nil),
    ])
    func daysAreReadAsPeopleWriteThem(_ written: String, _ day: String?) async throws {
        let site = try await MemorySite([
            "decisions/0001-a.md": "# A\n\n- Status: accepted\n- Date: \(written)\n"
        ])
        #expect(site.model.records.first?.date?.iso == day)
        #expect(site.problems.isEmpty == (day != nil))
    }

    @Test(arguments: [
        ("26/03/2018", "2018-02-05"), ("03/26/2018", "2018-05-02"), ("2018-03-26", nil),
        ("26/03/2018 or 03/26/2018", nil),
    ])
    func theLogDecidesTheOrderOfDayAndMonth(_ other: String, _ day: String?) async throws {
        let site = try await MemorySite([
            "decisions/0001-a.md": "# A\n\nDate: 05/02/2018\n",
            "decisions/0002-b.md": "# B\n\nDate: \(other)\n",
        ])
        #expect(site.model.records.first?.date?.iso == day)
    }

    @Test(arguments: [
        ("# 41. A title", "0042-x.md", 42, "A title"), ("# n. A title", "0042-x.md", 42, "A title"),
        ("# 42 A title", "0042-x.md", 42, "A title"), ("# 0042. A title", "0042-x.md", 42, "A title"),
        ("# ADR-042: A title", "x.md", 42, "A title"), ("# ADR 42 - A title", "x.md", 42, "A title"),
        ("# [ADR-0042] A title", "x.md", 42, "A title"), ("# ADR: A title", "x.md", nil, "A title"),
        ("# Architecture Decision Record 42: A title", "x.md", 42, "A title"),
        ("# 3 reasons", "0042-x.md", 42, "3 reasons"),
        ("# Multi-Tenancy: A title", "x.md", nil, "Multi-Tenancy: A title"),
        ("# A  title", "x.md", nil, "A title"),
        ("# [short title of solved problem]\n", "0042-a-title.md", 42, "a title"),
        ("## Status\n\nAccepted\n", "0042-a-title.md", 42, "a title"),
        ("# Status\n\nAccepted\n", "0042-a-title.md", 42, "a title"),
        ("# A title", "42-x/index.md", 42, "A title"),
        ("# A title", "DEC-0042-x.md", 42, "A title"), ("# A title", "http2-x.md", nil, "A title"),
    ])
    func numbersAndTitlesAreToldApart(_ text: String, _ file: String, _ number: Int?, _ title: String)
        async throws
    {
        let site = try await MemorySite(["decisions/\(file)": text + "\n"])
        let record = try #require(site.model.records.first)
        #expect(record.number == number)
        #expect(record.title == title)
    }

    @Test func bareNumbersAreTheLogsHabit() async throws {
        let site = try await MemorySite([
            "decisions/0029-a.md": "# 29 Audit\n", "decisions/0030-b.md": "# 29 Audit\n",
            "decisions/0031-c.md": "# 31 Logs\n",
        ])
        #expect(site.model.records.map(\.title) == ["Audit", "Audit", "Logs"])
    }

    @Test func peopleTagsAndStoryAreRead() async throws {
        let site = try await MemorySite([
            "decisions/0001-a.md": """
            # A

            * Status: accepted
            * Deciders: Ann (Ops, EMEA), Bob and
              Carl
            * Authors:
              * Dora
              * Eve
            * Tags: logs, #queues

            Technical Story: [Faster](https://host.example/7)

            ## Context

            """
        ])
        let record = try #require(site.model.records.first)
        #expect(record.people.map(\.names) == [["Ann (Ops, EMEA)", "Bob", "Carl"], ["Dora", "Eve"]])
        #expect(record.people.map(\.part) == [.deciders, .authors])
        #expect(record.tags == ["logs", "queues"])
        #expect(record.story == "Faster (https://host.example/7)")
    }

    @Test(arguments: [
        ("guide.md", "# How to write one\n\nWith care.\n", false),
        ("guide.md", "# Use X\n\n## Decision\n\nX.\n", true),
        ("guide.md", "# Use X\n\nStatus: accepted\n", true), ("adr-template-bare.md", "# x\n", false),
        ("NNNN-template.md", "# x\n", false),
        ("0004-template-engines.md", "# x\n", true), ("readme.md", "# x\n", false),
        ("toc.md", "# x\n", false),
    ])
    func whatIsNoRecordIsLeftOutAndNamed(_ file: String, _ text: String, _ isRecord: Bool) async throws {
        let site = try await MemorySite([
            "decisions/0001-a.md": "# A\n", "decisions/0002-b.md": "# B\n", "decisions/0003-c.md": "# C\n",
            "decisions/0005-d.md": "# D\n", "decisions/\(file)": text,
        ])
        #expect(site.model.records.contains { $0.file.path == "decisions/\(file)" } == isRecord)
        #expect(site.model.leftOut.contains { $0.path == "decisions/\(file)" } == !isRecord)
    }

    /// What stands among names and is none of a person.
    @Test(arguments: [
        ("Ann, docs/team.md, ../people/bob.md, Bob", ["Ann", "Bob"]),
        ("Ann, #12, JIRA-1, org/repo#7, issue #7", ["Ann"]),
        ("Ann, March 4, 2021", ["Ann"]), ("Ann, April, 2021", ["Ann"]),
        ("Ann (May 2021), 4th of May 2021", ["Ann (May 2021)"]),
        ("April, May, June Smith", ["April", "May", "June Smith"]),
        ("@org/web, @ann-12, A/B testing, QA/Ops", ["@org/web", "@ann-12", "A/B testing", "QA/Ops"]),
        ("https://example.org/team, J. Doe, Team 4, R2-D2", ["J. Doe", "Team 4", "R2-D2"]),
    ])
    func onlyPeopleAreTakenForPeople(_ written: String, _ names: [String]) async throws {
        let text = "# Use a log\n\n* Status: accepted\n* Deciders: \(written)\n"
        let site = try await MemorySite(["decisions/0001-use-a-log.md": text])
        let record = try #require(site.model.records.first)
        #expect(record.people.map(\.names) == [names])
    }
}
