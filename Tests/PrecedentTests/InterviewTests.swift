import Foundation
import Testing

/// Questions asked in a terminal, and answers kept as an assessment.
struct InterviewTests {
    /// The words that the program and the typist leave on a terminal, without what sets them off.
    private func screen(
        _ site: TemporaryFolder, of framework: String = "broker", typing lines: [String]
    ) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/script")
        process.arguments = ["-qec", "'\(try Program.path.get())' assess \(framework)", "/dev/null"]
        process.currentDirectoryURL = URL(filePath: site.path)
        try site.write("typed", lines.map { $0 + "\n" }.joined())
        try site.write("screen", "")
        process.standardInput = FileHandle(forReadingAtPath: site.path + "/typed")
        process.standardOutput = FileHandle(forWritingAtPath: site.path + "/screen")
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        return try site.read("screen").replacing(/\u{1B}\[\d+m/, with: "").replacing("\r\n", with: "\n")
    }

    private static let hasTerminals = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

    @Test(.enabled(if: hasTerminals))
    func oneCanGoBackLeaveOpenStopAndKeepTheAnswers() async throws {
        let site = try Broker.site()
        let name = "content/assessments/order-events.md"
        let screen = try await screen(
            site, typing: ["y", "b", "", "no", "perhaps", "?", "back", "yes", "quit", "notes", name])
        #expect(screen.contains("Enter or ? leaves a question open, b goes back, q stops here."))
        #expect(
            screen.contains(
                "1/7  Fan-out. Do several teams read the same messages?\n     One topic, many readers.\n"))
        #expect(screen.contains("     yes so far; Enter keeps it.\n"))
        #expect(screen.contains("     The answers are yes and no; ? leaves it open, b goes back, q stops.\n"))
        #expect(screen.contains("Open; 3 of 6 answered."))
        #expect(screen.contains("error") == false)
        #expect(screen.contains("'notes' is no name for an assessment"))
        #expect(screen.contains("Saved the answers as \(name).\n"))
        #expect(
            try site.read(name) == """
                ---
                framework: broker
                ---
                # Order events

                | Question | Answer | Evidence |
                | --- | --- | --- |
                | Fan-out | yes | |
                | Replay | no | |
                | Managed | yes | |
                | Budget | ? | |
                | Edge | ? | |
                | Skills | ? | |
                | Otherwise | | |

                """)
        #expect(try await Program.run(["check"], in: site.path).errors == "")
    }

    @Test(.enabled(if: hasTerminals))
    func questionsOfEveryTypeSayWhatMayBeAnswered() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site, [.add(.carrier, Carrier.framework)])
        let screen = try await screen(
            site, of: "carrier",
            typing: ["12 lb", "4.000 kg", "fast", "city", "soon", "2026-12-25", "no", "q", ""])
        #expect(screen.contains("1/6  Weight of it. How heavy is it?\n     a number from 0 to 500 (kg)\n"))
        #expect(
            screen.contains(
                "'lb' is not the unit of this number. The answers are a number from 0 to 500 (kg); ?"))
        #expect(screen.contains("'4.000' is read as 4: write 4000 if thousands are meant.\n"))
        #expect(screen.contains("'soon' is no date. The answers are a date as YYYY-MM-DD; ?"))
        // Where free text is asked for, one can stop all the same.
        #expect(screen.contains("Decided; 5 of 6 answered"))
    }

    @Test func answersFromAFileAreKeptAndComeToTheSame() async throws {
        let site = try Broker.site()
        let save = ["--save", "content/assessments/later.md"]
        let run = try await Program.run(
            ["assess", "broker", "--answers", "-", "--json"] + save, in: site.path,
            input: Broker.answers("yyynny?"))
        #expect(run.code == 0)
        #expect(run.errors == "\nSaved the answers as content/assessments/later.md.\n")
        #expect(run.output.hasPrefix("{"))
        #expect(try await Program.run(["build"], in: site.path).code == 0)
        #expect(
            try site.read("public/assessments/later.html").contains(
                "<span class=\"headline\">Kafka + SQS</span>"))
        let again = try await Program.run(
            ["assess", "broker", "--answers", "-"] + save, in: site.path, input: Broker.answers("nnnnnn?"))
        #expect(again.code == 2)
    }
}
