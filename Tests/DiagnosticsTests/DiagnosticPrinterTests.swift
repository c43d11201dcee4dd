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

    @Test(arguments: [
        // What would steer the terminal is spelled out, in quoted lines and in words, and takes its cells.
        ("a\u{1B}[31mb", 7, 1, "1:7", "a\\u{1B}[31mb", "           ^"),
        ("\u{0}x", 2, 1, "1:2", "\\u{0}x", "     ^"),
        ("\u{7}x", 1, 2, "1:1", "\\u{7}x", "^~~~~~"),
        ("\u{9B}2Jx", 1, 2, "1:1", "\\u{9B}2Jx", "^~~~~~"),
        ("\u{202E}x", 4, 1, "1:2", "\\u{202E}x", "        ^"),
        ("\\u{1B}", 1, 1, "1:1", "\\u{1B}", "^"),
    ])
    func controlsAreSpelledOut(
        line: String, column: Int, length: Int, position: String, shown: String, underline: String
    ) {
        let text = printed(
            Diagnostic("x", at: .init(file: "f", line: 1, column: column, length: length), "y"),
            files: ["f": line])
        #expect(text == "f:\(position): error: y [x]\n 1 | \(shown)\n   | \(underline)\n")
    }

    @Test func controlsInWordsAreSpelledOut() {
        let text = printed(
            Diagnostic(
                "x", at: .init(file: "a\u{1B}.md", line: 9), "'\u{1B}[2J' is\nno key",
                suggestion: "not '\u{7}'",
                notes: [.init("\r")]))
        #expect(
            text == """
                a\\u{1B}.md:9:1: error: '\\u{1B}[2J' is\\u{A}no key [x]
                note: \\u{D}
                  help: not '\\u{7}'

                """)
    }

    @Test(arguments: [
        // The place, and what of the line is shown.
        (1, 0..<200), (50, 0..<200), (101, 0..<200), (102, 1..<201), (500, 399..<599), (901, 800..<1000),
        (1000, 800..<1000),
    ])
    func ofALongLineWhatStandsAroundThePlaceIsShown(column: Int, window: Range<Int>) {
        let letters = (0..<1000).map { String($0 % 10) }
        let text = printed(
            Diagnostic("x", at: .init(file: "f", line: 1, column: column, length: 3), "y"),
            files: ["f": letters.joined()])
        let before = window.lowerBound > 0 ? "…" : ""
        let shown = before + letters[window].joined() + (window.upperBound < 1000 ? "…" : "")
        let margin = String(repeating: " ", count: before.count + column - 1 - window.lowerBound)
        let underline = column == 1000 ? "^" : "^~~"
        #expect(text == "f:1:\(column): error: y [x]\n 1 | \(shown)\n   | \(margin)\(underline)\n")
    }

    @Test func theUnderlineEndsWithWhatIsShown() {
        let text = printed(
            Diagnostic("x", at: .init(file: "f", line: 1, column: 301, length: 400), "y"),
            files: ["f": String(repeating: "日", count: 500)])
        let shown = String(repeating: "日", count: 100)
        let margin = String(repeating: " ", count: 101)
        let underline = "^" + String(repeating: "~", count: 99)
        #expect(text == "f:1:101: error: y [x]\n 1 | …\(shown)…\n   | \(margin)\(underline)\n")
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

    @Test(arguments: [("\r\n", 5), ("\n", 4), ("\r", 4)])
    func aByteHasTheSamePlaceHoweverItIsAskedFor(end: String, second: Int) {
        let text = Array("aé\(end)b\(end)\(end)c".utf8)[...]
        let lines = TextLines(text)
        #expect(lines.location(ofByte: second, file: "f") == SourceLocation(file: "f", line: 2))
        for offset in 0...text.count {
            let place = SourceLocation(ofByte: offset, in: text, file: "f", length: 2)
            #expect(lines.location(ofByte: offset, file: "f", length: 2) == place)
        }
        #expect(
            (1...5).map { lines.line($0).map { String(decoding: $0, as: UTF8.self) } } == [
                "aé", "b", "", "c", nil,
            ])
        // A part of a text counts from its own start.
        #expect(TextLines(text.dropFirst(3)).location(ofByte: second - 3, file: "f").line == 2)
    }

    private func printed(_ diagnostic: Diagnostic, files: [String: String] = [:]) -> String {
        var printer = DiagnosticPrinter { files[$0].map { Array($0.utf8) } }
        return printer.text(of: diagnostic)
    }
}
