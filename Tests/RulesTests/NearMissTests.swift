import Diagnostics
import Rules
import Testing

/// Targets and items that are read, and most likely mean something else.
struct NearMissTests {
    private static let options = [Option("Kafka"), Option("SQS")]

    private func problems(_ targets: String..., words: Words = .english) -> [Diagnostic] {
        ruleSet(Self.options, targets, words: words).compile().problems
    }

    @Test(arguments: [
        "is feasible", "are feasible", "remains the better choice", "possible", "feasible for us", "allowed",
        "only if yes", "is better than SQS", "viable if a team runs it", "ist möglich",
    ])
    func almostAGate(words: String) {
        let found = problems("Kafka \(words)")
        #expect(found.map(\.id) == ["almost-gate"])
        #expect(
            found.map(\.summary) == ["this is a signal for 'Kafka', qualified by '\(words)'"])
        #expect(found.map(\.suggestion) == ["write 'Kafka is viable' for a gate"])
    }

    @Test(arguments: [
        "on a smaller model", "where viable", "if possible", "for the feasible part", "with a cache",
        "later, only if needed", "2 nodes or more", "at high load", "in two regions",
    ])
    func aQualifierIsJustThat(words: String) { #expect(problems("Kafka \(words)") == []) }

    @Test(arguments: [
        "is unviable", "is impossible", "is out", "is not cheap", "is never right", "unviable", "impossible",
        "isn't an option", "cannot be run", "is excluded", "is not viable",
    ])
    func aGateTurnedRound(words: String) {
        let found = problems("Kafka \(words)")
        #expect(found.map(\.id) == ["negated-gate"])
        #expect(found.map(\.severity) == [.error])
    }

    @Test(arguments: [
        ("(x2)", "2"), ("(2x)", "2"), ("x2", "2"), ("2", "2"), ("+2", "2"), ("×2", "2"), ("2×", "2"),
        ("(weight 2)", "2"), ("weight: 1.5", "1.5"), ("[3]", "3"), ("(two)", "2"), ("double", "2"),
        ("(high)", "2"), ("(low)", "0.5"), ("(*2)", "2"), ("-2", "-2"),
    ])
    func almostAWeight(written: String, number: String) {
        let found = problems("Kafka \(written)")
        #expect(found.map(\.id) == ["almost-weight"])
        #expect(found.map(\.suggestion) == ["write 'Kafka (\(number))'"])
    }

    @Test func aWeightInTheSitesWord() {
        let found = problems("Kafka (Gewicht 2)", words: Words(weight: ["Gewicht"]))
        #expect(found.map(\.id) == ["almost-weight"])
    }

    @Test func aWeightOfNothing() {
        let found = problems("Kafka (0)")
        #expect(found.map(\.id) == ["zero-weight"])
        #expect(found.map(\.summary) == ["a signal of weight 0 counts nothing"])
    }

    // MARK: The fallback

    private func set(_ asks: [String], _ targets: [String]) -> RuleSet {
        var set = ruleSet(Self.options, targets)
        for (index, ask) in asks.enumerated() { set.items[index].ask = ask }
        return set
    }

    @Test(arguments: [
        ("Otherwise", false), ("Otherwise:", false), ("Still uncertain?", true), ("まだ迷う？", true),
        ("غير متأكد؟", true), ("Αβέβαιοι;", true), ("Otherwise;", false), ("(Still uncertain?)", true),
        ("If still uncertain", false),
    ])
    func aFallbackThatAsksNothingIsADefault(ask: String, isAsked: Bool) throws {
        let logic = try #require(
            set(["Is it a log?", ask], ["Kafka", "Start with SQS; more later"]).compile().logic)
        #expect(logic.questions.map(\.isAsked) == [true, isAsked])
        #expect(logic.askedQuestions.count == (isAsked ? 2 : 1))
        #expect(logic.defaultRules.contains { $0.kind == .askedToStart } == isAsked)
        #expect(logic.defaultRules.last?.then == "Start with SQS; more later")
        // An answer to what is not asked counts as none.
        let verdict = logic.evaluate(Answers(["q1": .yes]))
        #expect(verdict.decided == isAsked)
        #expect((verdict.leadsTo != nil) == isAsked)
        #expect(verdict.open.map(\.question) == [0])
        let no = logic.evaluate(Answers(["q0": .no]))
        #expect(no.ground == .fallback)
        #expect(no.recommendations.map(\.option) == [1])
        #expect(no.recommendations.map(\.startingPoint) == [true])
    }

    @Test(arguments: [
        (["Is it a log?", "Otherwise"], ["Kafka", "SQS"], true),
        (["Is it a log?", "All else"], ["Kafka", "SQS for now"], true),
        (["It is a log", "Otherwise"], ["Kafka", "SQS"], true),
        (["It is a log", "It is a queue"], ["Kafka", "SQS"], false),
        (["Is it a log?", "Is it a queue?"], ["Kafka", "SQS"], false),
        (["Is it a log?", "Otherwise"], ["Kafka", "Start with SQS"], false),
        (["Is it a log?", "A team is free"], ["Kafka", "Kafka is viable"], false),
        (["Unsure?", "Otherwise"], ["Start with SQS", "SQS"], false),
    ])
    func almostAFallback(asks: [String], targets: [String], isAlmost: Bool) {
        let found = set(asks, targets).compile().problems
        #expect(found.map(\.id) == (isAlmost ? ["almost-fallback"] : []))
        if isAlmost { #expect(found[0].suggestion?.hasPrefix("write 'Start with SQS'") == true) }
    }
}
