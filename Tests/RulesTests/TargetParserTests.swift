import Foundation
import Rules
import Testing

struct TargetParserTests {
    private static let options = [
        Option("RAG"), Option("Fine-tuning"), Option("Hybrid"), Option("RAG store"), Option("C++"),
        Option("Node"), Option("Not now"), Option("Écluse"), Option("検索"), Option("l’autre voie"),
    ]
    private static let german = Words(
        yes: ["ja"], no: ["nein"], not: ["nicht"], viable: ["geeignet", "in Frage"], start: ["Beginne"],
        with: ["mit"])

    private static func signal(_ option: Int, _ weight: Number = 1, _ qualifier: String? = nil) -> Target {
        .signal(option: option, weight: weight, qualifier: qualifier)
    }

    static let readings: [(String, Target?)] = [
        // Signals.
        ("RAG", signal(0)),
        ("  rag  ", signal(0)),
        ("RAG.", signal(0)),
        ("RAG!", signal(0)),
        ("Fine-tuning on a smaller model", signal(1, 1, "on a smaller model")),
        ("Fine\u{2011}tuning on a smaller model.", signal(1, 1, "on a smaller model")),
        ("fine–tuning", signal(1)),
        ("RAG, always", signal(0, 1, "always")),
        ("RAG — with caching", signal(0, 1, "with caching")),
        ("RAG: wait …", signal(0, 1, "wait …")),
        ("RAG (with caching)", signal(0, 1, "(with caching)")),
        // The longest name.
        ("RAG store", signal(3)),
        ("RAG\u{A0} store first", signal(3, 1, "first")),
        ("RAG stores", signal(0, 1, "stores")),
        // A word's end.
        ("RAGs", nil),
        ("RAG-based", nil),
        ("RAG/Hybrid", nil),
        ("Node.js", nil),
        ("Node. Then more", signal(5, 1, "Then more")),
        ("C++", signal(4)),
        ("C+++", nil),
        ("C++ with modules", signal(4, 1, "with modules")),
        // Beyond ASCII.
        ("écluse", signal(7)),
        ("E\u{301}CLUSE amont", signal(7, 1, "amont")),
        ("L'autre  voie", signal(9)),
        ("検索を使う", signal(8, 1, "を使う")),
        // Weights.
        ("RAG (2)", signal(0, 2)),
        ("RAG(2)", signal(0, 2)),
        ("RAG (0.5).", signal(0, Number(5) / 10)),
        ("RAG (2) because of audits", signal(0, 2, "because of audits")),
        ("RAG (2), always", signal(0, 2, "always")),
        ("RAG on GPUs (2)", signal(0, 2, "on GPUs")),
        ("RAG (-2)", signal(0, -2)),
        ("RAG (−2)", signal(0, -2)),
        ("RAG ( +3 )", signal(0, 3)),
        ("RAG (0) with caching", signal(0, 0, "with caching")),
        ("RAG (under 500 ms)", signal(0, 1, "(under 500 ms)")),
        ("RAG (0,5)", nil),
        ("RAG (1,000)", nil),
        ("RAG (1.2.3)", nil),
        ("RAG (12345678901234567890)", nil),
        // Against.
        ("not RAG", signal(0, -1)),
        ("Not RAG (2)", signal(0, -2)),
        ("not RAG (0.5) on phones", signal(0, -Number(5) / 10, "on phones")),
        ("Not now", signal(6)),
        ("not Not now", signal(6, -1)),
        // Gates.
        ("Fine-tuning is viable", .gate(option: 1)),
        ("Fine-tuning viable", .gate(option: 1)),
        ("fine-tuning IS VIABLE.", .gate(option: 1)),
        ("Fine-tuning is viable, with LoRA", .gate(option: 1)),
        ("Fine-tuning is viable with LoRA", .gate(option: 1)),
        ("RAG viable choice", signal(0, 1, "viable choice")),
        ("RAG where viable", signal(0, 1, "where viable")),
        ("Fine-tuning is not viable", nil),
        ("Fine-tuning isn’t viable", nil),
        ("Fine-tuning not viable", nil),
        ("Fine-tuning is no longer viable", nil),
        ("not Fine-tuning is viable", nil),
        // The fallback.
        ("Start with RAG", .fallback(option: 0, advice: nil)),
        ("start  with rag.", .fallback(option: 0, advice: nil)),
        (
            "Start with RAG; fine-tune later if needed",
            .fallback(option: 0, advice: "fine-tune later if needed")
        ),
        (
            "Start with RAG. Fine-tune later if needed.",
            .fallback(option: 0, advice: "Fine-tune later if needed")
        ),
        ("Start with RAG, fine-tune later", .fallback(option: 0, advice: "fine-tune later")),
        ("Start with RAG – measure. Then decide.", .fallback(option: 0, advice: "measure. Then decide")),
        ("Start with RAG - measure", .fallback(option: 0, advice: "measure")),
        ("Start with RAG store", .fallback(option: 3, advice: nil)),
        ("Start with", nil),
        ("Start with Foo", nil),
        // Nothing.
        ("", nil),
        (" . ", nil),
        ("Foo", nil),
        ("the RAG", nil),
    ]

    @Test(arguments: readings)
    func english(text: String, target: Target?) {
        #expect(TargetParser(options: Self.options).parse(text) == target)
    }

    @Test(arguments: [
        ("Fine-tuning ist geeignet", Target.gate(option: 1)),
        ("Fine-tuning geeignet.", .gate(option: 1)),
        ("Fine-tuning kommt in Frage", .gate(option: 1)),
        ("Fine-tuning is viable", .gate(option: 1)),
        ("Fine-tuning ist nicht geeignet", nil),
        ("Fine-tuning nicht geeignet", nil),
        ("nicht RAG (2)", signal(0, -2)),
        ("not RAG", signal(0, -1)),
        ("Beginne mit RAG; später mehr", .fallback(option: 0, advice: "später mehr")),
        ("beginne RAG", .fallback(option: 0, advice: nil)),
        ("Start with RAG", .fallback(option: 0, advice: nil)),
    ])
    func wordsOfTheSite(text: String, target: Target?) {
        #expect(TargetParser(options: Self.options, words: Self.german).parse(text) == target)
    }

    @Test func japaneseCopulaIsAttached() {
        let parser = TargetParser(options: Self.options, words: Words(viable: ["可能"]))
        #expect(parser.parse("検索は可能") == .gate(option: 8))
    }

    @Test(arguments: [("Spanish", "es"), ("French", "est"), ("Dutch", "is"), ("Swedish", "är")])
    func copulas(language: String, copula: String) {
        #expect(TargetParser(options: Self.options).parse("RAG \(copula) viable") == .gate(option: 0))
    }

    @Test func optionStartingInGivesWhatFollows() throws {
        let found = try #require(TargetParser(options: Self.options).option(startingIn: " RAG viable"))
        #expect(found.index == 0)
        #expect(found.rest == " viable")
    }

    @Test(arguments: [
        ("RAG is not viable", true), ("not RAG", true), ("Start with RAG (0,5)", true), ("RAGs", false),
        ("", false),
    ])
    func namesOption(text: String, names: Bool) {
        #expect(TargetParser(options: Self.options).namesOption(text) == names)
    }

    @Test func noOptionsNoTargets() {
        #expect(TargetParser(options: []).parse("RAG") == nil)
    }
}
