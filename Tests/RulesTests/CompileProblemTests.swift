import Diagnostics
import Rules
import Testing

/// Each problem with its exact text, place and suggestion.
struct CompileProblemTests {
    private static let options = [
        Option("RAG"), Option("Fine-tuning"), Option("Hybrid", of: ["rag", "fine-tuning"]),
    ]

    private static func target(_ text: String, line: Int = 10) -> Diagnostics.SourceLocation {
        Diagnostics.SourceLocation(file: "sample.md", line: line, column: 20, length: text.utf8.count)
    }

    @Test(arguments: [
        ("Fin-tuning on a smaller model", "'Fin-tuning on a smaller model'", "did you mean 'Fine-tuning'?"),
        ("Fine tuning", "'Fine tuning'", "did you mean 'Fine-tuning'?"),
        ("Finetuning (2)", "'Finetuning (2)'", "did you mean 'Fine-tuning'?"),
        ("Start with RGA; more", "'RGA; more'", "did you mean 'RAG'?"),
        ("not Hybrd", "'Hybrd'", "did you mean 'Hybrid'?"),
        ("a long text that names none of them", "'a long text that names none …'", nil),
        ("Kubernetes", "'Kubernetes'", nil),
    ])
    func unknownOption(text: String, quoted: String, suggestion: String?) {
        let (logic, problems) = ruleSet(Self.options, [text]).compile()
        #expect(logic == nil)
        #expect(
            problems == [
                Diagnostic(
                    "unknown-option", at: Self.target(text), "\(quoted) starts with no option's name",
                    suggestion: suggestion ?? "the options are 'RAG', 'Fine-tuning' and 'Hybrid'")
            ])
    }

    @Test func noOptionBehindTheArrow() {
        let problems = ruleSet([Option("RAG")], [" "]).compile().problems
        #expect(
            problems == [
                Diagnostic(
                    "unknown-option", at: Self.target(" "), "no option is named behind the arrow",
                    suggestion: "the option is 'RAG'")
            ])
    }

    @Test func noOptionsAtAll() {
        let problems = ruleSet([], ["RAG"]).compile().problems
        #expect(problems.map(\.suggestion) == ["name the options in the front matter, under 'options:'"])
    }

    @Test func aYesCannotCloseAGate() {
        let text = "Fine-tuning is not viable"
        #expect(
            ruleSet(Self.options, [text]).compile().problems == [
                Diagnostic(
                    "negated-gate", at: Self.target(text), "a yes cannot make 'Fine-tuning' not viable",
                    suggestion: "turn the question round, so that a yes means 'Fine-tuning is viable'")
            ])
    }

    @Test func badWeight() {
        #expect(
            ruleSet(Self.options, ["RAG (0,5)"]).compile().problems == [
                Diagnostic(
                    "bad-weight", at: Self.target("RAG (0,5)"), "'(0,5)' is not a weight",
                    suggestion: "write a number with a decimal point and no separators, as in (2) or (0.5)")
            ])
    }

    @Test func twoFallbacks() {
        let texts = ["Start with RAG", "RAG", "Start with Hybrid"]
        #expect(
            ruleSet(Self.options, texts).compile().problems == [
                Diagnostic(
                    "two-fallbacks", at: Self.target(texts[2], line: 12),
                    "a framework can only start with one option", suggestion: "keep one of the two",
                    notes: [.init("the first is here", at: Self.target(texts[0]))])
            ])
    }

    @Test(arguments: ["RAG and Fine-tuning", "RAG, Fine-tuning", "RAG oder Fine-tuning", "RAG & fine-tuning"])
    func secondOptionIsAWarning(text: String) {
        let (logic, problems) = ruleSet(Self.options, [text]).compile()
        #expect(logic != nil)
        #expect(problems.map(\.id) == ["second-option"])
        #expect(problems.map(\.severity) == [.warning])
        #expect(
            problems.map(\.suggestion) == [
                "write a second item for 'Fine-tuning', or word the qualifier otherwise"
            ])
    }

    @Test(arguments: ["RAG rather than Fine-tuning", "RAG without fine-tuning", "RAG and more"])
    func namingAnotherOptionInPassingIsFine(text: String) {
        #expect(ruleSet(Self.options, [text]).compile().problems == [])
    }

    @Test func duplicateQuestion() {
        var set = ruleSet(Self.options, ["RAG", "Hybrid"])
        set.items[1].id = "q0"
        #expect(
            set.compile().problems == [
                Diagnostic(
                    "duplicate-question", at: place(11), "two questions have the id 'q0'",
                    suggestion: "give one another short name, in bold before the question",
                    notes: [.init("the first is here", at: place(10))])
            ])
    }

    @Test func duplicateAndUnnamedOptions() {
        let options = [
            Option(id: "a", name: "Fine-tuning", location: place(1)),
            Option(id: "b", name: "fine–tuning", location: place(2)),
            Option(id: "a", name: "Other", location: place(3)),
            Option(id: "c", name: " ", location: place(4)),
        ]
        let problems = ruleSet(options, []).compile().problems
        #expect(
            problems.map(\.summary) == [
                "two options are called 'fine–tuning'", "two options have the id 'a'",
                "the option 'c' has no name",
            ])
        #expect(problems.map(\.id) == ["duplicate-option", "duplicate-option", "unnamed-option"])
    }

    @Test func compositeOfUnknownOption() {
        let options = [Option("RAG"), Option("Fine-tuning"), Option("Hybrid", of: ["rag", "fin-tuning"])]
        #expect(
            ruleSet(options, []).compile().problems == [
                Diagnostic(
                    "unknown-option", at: place(2), "'hybrid' combines 'fin-tuning', which is no option's id",
                    suggestion: "did you mean 'fine-tuning'?")
            ])
    }

    @Test(arguments: [
        ([Option("A", of: ["a"])], ["'a' combines itself: a → a"]),
        ([Option("A", of: ["b"]), Option("B", of: ["a"])], ["'a' combines itself: a → b → a"]),
        (
            [
                Option("X"), Option("A", of: ["x", "b"]), Option("B", of: ["c"]),
                Option("C", of: ["a", "x"]),
            ],
            ["'a' combines itself: a → b → c → a"]
        ),
        // What leads to a cycle is not in it.
        ([Option("A", of: ["b"]), Option("B", of: ["b"])], ["'b' combines itself: b → b"]),
        ([Option("A"), Option("B", of: ["a"]), Option("C", of: ["a", "b"])], []),
    ])
    func compositeCycles(options: [Option], messages: [String]) {
        let problems = ruleSet(options, []).compile().problems
        #expect(problems.map(\.summary) == messages)
        #expect(problems.allSatisfy { $0.id == "composite-cycle" })
    }
}
