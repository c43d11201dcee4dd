import Diagnostics
import Testing

/// What an author sees of a problem, to the letter.
struct DiagnosticPrinterTests {
    @Test func quotesTheLineWithACaretUnderThePlace() {
        let text = printed(
            Diagnostic("dead-link", at: .init(file: "a.md", line: 2, column: 6), "this leads nowhere"),
            files: ["a.md": "one\nsee [b](c)\nthree\n"])
        #expect(
            text == """
                a.md:2:6: error: this leads nowhere [dead-link]
                 2 | see [b](c)
                   |      ^

                """)
    }

    @Test func underlinesWhatIsMeantAndSuggests() {
        let text = printed(
            Diagnostic(
                "unknown-key", .warning, at: .init(file: "a.yml", line: 1, column: 3, length: 4),
                "'tilte' is no key", suggestion: "did you mean 'title'?"),
            files: ["a.yml": "  tilte: x"])
        #expect(
            text == """
                a.yml:1:3: warning: 'tilte' is no key [unknown-key]
                 1 |   tilte: x
                   |   ^~~~
                  help: did you mean 'title'?

                """)
    }

    @Test func notesStandBetweenTheProblemAndItsSuggestion() {
        let text = printed(
            Diagnostic(
                "twice", at: .init(file: "b.md", line: 1), "this id is taken", suggestion: "choose another",
                notes: [
                    .init("the first is here", at: .init(file: "a.md", line: 10, column: 2, length: 2)),
                    .init("ids are compared without case"),
                ]),
            files: ["a.md": String(repeating: "\n", count: 9) + "xyz", "b.md": "id"])
        #expect(
            text == """
                b.md:1:1: error: this id is taken [twice]
                 1 | id
                   | ^
                a.md:10:2: note: the first is here
                 10 | xyz
                    |  ^~
                note: ids are compared without case
                  help: choose another

                """)
    }

    @Test func withoutAPlaceThereIsOnlyTheSentence() {
        #expect(
            printed(Diagnostic("no-content", at: nil, "there is nothing to build"))
                == "error: there is nothing to build [no-content]\n")
    }

    @Test func aFileThatCannotBeReadIsNamedAndNotQuoted() {
        #expect(
            printed(Diagnostic("x", at: .init(file: "gone.md", line: 3, column: 7), "y"))
                == "gone.md:3:7: error: y [x]\n")
    }

    @Test(arguments: [0, 3, .max])
    func aLineThatIsNotThereIsNamedAndNotQuoted(line: Int) {
        #expect(
            printed(
                Diagnostic("x", at: .init(file: "a.md", line: line, column: 7), "y"), files: ["a.md": "1\n2"])
                == "a.md:\(line):7: error: y [x]\n")
    }

    @Test(arguments: [
        // Columns count characters, as editors do; the underline is as wide as a terminal shows them.
        ("é = x", 6, 1, "1:5", "    ^"),
        ("é = ö", 6, 2, "1:5", "    ^"),
        ("öäü", 1, 6, "1:1", "^~~"),
        ("e\u{301}x", 4, 1, "1:2", " ^"),
        ("日本 x", 8, 1, "1:4", "     ^"),
        ("x 日本", 3, 6, "1:3", "  ^~~~"),
        ("한글x", 7, 1, "1:3", "    ^"),
        ("Ａx", 4, 1, "1:2", "  ^"),
        ("👩‍👩‍👧 x", 20, 1, "1:3", "   ^"),
        ("❤️ x", 8, 1, "1:3", "   ^"),
        ("☃ x", 5, 1, "1:3", "  ^"),
        // A tab stays one, so that the caret moves as far as the line above it.
        ("\tx", 2, 1, "1:2", "\t^"),
        ("a\tb\tx", 5, 1, "1:5", " \t \t^"),
        // Beyond the end, and on it.
        ("ab", 3, 1, "1:3", "  ^"),
        ("ab", 9, 5, "1:3", "  ^"),
        ("ab", 2, 50, "1:2", " ^"),
        ("", 1, 1, "1:1", "^"),
        ("ab", 0, 1, "1:1", "^"),
    ])
    func theCaretStandsUnderItsPlace(
        line: String, column: Int, length: Int, position: String, underline: String
    ) {
        let text = printed(
            Diagnostic("x", at: .init(file: "f", line: 1, column: column, length: length), "y"),
            files: ["f": line])
        #expect(text == "f:\(position): error: y [x]\n 1 | \(line)\n   | \(underline)\n")
    }

    @Test(arguments: ["one\ntwo\nthree", "one\r\ntwo\r\nthree", "one\rtwo\rthree", "one\n\rthree"])
    func everyLineEndCounts(text: String) {
        let shown = printed(
            Diagnostic("x", at: .init(file: "f", line: 3, column: 1, length: 5), "y"), files: ["f": text])
        #expect(shown == "f:3:1: error: y [x]\n 3 | three\n   | ^~~~~\n")
    }

    @Test func aByteOrderMarkIsNoCharacter() {
        let shown = printed(
            Diagnostic("x", at: .init(file: "f", line: 1, column: 3), "y"), files: ["f": "\u{FEFF}abc"])
        #expect(shown == "f:1:3: error: y [x]\n 1 | abc\n   |   ^\n")
    }

    @Test func aFileIsReadOnce() {
        var reads: [String] = []
        var printer = DiagnosticPrinter { file in
            reads.append(file)
            return Array("a\nb".utf8)
        }
        for line in 1...2 { _ = printer.text(of: Diagnostic("x", at: .init(file: "f", line: line), "y")) }
        #expect(reads == ["f"])
    }

    private func printed(_ diagnostic: Diagnostic, files: [String: String] = [:]) -> String {
        var printer = DiagnosticPrinter { files[$0].map { Array($0.utf8) } }
        return printer.text(of: diagnostic)
    }
}
