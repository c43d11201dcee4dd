import Diagnostics
import Rules

/// A place for tests that do not care; `line` tells items apart.
func place(_ line: Int = 1) -> SourceLocation { SourceLocation(file: "sample.md", line: line, column: 3) }

/// A rule set from targets alone: the items are `q0`, `q1`, …, called `Q0`, …, on lines 10, 11, …, and
/// their targets start in column 20.
func ruleSet(_ options: [Option], _ targets: [String], words: Words = .english) -> RuleSet {
    let items = targets.enumerated().map { index, text in
        ChecklistItem(
            id: "q\(index)", name: "Q\(index)", ask: "Is \(index) so?",
            target: SourcedText(
                text,
                at: SourceLocation(file: "sample.md", line: 10 + index, column: 20, length: text.utf8.count)),
            location: place(10 + index))
    }
    return RuleSet(id: "sample", options: options, items: items, words: words)
}

extension Option {
    /// An option whose id is its name in lower case.
    init(_ name: String, of combines: [String] = []) {
        self.init(id: name.lowercased(), name: name, combines: combines, location: place(2))
    }
}

/// The framework of the sample site (SAMPLE.md).
let ragOrFineTuning = RuleSet(
    id: "rag-or-fine-tuning",
    options: [Option("RAG"), Option("Fine-tuning"), Option("Hybrid", of: ["rag", "fine-tuning"])],
    items: [
        ("Fresh knowledge", "RAG"), ("Citations", "RAG"), ("Format", "Fine-tuning"),
        ("Latency", "Fine-tuning on a smaller model"), ("Examples", "Fine-tuning is viable"),
        ("Unsure", "Start with RAG; fine-tune later if needed"),
    ].enumerated().map { index, item in
        ChecklistItem(
            id: "q\(index)", name: item.0, ask: "\(item.0)?",
            target: SourcedText(item.1, at: place(10 + index)),
            location: place(10 + index))
    })

/// All sets of answers to so many yes/no questions.
func answerSets(_ count: Int) -> [[Bool?]] {
    (0..<count).reduce([[]]) { sets, _ in sets.flatMap { set in [nil, true, false].map { set + [$0] } } }
}

extension Answers {
    /// Answers to the questions `q0`, `q1`, ….
    init(_ answers: [Bool?]) {
        self.init()
        for (index, answer) in answers.enumerated() { self["q\(index)"] = answer.map { $0 ? .yes : .no } }
    }
}
