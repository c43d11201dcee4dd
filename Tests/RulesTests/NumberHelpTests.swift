import Testing

@testable import Rules

/// What is said to who writes a number in another way than the rules take it: exactly what to write.
struct NumberHelpTests {
    private static let unsure = ", and say in the evidence how sure that is"
    private static let open = ", or '?' to leave it open"

    @Test(arguments: [
        ("1e3", "write '1000'"), ("1.5E2 TB", "write '150 TB'"), ("2e-1", "write '0.2'"),
        ("80,5", "write '80.5'"),
        ("-80,5 TB", "write '-80.5 TB'"), ("1.234,5", "write '1234.5'"), ("~80 TB", "write '80 TB'" + unsure),
        ("about 80", "write '80'" + unsure), ("~ 1e3", "write '1000'" + unsure),
        (">500", "an answer is one number: write '500'" + open),
        ("≤ 20 TB", "an answer is one number: write '20 TB'" + open),
        ("at least 5", "an answer is one number: write '5'" + open),
        ("80-90", "an answer is one number: write '80' or '90'" + open),
        ("80–90 TB", "an answer is one number: write '80' or '90 TB'" + open),
        ("-80–-70", "an answer is one number: write '-80' or '-70'" + open),
        ("-80 to -70 TB", "an answer is one number: write '-80' or '-70 TB'" + open),
        ("1..5", "an answer is one number: write '1' or '5'" + open),
    ])
    func saysWhatToWrite(_ text: String, _ help: String) {
        let type = AnswerType.number(least: nil, greatest: nil, unit: "TB")
        #expect(type.read(answer: text) == .none("'\(text)' is no number", suggestion: help))
        // What it says to write is an answer.
        let parts = help.split(separator: "'", omittingEmptySubsequences: false)
        #expect(type.parse(answer: String(parts[1])) != nil)
    }

    @Test(arguments: ["many", "80 GB", "1e99", "1e3e4", "e3", "~", "> much", "1,2,3,4"])
    func guessesNothing(_ text: String) {
        #expect(NumberHelp(text, unit: "TB") == nil)
    }
}
