import Diagnostics
import Rules
import Testing

/// No text makes the parser or the compiler trap.
struct FuzzTests {
    private static let pieces = [
        "RAG", "rag", "Fine-tuning", "Fine", "-", "–", "not", "Not ", "Start", "with", "is", "viable",
        "isn’t", " ",
        "  ", "\u{A0}", "\n", "(", ")", "2", "0.5", "(2)", "(−1)", "(1,000)", ".", "..", ",", ";", "…", "é",
        "e\u{301}",
        "\u{301}", "検索", "は", "可能", "👩‍👩‍👧", "\u{0}", "\"", "“", "C++", "+", "#", "/", "999999999999999", "→",
        "and",
    ]

    @Test(arguments: 0..<8)
    func randomTargets(block: Int) {
        var random = SeededGenerator(seed: 1000 + block)
        for _ in 0..<1000 {
            func text() -> String {
                (0..<Int.random(in: 0...8, using: &random)).map { _ in
                    (Self.pieces.randomElement(using: &random) ?? "") + (random.chance(40) ? " " : "")
                }.joined()
            }
            let options = (0..<Int.random(in: 0...4, using: &random)).map { index in
                Option(
                    id: "o\(index)", name: random.chance(70) ? "\(Self.pieces[index * 2])\(index)" : text(),
                    combines: random.chance(20) ? ["o\(Int.random(in: 0...4, using: &random))"] : [],
                    location: place())
            }
            let words = Words(not: [text()], viable: [text(), "可能"], start: [text()], with: [text()])
            let set = ruleSet(options, (0..<3).map { _ in text() }, words: words)
            let (logic, problems) = set.compile(nodeLimit: 50)
            #expect((logic == nil) == problems.hasErrors)
            _ = logic?.evaluate(Answers(letters: "yon"))
            _ = logic?.findings()
            _ = AnswerType.read(text(), words: words)
        }
    }
}
