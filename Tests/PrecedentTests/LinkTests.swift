import Testing

/// Links lead where their authors meant, whatever files and headings are called.
struct LinkTests {
    private static func published(_ edits: [SmallSite.Edit]) async throws -> PublishedSite {
        let folder = try TemporaryFolder()
        try SmallSite.write(to: folder, edits)
        return try await PublishedSite.build(folder)
    }

    @Test func theSoundSiteHasNoFaults() async throws {
        #expect(try await Self.published([]).faults == [])
    }

    @Test func namesMayHoldWhatAddressesMayNot() async throws {
        let names = [
            "c#", "what?", "100%", "100%25", "a b", "größe", "日本", "a:b", "it's", "(one)", "a&b", "q\"q",
            "50%2F",
            "<b>",
        ]
        var edits: [SmallSite.Edit] = []
        var list = ""
        for (index, name) in names.enumerated() {
            let written = SmallSite.markdownAddress(name)
            edits.append(.add(.init(stringLiteral: "content/\(name).md"), "# P\(index)\n\n## Größe\n"))
            edits.append(
                .add(
                    .init(stringLiteral: "content/decisions/\(name)/\(1000 + index)-\(name).md"),
                    "# R\(index)\n\n[Up](../../\(written).md#größe)\n\n![I](\(written).png)\n"))
            edits.append(.add(.init(stringLiteral: "content/decisions/\(name)/\(name).png"), "PNG"))
            edits.append(
                .add(
                    .init(stringLiteral: "content/assessments/\(name).md"),
                    "---\nframework: '\(name.replacing("'", with: "''"))'\n---\n# A\(index)\n\n- Größe #1?: yes\n"
                ))
            edits.append(
                .add(
                    .init(stringLiteral: "content/frameworks/\(name).md"),
                    "---\noptions: { queue: Queue, log: Log }\n---\n# F\(index)\n\n- **Größe #1?** Is it big? → Log\n- **Unsure.** Unsure? → Start with Queue\n"
                ))
            list += "- [x](\(written).md#p\(index)) [y](frameworks/\(written).md#größe-1)\n"
            list += "- [z](decisions/\(written)/\(1000 + index)-\(written).md)\n"
        }
        edits.append(.change(.home, "Our decisions.", to: list))
        edits.append(
            .change(.configuration, "title: Messaging", to: "title: M\nnav: { X: 'c%23.md', Y: größe.md }"))
        let site = try await Self.published(edits)
        #expect(site.faults == [])
        #expect(site["index.html"].contains("href=\"frameworks/c%23.html#gr%C3%B6%C3%9Fe-1\""))
        #expect(site["index.html"].contains("href=\"a%3Ab.html#p7\""))
    }

    @Test func everyPageThatHasItsTitleFromTheDocumentHasAPlaceForIt() async throws {
        let site = try await Self.published([
            .add("content/about.md", "# About us\n\n[t](#about-us)\n"),
            .change(
                .record, "We use a log.",
                to:
                    "[t](#use-a-log) [a](../about.md#about-us) [f](../frameworks/queue.md#queue-or-log) [b](../assessments/billing.md#billing)"
            ),
        ])
        #expect(site.faults == [])
        #expect(site["about.html"].contains("<h1 id=\"about-us\">About us</h1>"))
    }

    @Test(arguments: [
        ("[t](../index.md#welcome)", "'#welcome' is no heading there"),
        ("[t](../assessments/billing.md#answers)", "'#answers' is no heading there"),
        ("[t](../assessments/billing.md#does-it-replay)", "'#does-it-replay' is no heading there"),
    ])
    func aPlaceThatThePageDoesNotShowIsNone(link: String, message: String) async throws {
        let folder = try TemporaryFolder()
        try SmallSite.write(
            to: folder,
            [
                .change(.record, "We use a log.", to: link),
                .change(.home, "Our decisions.", to: "# Welcome\n\nOur decisions."),
                .change(.assessment, "# Billing\n", to: "# Billing\n\n## Answers\n"),
            ])
        let run = try await Program.run(["check"], in: folder.path)
        #expect(run.errors.contains("warning: \(message) [dangling-anchor]"))
    }

