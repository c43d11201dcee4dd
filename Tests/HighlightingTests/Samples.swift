import Highlighting
import Testing

/// A text in each language, and what some words of it are.
struct Sample: Sendable, CustomTestStringConvertible {
    /// As a fence names the language.
    let fence: String
    let text: String
    let expected: [(String, Piece.Kind)]
    var testDescription: String { fence }

    init(_ fence: String, _ text: String, _ expected: [(String, Piece.Kind)]) {
        (self.fence, self.text, self.expected) = (fence, text, expected)
    }

    static let all = [
        Sample(
            "swift", "/// Adds.\nfunc add(_ n: Int) -> String { let a = \"\\(n) more\"; return a + 0x1F }\n",
            [
                ("/// Adds.", .comment), ("func", .keyword), ("add", .name), ("Int", .name),
                ("return", .keyword), ("0x1F", .constant), ("more\"", .string),
            ]),
        Sample(
            "java", "@Repository\npublic class Orders { // all\n  int limit = 100; String s = \"x\"; }\n",
            [
                ("@Repository", .name), ("class", .keyword), ("Orders", .name), ("// all", .comment),
                ("100", .constant), ("\"x\"", .string),
            ]),
        Sample(
            "kt", "fun main() { val n = 1L /* one */\n  println(\"none\") }\n",
            [
                ("fun", .keyword), ("main", .name), ("1L", .constant), ("/* one */", .comment),
                ("\"none\"", .string),
            ]),
        Sample(
            "py", "@cached\ndef tax(rate=0.19):\n    # rounded\n    return f'{rate}' if rate else None\n",
            [
                ("@cached", .name), ("def", .keyword), ("tax", .name), ("0.19", .constant),
                ("# rounded", .comment), ("None", .constant),
            ]),
        Sample(
            "js", "const n = (await read('a')).split(/b+/g); // words\nclass Log { static max = 10; }\n",
            [
                ("const", .keyword), ("read", .name), ("'a'", .string), ("/b+/g", .string),
                ("// words", .comment), ("Log", .name), ("10", .constant),
            ]),
        Sample(
            "ts", "interface Order { readonly id: number } // one\nconst a: Order = `x${1}`;\n",
            [("interface", .keyword), ("Order", .name), ("number", .name), ("// one", .comment)]),
        Sample(
            "golang", "package main\n// Go\nfunc f() string { return \"a\" + nil }\n",
            [
                ("package", .keyword), ("// Go", .comment), ("f", .name), ("\"a\"", .string),
                ("nil", .constant),
            ]),
        Sample(
            "rust", "/// One.\npub fn new(id: u64) -> Order { println!(\"{}\", 7) }\n",
            [
                ("/// One.", .comment), ("fn", .keyword), ("new", .name), ("Order", .name),
                ("7", .constant),
            ]),
        Sample(
            "c", "#include <stdio.h>\n/* a */ static int f(void) { return 0x1f; }\n",
            [
                ("include", .keyword), ("<stdio.h>", .string), ("/* a */", .comment), ("static", .keyword),
                ("f", .name), ("0x1f", .constant),
            ]),
        Sample(
            "cs", "namespace Shop; // a\npublic record Order(int Id) { string s = \"b\"; int n = 5; }\n",
            [
                ("namespace", .keyword), ("// a", .comment), ("Order", .name), ("\"b\"", .string),
                ("5", .constant),
            ]),
        Sample(
            "SQL", "-- a\nSELECT COUNT(*) FROM orders WHERE name = 'b' LIMIT 10;\n",
            [
                ("-- a", .comment), ("SELECT", .keyword), ("COUNT", .name), ("'b'", .string),
                ("10", .constant),
            ]),
        Sample(
            "sh", "# a\nif [ -f \"x\" ]; then\n  echo $HOME\nfi\n",
            [
                ("# a", .comment), ("if", .keyword), ("echo", .name), ("$HOME", .constant),
                ("-f", .constant),
            ]),
        Sample(
            "console", "$ git status | head -3\nOn branch main\n",
            [("$", .comment), ("git", .name), ("-3", .constant)]),
        Sample(
            "yml", "# a\ntitle: \"b\"\nlimit: 10\n",
            [("# a", .comment), ("title", .name), ("\"b\"", .string), ("10", .constant)]),
        Sample(
            "json", "{\"limit\": 10, \"is\": true, \"name\": \"b\"}\n",
            [("\"limit\"", .name), ("10", .constant), ("true", .constant), ("\"b\"", .string)]),
        Sample(
            "terraform", "# a\nresource \"aws_s3_bucket\" \"logs\" {\n  count = 2\n  on = true\n}\n",
            [
                ("# a", .comment), ("resource", .keyword), ("count", .name), ("2", .constant),
                ("true", .constant),
            ]),
        Sample(
            "Dockerfile", "# a\nFROM debian AS build\nRUN echo \"b\"\n",
            [("# a", .comment), ("FROM", .keyword), ("RUN", .keyword), ("\"b\"", .string)]),
        Sample(
            "diff", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n same\n",
            [
                ("--- a/x", .comment), ("@@ -1 +1 @@", .comment), ("-old", .deleted), ("+new", .inserted),
            ]),
        Sample(
            "c++", "class Box { int n = 1; }; // a\n",
            [("class", .keyword), ("Box", .name), ("1", .constant), ("// a", .comment)]),
        Sample(
            "html", "<!-- a --><a href=\"x\">b &amp; c</a>\n",
            [
                ("<!-- a -->", .comment), ("a", .keyword), ("href", .name), ("x", .string),
                ("&amp;", .constant),
            ]),
        Sample(
            "css", "/* a */ @media print { a { color: red } }\n",
            [("/* a */", .comment), ("@media", .keyword), ("color", .name)]),
        Sample(
            "toml", "# a\nname = \"b\"\ngood = true\n",
            [("# a", .comment), ("name", .name), ("\"b\"", .string), ("true", .constant)]),
    ]
}

extension Piece {
    /// The words of a text that have a kind, in order.
    static func words(_ pieces: [Piece], of text: String) -> [(String, Piece.Kind)] {
        var rest = Array(text.utf8)[...]
        return pieces.compactMap { piece in
            let word = String(decoding: rest.prefix(piece.length), as: UTF8.self)
            rest = rest.dropFirst(piece.length)
            return piece.kind.map { (word, $0) }
        }
    }
}
