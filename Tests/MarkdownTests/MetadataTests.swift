import Diagnostics
import Markdown
import Testing

/// YAML is read as words with places; what it might mean is for those who ask.
struct MetadataTests {
    @Test(arguments: [
        "1.10", "no", "yes", "Yes", "on", "true", "NULL", "2026-03-02", "2026-03-02T10:00:00Z", "0x1F", "012",
        "1_000", "1e3", ".inf", "190:20:30", "5f1c", "+1", "=", "<<",
    ])
    func scalarsStayAsTheyAreWritten(scalar: String) throws {
        let (value, problems) = YAML.parse("key: \(scalar)\nlist: [\(scalar), \"\(scalar)\"]\n", file: "f")
        #expect(problems.isEmpty)
        #expect(value?["key"]?.text == scalar)
        #expect(value?["list"]?.texts == [scalar, scalar])
    }

    @Test(arguments: ["", "~", "null", "''", "\"  \""])
    func whatSaysNothingIsNoText(scalar: String) throws {
        let value = try #require(YAML.parse("key: \(scalar)\n", file: "f").value)
        #expect(value["key"] != nil)
        #expect(value["key"]?.text == nil)
        #expect(value["key"]?.elements.isEmpty == true)
    }

    @Test func aLoneWordIsAListOfOne() {
        let value = YAML.parse("a: one\nb: [one, ~, two]\nc: {d: e}\n", file: "f").value
        #expect(value?["a"]?.texts == ["one"])
        #expect(value?["b"]?.texts == ["one", "two"])
        #expect(value?["c"]?.texts == [])
        #expect(value?["a"]?.entries.isEmpty == true)
        #expect(value?["none"] == nil)
    }

    @Test func foldedTextLosesItsLineEnds() {
        let value = YAML.parse(
            "a: >\n  one\n  two\n\n  three\nb: |\n  one\n  two\nc: one\n  two\n", file: "f"
        ).value
        #expect(value?["a"]?.text == "one two\nthree")
        #expect(value?["b"]?.text == "one\ntwo")
        #expect(value?["c"]?.text == "one two")
    }

    @Test func everyPartKnowsItsPlace() throws {
        let text = """
            title: Größe, "x"
            größe: {name: Ö, 日本: ü}
            list:
              - one
              - key: [a, "b c"]
            """
        let value = try #require(YAML.parse(text, file: "f", firstLine: 5).value)
        #expect(
            places(value) == [
                "5:1+5 title", "5:8+12 Größe, \"x\"", "6:1+7 größe", "6:11+4 name", "6:17+2 Ö", "6:21+6 日本",
                "6:29+2 ü", "7:1+4 list", "8:5+3 one", "9:5+3 key", "9:11+1 a", "9:14+3 b c",
            ])
    }

    @Test(arguments: ["a: ö\r\nb: c\r\n", "a: ö\rb: c\r", "a: ö\nb: c"])
    func everyLineEndCounts(text: String) throws {
        let value = try #require(YAML.parse(text, file: "f").value)
        #expect(places(value) == ["1:1+1 a", "1:4+2 ö", "2:1+1 b", "2:4+1 c"])
    }

    @Test func anAnchorIsRepeatedWhereItIsNamed() {
        let value = YAML.parse("a: &x [one, two]\nb: *x\n", file: "f").value
        #expect(value?["b"]?.texts == ["one", "two"])
    }

    @Test func aTextThatRepeatsItselfWithoutEndIsCutShort() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...7 {
            let above = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(above)]\n"
        }
        let (value, problems) = YAML.parse(text, file: "f")
        #expect(value?["a0"]?.texts.count == 10)
        #expect(problems.map(\.summary) == ["this holds more than 20,000 values"])
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", "1:1 the key 'a' is given twice"),
        ("x:\n  ö: {b: 1, b: 2}\n", "2:8 the key 'b' is given twice"),
        ("a: [1, 2\nb: 3\n", "2:2 this is not YAML: did not find expected ',' or ']'"),
        ("a: b: c\n", "1:5 this is not YAML: mapping values are not allowed in this context"),
        ("a: \"open\n", "2:1 this is not YAML: found unexpected end of stream"),
        ("\ta: b\n", "1:1 this is not YAML: found character that cannot start any token"),
        ("ö: @x\n", "1:5 this is not YAML: found character that cannot start any token"),
        ("a: *none\n", "1:4 this is not YAML: found undefined alias"),
        ("? [a]\n: b\n", "1:3 a key must be a word"),
        ("a: b\n---\nc: d\n", "2:1 this is not YAML: but found another document"),
        ("a: \u{1}\n", "1:4 this is not YAML: control characters are not allowed"),
    ])
    func whatIsWrongIsSaidWithItsPlace(text: String, expected: String) throws {
        let problems = YAML.parse(text, file: "f").problems
        #expect(problems.map { "\(place($0.location)) \($0.summary)" } == [expected])
        #expect(problems.allSatisfy { $0.id == "bad-yaml" && $0.severity == .error })
    }

    @Test(arguments: ["", "\n", "# a remark\n", "---\n"])
    func nothingIsNoProblem(text: String) {
        let (value, problems) = YAML.parse(text, file: "f")
        #expect(value?.text == nil)
        #expect(value?.entries.isEmpty != false)
        #expect(problems.isEmpty)
    }

    private func place(_ location: Diagnostics.SourceLocation?) -> String {
        location.map { "\($0.line):\($0.column)" } ?? "nowhere"
    }

    /// Each word with its place and length, in the order of the text.
    private func places(_ value: Metadata) -> [String] {
        func shown(_ location: Diagnostics.SourceLocation, _ text: String) -> String {
            "\(place(location))+\(location.length) \(text)"
        }
        switch value.content {
        case .scalar(let text): return [shown(value.location, text)]
        case .list(let elements): return elements.flatMap(places)
        case .mapping(let entries):
            return entries.flatMap { [shown($0.keyLocation, $0.key)] + places($0.value) }
        }
    }
}