    @Test func noIdIsThereTwiceAndHeadingsKeepTheirs() async throws {
        let site = try await Self.published([
            .change(
                .framework, "A log keeps what a queue forgets.",
                to: """
                    ## Replay

                    [h](#replay) [q](#replay-1) [o](#option-log) [s](#framework-start) [p](#page-contents)

                    ### Option log
                    ### framework-start
                    ### Factor replay
                    ### page contents
                    ### fn 1

                    | Factor | Queue | Log |
                    | --- | --- | --- |
                    | Replay | some[^n] | all |

                    [^n]: A note.

                    """),
            .change(
                .assessment, "# Billing\n",
                to:
                    "# Billing\n\n## Replay\n\n[h](#replay) [f](../frameworks/queue.md#replay-1)\n\n### report why\n\nx\n"
            ),
        ])
        #expect(site.faults == [])
        #expect(site["frameworks/queue.html"].contains("<h2 id=\"replay\">Replay</h2>"))
        #expect(site["frameworks/queue.html"].contains("<li id=\"replay-1\">"))
        #expect(site["assessments/billing.html"].contains("href=\"../frameworks/queue.html#replay-1\""))
    }

    @Test func notesStandWhereTheyAreReferredTo() async throws {
        let site = try await Self.published([
            .change(
                .framework, "| Replay | none | any time |",
                to: "| Replay | none[^a] | any time[^b] |\n\n[^a]: In a cell.\n[^b]: In another.\n"),
            .change(
                .framework, "twice? → Log\n", to: "twice? → Log\n\n  So it is.[^a]\n\n  ### Why\n\n"),
            .change(
                .assessment, "| Ops | ? | |",
                to:
                    "| Ops | ? | Nobody knows.[^1] |\n| Unsure[^2] | no | |\n\n[^1]: Asked.\n[^2]: Not shown.\n"
            ),
            .change(.record, "# Use a log\n\nWe", to: "# Use a log[^t]\n\n[^t]: Of Kafka's kind.\n\nWe"),
        ])
        #expect(site.faults == [])
        let report = site["assessments/billing.html"]
        #expect(!report.contains("In a cell."))
        #expect(
            report.contains(
                "Nobody knows.<sup class=\"footnote-ref\"><a href=\"#fn.1\" id=\"fnref.1\">1</a></sup>"))
        #expect(report.contains("Asked. <a href=\"#fnref.1\""))
        #expect(report.contains("<p>Not shown.</p>"))
        #expect(site["decisions/0001-use-a-log.html"].contains("Use a log<sup"))
        #expect(!site["decisions/index.html"].contains("<sup"))
        #expect(site["frameworks/queue.html"].contains("id=\"why\""))
        #expect(!report.contains("id=\"why\""))
    }

    @Test func notesBehindAnAnswerUnderAHeadingAreShown() async throws {
        let site = try await Self.published([
            .change(.assessment, "| Replay | yes | Invoices are rebuilt. |\n", to: ""),
            .change(
                .assessment, "| Ops | ? | |\n",
                to: "| Ops | ? | |\n\n## Replay\n\n**Yes.** They are rebuilt.[^1]\n\n[^1]: Each night.\n"),
        ])
        #expect(site.faults == [])
        #expect(site["assessments/billing.html"].contains("Each night. <a href=\"#fnref.1\""))
    }

    @Test(arguments: [
        ("decisions/", "decisions/index.html"), ("decisions", "decisions/index.html"),
        ("decisions/index.md", "decisions/index.html"), ("frameworks/", "frameworks/index.html"),
        ("frameworks/index.md", "frameworks/index.html"), ("./", "index.html"), ("index.md", "index.html"),
    ])
    func theSitesOwnPagesAreLinkedToAsAGitHostShowsThem(written: String, address: String) async throws {
        let site = try await Self.published([.add("content/about.md", "# About\n\n[x](\(written))\n")])
        #expect(site.faults == [])
        #expect(site["about.html"].contains("<a href=\"\(address)\">x</a>"))
    }

    @Test func anIndexIntroducesThePageOfItsFolder() async throws {
        let site = try await Self.published([
            .add(
                "content/decisions/index.md",
                "<!-- Written by log4brains -->\n# Our log\n\nHow we [decide](../about.md).[^1]\n\n## Rules\n\n[^1]: Slowly.\n"
            ),
            .add("content/frameworks/index.md", "Ways that worked.\n"),
            .add(
                "content/about.md",
                "# About\n\n[x](decisions/#rules) [y](decisions/index.md#our-log) [z](frameworks/)\n"),
        ])
        #expect(site.faults == [])
        let log = site["decisions/index.html"]
        #expect(log.contains("<h1 id=\"our-log\">Our log</h1>"))
        #expect(log.contains("How we <a href=\"../about.html\">decide</a>."))
        #expect(log.contains("0001-use-a-log.html"))
        #expect(!log.contains("log4brains"))
        #expect(site["frameworks/index.html"].contains("<h1>Frameworks</h1>"))
        #expect(site["frameworks/index.html"].contains("<p>Ways that worked.</p>"))
    }

    @Test func recordsWhoseNamesDifferInCaseAreBothPublished() async throws {
        let folder = try TemporaryFolder()
        try SmallSite.write(
            to: folder, [.add("content/decisions/0001-Use-a-log.md", "# Log\n\n[x](0001-use-a-log.md)\n")])
        let check = try await Program.run(["check"], in: folder.path)
        #expect(
            check.errors == """
                content/decisions/0001-use-a-log.md:1:1: warning: 'decisions/0001-use-a-log.html' and 'decisions/0001-Use-a-log.html' are one file on disks that do not tell case apart [path-taken]
                 1 | ---
                   | ^
                content/decisions/0001-Use-a-log.md:1:1: note: the other is here
                 1 | # Log
                   | ^
                  help: this one is published as '0001-use-a-log-2'
                content/decisions/0001-use-a-log.md:8:1: warning: two records have the number 1 [duplicate-number]
                 8 | # Use a log
                   | ^~~~~~~~~~~
                content/decisions/0001-Use-a-log.md:1:1: note: the first is '0001-Use-a-log.md'
                 1 | # Log
                   | ^~~~~
                  help: 'precedent renumber' gives one of them a number of its own
                2 warnings

                """)
        let site = try await PublishedSite.build(folder)
        #expect(site.faults == [])
        #expect(site["decisions/0001-Use-a-log.html"].contains("<a href=\"0001-use-a-log-2.html\">x</a>"))
    }

    @Test func formerNamesLeadOn() async throws {
        let site = try await Self.published([
            .change(
                .framework, "# Queue or log\n",
                to: "---\naliases: [queue or log?, old/queue]\n---\n# Queue or log\n"),
            .change(.assessment, "framework: queue", to: "framework: queue or log?\naliases: invoices"),
            .change(.record, "assessment: billing", to: "assessment: invoices\naliases: [0001-use-kafka]"),
            .add("content/decisions/0002-b.md", "---\nstatus: superseded by 0001-use-kafka\n---\n# B\n"),
            .change(
                .home, "Our decisions.",
                to:
                    "[r](decisions/0001-use-kafka.md) [f](frameworks/old/queue.md#replay) [a](assessments/invoices.md)"
            ),
        ])
        #expect(site.faults == [])
        let redirect = site["frameworks/old/queue.html"]
        #expect(redirect.contains("<meta http-equiv=\"refresh\" content=\"0; url=../queue.html\">"))
        #expect(redirect.contains("<link rel=\"canonical\" href=\"../queue.html\">"))
        let live = site["frameworks/old/queue-assess.html"]
        #expect(live.contains("<meta http-equiv=\"refresh\" content=\"0; url=../queue-assess.html\">"))
        #expect(site["frameworks/old/queue-portfolio.html"].contains("url=../queue-portfolio.html"))
        #expect(redirect.contains("<script src=\"../../assets/redirect.js\"></script>"))
        #expect(redirect.contains("<a href=\"../queue.html\">Queue or log</a>"))
        #expect(site["frameworks/queue or log?.html"].contains("url=queue.html"))
        #expect(site["index.html"].contains("<a href=\"decisions/0001-use-a-log.html\">r</a>"))
        #expect(site["index.html"].contains("<a href=\"frameworks/queue.html#replay\">f</a>"))
        #expect(site["decisions/0001-use-a-log.html"].contains("../assessments/billing.html"))
        #expect(site["decisions/0002-b.html"].contains("0001-use-a-log.html"))
    }
}
