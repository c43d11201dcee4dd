import Rules
import Testing

@testable import Decisions

/// The same record in every format that teams keep theirs in, and the oddities of each.
struct RecordFormatTests {
    /// A text and what a careful person reads in it.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var status: String? = "accepted"
        var date: String? = "2021-03-04"
        var title = "Use a log"
        var supersedes: [String] = []
        var supersededBy: [String] = []
        var file = "0007-use-a-log.md"
        var problems: [String] = []
        var testDescription: String { name }
    }

    private static let formats: [Case] = [
        Case(name: "MADR 4", text: "---\nstatus: \"accepted\"\ndate: 2021-03-04\n---\n\n# Use a log\n"),
        Case(name: "MADR 2", text: "# Use a log\n\n* Status: accepted\n* Date: 2021-03-04\n\n## Context\n"),
        Case(name: "dashes", text: "# Use a log\n\n- Status: Accepted\n- Date: 2021-03-04\n"),
        Case(name: "bold", text: "# Use a log\n\n**Status**: accepted\n\n**Date**: 2021-03-04\n"),
        Case(name: "bold colon", text: "# Use a log\n\n**Status:** accepted  \n**Date:** 2021-03-04\n"),
        Case(name: "one line", text: "# Use a log\n\n**Status:** accepted **Date:** 2021-03-04\n"),
        Case(name: "bars", text: "# Use a log\n\nStatus: accepted | Date: 2021-03-04\n"),
        Case(name: "dots", text: "# Use a log\n\nDate : 2021-03-04 · Statut : accepted\n"),
        Case(name: "lines", text: "# Use a log\n\nStatus: accepted\nDate: 2021-03-04\n"),
        Case(name: "quoted", text: "# Use a log\n\n> Status: accepted\n> Date: 2021-03-04\n"),
        Case(name: "no colon", text: "# Use a log\n\n- Status accepted\n- Date 2021-03-04\n"),
        Case(
            name: "brackets",
            text: "# Use a log\n\n- Status: [accepted] <!-- optional -->\n- Date: [2021-03-04]\n"),
        Case(
            name: "rows",
            text:
                "# Use a log\n\n| Field | Value |\n|---|---|\n| Status | Accepted |\n| Date | 2021-03-04 |\n"),
        Case(
            name: "row head",
            text: "# Use a log\n\n| Status | Accepted |\n|---|---|\n| **Date** | 2021-03-04 |\n"),
        Case(
            name: "columns", text: "# Use a log\n\n| Status | Date |\n|---|---|\n| Accepted | 2021-03-04 |\n"),
        Case(
            name: "Nygard",
            text: "# 7. Use a log\n\nDate: 2021-03-04\n\n## Status\n\nAccepted\n\n## Context\n"),
        Case(name: "first level", text: "# Use a log\n\n# Status\n\nAccepted\n\n# Date\n\n2021-03-04\n"),
        Case(
            name: "section behind",
            text: "# Use a log\n\n## Context\n\nx\n\n## Status\n\nAccepted, 2021-03-04\n"),
        Case(
            name: "metadata section",
            text: "# Use a log\n\n## Metadata\n\n- Status: accepted\n- Date: 2021-03-04\n"),
        Case(name: "heading says it", text: "# Use a log\n\n## Status: accepted\n\nDate: 2021-03-04\n"),
        Case(name: "under the title", text: "# Use a log\n\n*Accepted, 2021-03-04*\n\n## Context\n"),
        Case(
            name: "bold heading",
            text: "# Use a log\n\n**Status**\n\nAccepted (2021-03-04)\n\n**Context**\n\nx\n"),
        Case(
            name: "behind a remark",
            text: "<!-- lint off -->\n---\nstatus: accepted\ndate: 2021-03-04\n---\n# Use a log\n"),
        Case(name: "flow", text: "---\nstatus: { accepted }\ndate: 2021-03-04\n---\n# Use a log\n"),
        Case(
            name: "broken YAML",
            text: "---\nstatus: accepted\ndeciders: @ann @bob\ndate: 2021-03-04\n---\n# Use a log\n",
            problems: ["bad-yaml"]),
        Case(name: "CRLF", text: "# Use a log\r\n\r\n* Status: accepted\r\n* Date: 2021-03-04\r\n"),
        Case(name: "mark", text: "\u{FEFF}# Use a log\n\n* Status: accepted\n* Date: 2021-03-04"),
        Case(
            name: "ticked",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n"),
        Case(
            name: "second level",
            text: "## Use a log\n\n- Status: accepted\n- Date: 2021-03-04\n\n### Context\n"),
        Case(
            name: "named by day", text: "# Use a log\n\n- Status: accepted\n", file: "20210304-use-a-log.md"),
        Case(
            name: "day with dashes", text: "# Use a log\n\n- Status: accepted\n",
            file: "2021-03-04-use-a-log.md"),
        Case(
            name: "own ending", text: "# Use a log\n\n- Status: accepted\n- Date: 4 March 2021\n",
            file: "7-log.markdown"),
        Case(name: "with its status", text: "# Use a log\n\n## Status\n\nAccepted on March 4th, 2021\n"),
    ]

    private static let statuses: [Case] = [
        Case(
            name: "dated", text: "# Use a log\n\n## Status\n\n2021-03-04: Proposed\n\n2021-04-01: Accepted\n",
            date: "2021-04-01"),
        Case(
            name: "newest first",
            text: "# Use a log\n\n## Status\n\n- 2021-03-04: Accepted\n- 2021-03-01: Proposed\n"),
        Case(name: "emoji", text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\n✅ Accepted\n"),
        Case(
            name: "emoji name",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\n:white_check_mark: Accepted\n"),
        Case(name: "struck", text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\n~~Proposed~~ Accepted\n"),
        Case(
            name: "words behind",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nACCEPTED Partially Implemented\n"),
        Case(
            name: "sentence behind",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nAccepted. It took a while.\n"),
        Case(
            name: "prose behind",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nAccepted\n\n**Update** We may move on.\n"),
        Case(
            name: "own", text: "---\nstatus: On hold\ndate: 2021-03-04\n---\n# Use a log\n",
            status: "on hold", problems: ["bad-status"]),
        Case(
            name: "own with a hyphen",
            text: "---\nstatus: accepted-provisional\ndate: 2021-03-04\n---\n# Use a log\n",
            status: "accepted-provisional", problems: ["bad-status"]),
        Case(
            name: "approved", text: "# Use a log\n\n- Status: Approved by the board\n- Date: 2021-03-04\n",
            status: "approved"),
        Case(
            name: "French", text: "# Use a log\n\n- Statut : proposé\n- Date : 2021-03-04\n",
            status: "proposé"),
        Case(
            name: "reason",
            text: "# Use a log\n\n- Status: deprecated (no superseding ADR)\n- Date: 2021-03-04\n",
            status: "deprecated"),
        Case(
            name: "rejected for another",
            text: "# Use a log\n\n- Status: Rejected (see [9](0009-b.md))\n- Date: 2021-03-04\n",
            status: "rejected"),
        Case(
            name: "alternatives",
            text: "# Use a log\n\n- Status: proposed | accepted | rejected\n- Date: 2021-03-04\n",
            status: nil, problems: ["unfilled"]),
        Case(
            name: "template",
            text:
                "# Use a log\n\n- Status: [ accepted | superseded by [x](y.md)] <!-- x -->\n- Date: [YYYY-MM-DD when]\n",
            status: nil, date: nil, problems: ["unfilled", "dangling-link"]),
        Case(
            name: "braces",
            text: "---\nstatus: {proposed | accepted}\ndate: {YYYY-MM-DD when}\n---\n# Use a log\n",
            status: nil,
            date: nil, problems: ["unfilled"]),
        Case(
            name: "vocabulary",
            text: "# Use a log\n\nDate: 2021-03-04\n\n### Status vocabulary\n\nAccepted\n", status: nil),
        Case(
            name: "fence", text: "# Use a log\n\nDate: 2021-03-04\n\n```\nStatus: accepted\n```\n",
            status: nil),
        Case(
            name: "deeper section",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## HTTP\n\n### Status\n\n404\n\n## Status\n\nAccepted\n"
        ),
        Case(
            name: "prose",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nWe will see what comes of it.\n",
            status: nil,
            problems: ["unread-status"]),
    ]

    private static let relations: [Case] = [
        Case(
            name: "adr-tools",
            text:
                "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nAccepted\n\nSupercedes [9. B](0009-b.md)\n",
            supersedes: ["0009-b.md"]),
        Case(
            name: "one line",
            text:
                "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nAccepted. Supersedes [ADR-0009](./0009-b.md).\n",
            supersedes: ["0009-b.md"]),
        Case(
            name: "YAML",
            text: "---\nstatus: \"accepted; supersedes ADR-0009\"\ndate: 2021-03-04\n---\n# Use a log\n",
            supersedes: ["0009-b.md"]),
        Case(
            name: "key",
            text: "---\nstatus: accepted\nsupersedes: 0009-b.md\ndate: 2021-03-04\n---\n# Use a log\n",
            supersedes: ["0009-b.md"]),
        Case(
            name: "several",
            text: "# Use a log\n\n- Status: accepted\n- Date: 2021-03-04\n- Supersedes: 9, 11\n",
            supersedes: ["0009-b.md", "0011-c.md"]),
        Case(
            name: "links section",
            text:
                "# Use a log\n\n- Status: accepted\n- Date: 2021-03-04\n\n## Links\n\n* Supersedes [x](0009-b.md)\n",
            supersedes: ["0009-b.md"]),
        Case(
            name: "in part",
            text:
                "# Use a log\n\n- Status: accepted\n- Date: 2021-03-04\n\n## Links\n\n* Supersedes (in part): `docs/adr/0009-b.md`\n"
        ),
        Case(
            name: "a section",
            text: "# Use a log\n\n- Status: accepted\n- Date: 2021-03-04\n- Supersedes: ADR 9 §7\n"),
        Case(
            name: "a portion",
            text:
                "# Use a log\n\n- Status: accepted\n- Date: 2021-03-04\n- Supersedes: the cache parts of [9](0009-b.md)\n"
        ),
        Case(
            name: "partly",
            text:
                "# Use a log\n\n- Status: proposed | partially superseded by [9 B](0009-b.md)\n- Date: 2021-03-04\n",
            status: "proposed"),
        Case(
            name: "one aspect",
            text:
                "# Use a log\n\n- Status: accepted; claim posture superseded by [9](0009-b.md)\n- Date: 2021-03-04\n"
        ),
        Case(
            name: "amended",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nAccepted\n\nAmended by [9. B](0009-b.md)\n"
        ),
        Case(
            name: "to come",
            text:
                "# Use a log\n\n- Status: accepted, to be superseded by [9](0009-b.md)\n- Date: 2021-03-04\n"),
        Case(
            name: "superseded",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\n⌛️ Superseded by [9. B](0009-b.md)\n",
            status: "superseded", supersededBy: ["0009-b.md"]),
        Case(
            name: "dotnet-adr",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nSuperseded by ADR 0009 - B\n",
            status: "superseded", supersededBy: ["0009-b.md"]),
        Case(
            name: "in the title",
            text: "# [Superseded by [ADR-0009](0009-b.md)] Use a log\n\nDate: 2021-03-04\n",
            status: "superseded", title: "[Superseded by ADR-0009] Use a log", supersededBy: ["0009-b.md"]),
        Case(
            name: "link behind",
            text: "# Use a log\n\nDate: 2021-03-04\n\n## Status\n\nSuperseded, see [B](0009-b.md)\n",
            status: "superseded", supersededBy: ["0009-b.md"]),
        Case(
            name: "key by itself",
            text: "---\nstatus: accepted\nsuperseded_by: 0009-b.md\ndate: 2021-03-04\n---\n# Use a log\n",
            status: "superseded", supersededBy: ["0009-b.md"]),
        Case(
            name: "moved",
            text: "# Use a log\n\n- Status: superseded by [x](../old/0009-b)\n- Date: 2021-03-04\n",
            status: "superseded", supersededBy: ["0009-b.md"], problems: ["dangling-link"]),
        Case(
            name: "renumbered",
            text:
                "# Use a log\n\n- Status: superseded by [ADR 16](https://host.example/x/0016-ccc.md)\n- Date: 2021-03-04\n",
            status: "superseded", supersededBy: ["0011-c.md"], problems: ["moved-record"]),
    ]

    @Test(arguments: formats + statuses + relations)
    func aRecordIsReadAsItIs(_ wanted: Case) async throws {
        let site = try await MemorySite([
            "decisions/\(wanted.file)": wanted.text, "decisions/0009-b.md": "# B\n\n- Status: accepted\n",
            "decisions/0011-ccc.md": "# C\n\n- Status: accepted\n",
        ])
        let record = try #require(site.model.records.first { $0.file.path == "decisions/\(wanted.file)" })
        #expect(record.title == wanted.title)
        #expect(record.status?.name == wanted.status)
        #expect(record.date?.iso == wanted.date)
        let others = { (kind: Relation.Kind) in
            record.relations.filter { $0.kind == kind }.map { site.model.records[$0.record].file.path }
        }
        let names = { (files: [String]) in
            files.map { "decisions/" + $0.replacing("0011-c.md", with: "0011-ccc.md") }
        }
        #expect(others(.supersedes) == names(wanted.supersedes))
        #expect(others(.supersededBy) == names(wanted.supersededBy))
        #expect(site.problems.map { $0.split(separator: " ").last.map(String.init) } == wanted.problems)
    }
}
