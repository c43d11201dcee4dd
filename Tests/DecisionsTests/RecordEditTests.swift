import Diagnostics
import Rules
import Testing

@testable import Decisions

/// Edits of records in every format: what changes is what was meant, and nothing else.
struct RecordEditTests {
    /// A record, and what it is after the edit.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let before: String
        let after: String
        var testDescription: String { name }
    }

    private static let target = RecordLink(
        to: "docs/adr/0003-new-title.md", heading: "3. New title", from: "docs/adr/0001-old.md")

    /// The same case with other line ends, a byte order mark and no line end at the end.
    private func variants(_ case: Case) -> [(before: [UInt8], after: [UInt8])] {
        let texts = (`case`.before, `case`.after)
        let crlf = (texts.0.replacing("\n", with: "\r\n"), texts.1.replacing("\n", with: "\r\n"))
        let mark = ("\u{FEFF}" + texts.0, "\u{FEFF}" + texts.1)
        let bare = (String(texts.0.trimmingLast), String(texts.1.trimmingLast))
        return [texts, crlf, mark, bare].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    }

    private func expect(_ case: Case, _ edit: ([UInt8]) throws -> [UInt8]) throws {
        for (before, after) in variants(`case`) {
            let result = try edit(before)
            #expect(String(decoding: result, as: UTF8.self) == String(decoding: after, as: UTF8.self))
        }
    }

    // MARK: Status

    private static let deprecated: [Case] = [
        Case(
            name: "MADR 4", before: "---\nstatus:  accepted   # for now\ndate: 2021-03-04\n---\n# A\n",
            after: "---\nstatus:  deprecated   # for now\ndate: 2021-03-04\n---\n# A\n"),
        Case(
            name: "double quotes", before: "---\nstatus: \"accepted\"\n---\n# A\n",
            after: "---\nstatus: \"deprecated\"\n---\n# A\n"),
        Case(
            name: "single quotes", before: "---\nstatus: 'Accepted'\n---\n# A\n",
            after: "---\nstatus: 'Deprecated'\n---\n# A\n"),
        Case(
            name: "flow", before: "---\nstatus: [accepted, supersedes 0002]\n---\n# A\n",
            after: "---\nstatus: [deprecated, supersedes 0002]\n---\n# A\n"),
        Case(
            name: "list below", before: "---\nstatus:\n  - accepted\n  - supersedes 0002\n---\n# A\n",
            after: "---\nstatus:\n  - deprecated\n  - supersedes 0002\n---\n# A\n"),
        Case(
            name: "template's braces", before: "---\nstatus: { accepted }\n---\n# A\n",
            after: "---\nstatus: deprecated\n---\n# A\n"),
        Case(
            name: "relation behind", before: "---\nstatus: \"accepted; supersedes ADR-0045\"\n---\n# A\n",
            after: "---\nstatus: \"deprecated; supersedes ADR-0045\"\n---\n# A\n"),
        Case(
            name: "no value", before: "---\nstatus:\ndate: 2021-03-04\n---\n# A\n",
            after: "---\nstatus: deprecated\ndate: 2021-03-04\n---\n# A\n"),
        Case(
            name: "no key", before: "---\ndate: 2021-03-04\n---\n# A\n",
            after: "---\nstatus: deprecated\ndate: 2021-03-04\n---\n# A\n"),
        Case(
            name: "MADR 2", before: "# A\n\n*   Status:  accepted  \n* Date: 2021-03-04\n\n## Context\n",
            after: "# A\n\n*   Status:  deprecated  \n* Date: 2021-03-04\n\n## Context\n"),
        Case(
            name: "brackets and a remark",
            before: "# A\n\n- Status: [accepted] <!-- optional -->\n- Date: 2021-03-04\n",
            after: "# A\n\n- Status: [deprecated] <!-- optional -->\n- Date: 2021-03-04\n"),
        Case(
            name: "bold", before: "# A\n\n**Status:** Accepted  \n**Date:** 2021-03-04\n",
            after: "# A\n\n**Status:** Deprecated  \n**Date:** 2021-03-04\n"),
        Case(
            name: "bold in one line", before: "# A\n\n**Status:** accepted **Date:** 2021-03-04\n",
            after: "# A\n\n**Status:** deprecated **Date:** 2021-03-04\n"),
        Case(
            name: "bars", before: "# A\n\nStatus: ACCEPTED | Date: 2021-03-04\n",
            after: "# A\n\nStatus: DEPRECATED | Date: 2021-03-04\n"),
        Case(
            name: "quoted", before: "# A\n\n> Status: accepted\n> Date: 2021-03-04\n",
            after: "# A\n\n> Status: deprecated\n> Date: 2021-03-04\n"),
        Case(
            name: "rows",
            before: "# A\n\n| Field  |  Value |\n|---|---|\n|Status|   Accepted|\n| Date | 2021-03-04 |\n",
            after: "# A\n\n| Field  |  Value |\n|---|---|\n|Status|   Deprecated|\n| Date | 2021-03-04 |\n"),
        Case(
            name: "columns", before: "# A\n\n| Status | Date |\n|---|---|\n| Accepted | 2021-03-04 |\n",
            after: "# A\n\n| Status | Date |\n|---|---|\n| Deprecated | 2021-03-04 |\n"),
        Case(
            name: "under the title", before: "# A\n\n*Accepted*\n\n## Context\n",
            after: "# A\n\n*Deprecated*\n\n## Context\n"),
        Case(
            name: "a day and a person behind", before: "# A\n\n- Status: accepted (2021-03-04 by Ann)\n",
            after: "# A\n\n- Status: deprecated (2021-03-04 by Ann)\n"),
        Case(
            name: "a remark", before: "# A\n\n- Status: proposed (waiting for Bob)\n",
            after: "# A\n\n- Status: deprecated (waiting for Bob)\n"),
        Case(
            name: "sign", before: "# A\n\n## Status\n\n✅ Accepted\n\n## Context\n",
            after: "# A\n\n## Status\n\nDeprecated\n\n## Context\n"),
        Case(
            name: "Nygard",
            before: "# 1. A\n\nDate: 2021-03-04\n\n## Status\n\nAccepted\n\n## Context\n\nx\n",
            after: "# 1. A\n\nDate: 2021-03-04\n\n## Status\n\nDeprecated\n\n## Context\n\nx\n"),
        Case(
            name: "first level", before: "# A\n\n# Status\nAccepted\n# Context\n",
            after: "# A\n\n# Status\nDeprecated\n# Context\n"),
        Case(
            name: "underlined", before: "A\n=\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n",
            after: "A\n=\n\nStatus\n------\n\nDeprecated\n\nContext\n-------\n"),
        Case(
            name: "heading says it", before: "# A\n\n## Status: Accepted\n\nx\n",
            after: "# A\n\n## Status: Deprecated\n\nx\n"),
        Case(
            name: "history",
            before: "# A\n\n## Status\n\nAccepted on 2021-03-04 by the board.\n\n## Context\n",
            after:
                "# A\n\n## Status\n\nAccepted on 2021-03-04 by the board.\n\nDeprecated\n\n## Context\n"),
        Case(
            name: "boxes", before: "# A\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n- [ ] Deprecated\n",
            after: "# A\n\n## Status\n\n- [ ] Proposed\n- [ ] Accepted\n- [x] Deprecated\n"),
        Case(
            name: "struck", before: "# A\n\n## Status\n\n~~Proposed~~ Accepted\n",
            after: "# A\n\n## Status\n\n~~Proposed~~ Deprecated\n"),
        Case(
            name: "empty section", before: "# A\n\n## Status\n\n## Context\n",
            after: "# A\n\n## Status\n\nDeprecated\n\n## Context\n"),
        Case(
            name: "nothing", before: "# A\n\nWords.\n\n## Context\n\nx\n",
            after: "# A\n\nWords.\n\n## Status\n\nDeprecated\n\n## Context\n\nx\n"),
        Case(
            name: "other lines", before: "# A\n\n* Date: 2021-03-04\n* Deciders: Ann\n",
            after: "# A\n\n* Status: deprecated\n* Date: 2021-03-04\n* Deciders: Ann\n"),
        Case(
            name: "superseded before",
            before: "# A\n\n* Status: superseded by [B](0002-b.md)\n* Date: 2021-03-04\n",
            after: "# A\n\n* Status: deprecated\n* Date: 2021-03-04\n"),
        Case(
            name: "in the title", before: "# [Superseded by [B](0002-b.md)] A\n\n* Date: 2021-03-04\n",
            after: "# A\n\n* Status: deprecated\n* Date: 2021-03-04\n"),
        Case(
            name: "template's choice",
            before: "# A\n\n* Status: [proposed | rejected | accepted] <!-- x -->\n",
            after: "# A\n\n* Status: deprecated <!-- x -->\n"),
    ]

    @Test(arguments: deprecated)
    func aStatusBecomesAnother(_ case: Case) throws {
        let change = StatusChange(words: "deprecated", successor: nil)
        try expect(`case`) { bytes in
            let result = try RecordEdit.settingStatus(change, in: bytes, file: "docs/adr/0001-old.md")
            #expect(RecordForm(result, file: "x.md").status.name == "deprecated")
            return result
        }
    }

    // MARK: Supersession

    private static let superseded: [Case] = [
        Case(
            name: "MADR 4", before: "---\nstatus: accepted\n---\n# A\n",
            after: "---\nstatus: superseded by [ADR-0003](0003-new-title.md)\n---\n# A\n"),
        Case(
            name: "quotes", before: "---\nstatus: \"accepted\" # x\n---\n# A\n",
            after: "---\nstatus: \"superseded by [ADR-0003](0003-new-title.md)\" # x\n---\n# A\n"),
        Case(
            name: "MADR 2", before: "# A\n\n* Status: accepted\n\n## Context\n",
            after: "# A\n\n* Status: superseded by [ADR-0003](0003-new-title.md)\n\n## Context\n"),
        Case(
            name: "table", before: "# A\n\n| Status | Accepted |\n|---|---|\n| Date | 2021-03-04 |\n",
            after:
                "# A\n\n| Status | Superseded by [ADR-0003](0003-new-title.md) |\n|---|---|\n| Date | 2021-03-04 |\n"
        ),
        Case(
            name: "Nygard", before: "# 1. A\n\n## Status\n\nAccepted\n\n## Context\n",
            after: "# 1. A\n\n## Status\n\nSuperseded by [3. New title](0003-new-title.md)\n\n## Context\n"),
        Case(
            name: "adr-tools with relations",
            before: "# 1. A\n\n## Status\n\nAccepted\n\nSupersedes [2. B](0002-b.md)\n\n## Context\n",
            after:
                "# 1. A\n\n## Status\n\nSupersedes [2. B](0002-b.md)\n\nSuperseded by [3. New title](0003-new-title.md)\n\n## Context\n"
        ),
        Case(
            name: "a list",
            before: "# A\n\n## Status\n\n- 2021-03-04: Proposed\n- 2021-04-01: Accepted by all\n",
            after:
                "# A\n\n## Status\n\n- 2021-03-04: Proposed\n- 2021-04-01: Accepted by all\n- Superseded by [3. New title](0003-new-title.md)\n"
        ),
    ]

    @Test(arguments: superseded)
    func aRecordSaysWhatTookItsPlace(_ case: Case) throws {
        let change = StatusChange(words: "superseded by", successor: Self.target)
        try expect(`case`) { bytes in
            let result = try RecordEdit.settingStatus(change, in: bytes, file: "docs/adr/0001-old.md")
            let form = RecordForm(result, file: "x.md")
            #expect(form.status.name == "superseded")
            #expect(
                form.status.statements.contains { $0.kind == .supersededBy && $0.link == Self.target.address }
            )
            return result
        }
    }

    // MARK: Relations

    private static let amends: [Case] = [
        Case(
            name: "MADR 4", before: "---\nstatus: accepted\ndate: 2021-03-04\n---\n# A\n",
            after: "---\nstatus: accepted\namends: 0003-new-title.md\ndate: 2021-03-04\n---\n# A\n"),
        Case(
            name: "key with one", before: "---\nstatus: accepted\namends: 0002-b.md\n---\n# A\n",
            after: "---\nstatus: accepted\namends: [0002-b.md, 0003-new-title.md]\n---\n# A\n"),
        Case(
            name: "key with several", before: "---\nstatus: accepted\namends: [ 0002-b.md, 4 ]\n---\n# A\n",
            after: "---\nstatus: accepted\namends: [ 0002-b.md, 4, 0003-new-title.md ]\n---\n# A\n"),
        Case(
            name: "key with a list below",
            before: "---\nstatus: accepted\namends:\n  - 0002-b.md\n---\n# A\n",
            after: "---\nstatus: accepted\namends:\n  - 0002-b.md\n  - 0003-new-title.md\n---\n# A\n"),
        Case(
            name: "MADR 2", before: "# A\n\n* Status: accepted\n* Date: 2021-03-04\n",
            after: "# A\n\n* Status: accepted; amends [ADR-0003](0003-new-title.md)\n* Date: 2021-03-04\n"),
        Case(
            name: "table", before: "# A\n\n| Status | Accepted |\n|---|---|\n| Date | 2021-03-04 |\n",
            after:
                "# A\n\n| Status | Accepted; amends [ADR-0003](0003-new-title.md) |\n|---|---|\n| Date | 2021-03-04 |\n"
        ),
        Case(
            name: "Nygard", before: "# 1. A\n\n## Status\n\nAccepted\n\n---\n\n## Context\n",
            after:
                "# 1. A\n\n## Status\n\nAccepted\n\nAmends [3. New title](0003-new-title.md)\n\n---\n\n## Context\n"
        ),
        Case(
            name: "no status", before: "# A\n\n* Date: 2021-03-04\n",
            after: "# A\n\n* Amends: [ADR-0003](0003-new-title.md)\n* Date: 2021-03-04\n"),
    ]

    @Test(arguments: amends)
    func aRecordSaysWhatItIsToAnother(_ case: Case) throws {
        try expect(`case`) { bytes in
            let old = RecordForm(bytes, file: "x.md").status
            let result = try RecordEdit.stating(
                "Amends", of: Self.target, in: bytes, file: "docs/adr/0001-old.md")
            let form = RecordForm(result, file: "x.md")
            #expect(form.status.name == old.name)
            #expect(form.states(.amends, Self.target))
            #expect(form.status.statements.count == old.statements.count + 1)
            return result
        }
    }

    // MARK: What stays

    @Test func anOldEncodingStays() throws {
        let change = StatusChange(words: "deprecated", successor: nil)
        let before =
            Array("# Caf".utf8) + [0xE9] + Array("\r\n\r\n* Status: accepted ".utf8) + [0x96]
            + Array(" ok\r\n".utf8)
        let after =
            Array("# Caf".utf8) + [0xE9] + Array("\r\n\r\n* Status: deprecated ".utf8) + [0x96]
            + Array(" ok\r\n".utf8)
        #expect(try RecordEdit.settingStatus(change, in: before, file: "a.md") == after)
        let link = RecordLink(to: "0003-x.md", heading: "3. Ω", from: "a.md")
        let section = Array("# Caf".utf8) + [0xE9] + Array("\n\n## Status\n\nAccepted\n".utf8)
        let refusal = try #require(throws: EditRefusal.self) {
            try RecordEdit.stating("Amends", of: link, in: section, file: "a.md")
        }
        #expect(refusal.problem.id == "not-in-encoding")
    }

    @Test func anUnfinishedMergeIsLeftAlone() throws {
        let text = "# A\n\n<<<<<<< HEAD\n* Status: accepted\n=======\n* Status: rejected\n>>>>>>> b\n"
        let refusal = try #require(throws: EditRefusal.self) {
            try RecordEdit.settingStatus(
                StatusChange(words: "deprecated", successor: nil), in: Array(text.utf8), file: "a.md")
        }
        #expect(refusal.problem.id == "merge-marks")
        #expect(refusal.problem.location?.line == 3)
    }

    @Test func aStatusOverSeveralLinesIsLeftToAPerson() throws {
        let text = "---\nstatus: >\n  accepted\n---\n# A\n"
        let refusal = try #require(throws: EditRefusal.self) {
            try RecordEdit.settingStatus(
                StatusChange(words: "deprecated", successor: nil), in: Array(text.utf8), file: "a.md")
        }
        #expect(refusal.problem.id == "no-place")
    }

    // MARK: Names

    @Test(
        arguments: [
            ([], "0001-use-x.md"),
            (["0009-a.md", "0010-b.md"], "0011-use-x.md"),
            (["adr_007_some_thing.md"], "adr_008_use_x.md"),
            (["ADR-12-a-b.markdown", "ADR-9-c.md"], "ADR-13-use-x.markdown"),
            (["1-a.md", "0000-template.md"], "2-use-x.md"),
            (["1-a.md", "2-b.md"], "3-use-x.md"),
            (["20210304-use-a-queue.md"], "20260102-use-x.md"),
            (["2021-03-04-use-a-queue.md"], "2026-01-02-use-x.md"),
        ] as [([String], String)])
    func aNewFileIsNamedAsItsNeighbours(_ names: [String], _ wanted: String) throws {
        let day = try #require(CalendarDate(iso: "2026-01-02"))
        let naming = RecordNaming(names)
        #expect(naming.fileName("Use X!", number: naming.next, day: day) == wanted)
    }
}

extension String {
    /// Without the last line end.
    fileprivate var trimmingLast: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}

extension RecordLink {
    /// A link within a site that lies nowhere.
    init(to target: String, heading: String, from path: String) {
        self.init(
            to: target, heading: heading, from: path, in: SiteMap(pages: [:], assets: [], former: [:]))
    }
}
