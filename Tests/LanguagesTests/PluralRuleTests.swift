import Testing

@testable import Languages

/// The forms that go with numbers, by the samples that CLDR gives with its rules.
struct PluralRuleTests {
    @Test(arguments: [
        ("en", "other one other other other", [0, 1, 2, 11, 101]),
        ("de-AT", "other one other other", [0, 1, 2, 1_000_000]),
        ("ja", "other other other", [0, 1, 2]),
        ("fa", "one one other", [0, 1, 2]),
        ("fr", "one one other many many other", [0, 1, 2, 1_000_000, 2_000_000, 1_000_001]),
        ("pt", "one one other", [0, 1, 2]),
        ("pt_PT", "other one many", [0, 1, 1_000_000]),
        ("es", "other one other many", [0, 1, 2, 1_000_000]),
        (
            "ar", "zero one two few few few many many many other other other few many",
            [0, 1, 2, 3, 10, 103, 11, 99, 111, 100, 102, 200, 110, 199]
        ),
        ("pl", "many one few few many many few many many", [0, 1, 2, 4, 5, 12, 22, 21, 112]),
        ("ru", "many one few many many one few many many", [0, 1, 2, 5, 11, 21, 22, 25, 111]),
        ("uk", "one few many", [101, 103, 112]),
        ("cs", "other one few few other", [0, 1, 2, 4, 5]),
        ("sr", "other one few other one", [0, 1, 3, 11, 21]),
        ("sl", "other one two few few other one", [0, 1, 2, 3, 4, 5, 101]),
        ("lt", "other one few few other one", [0, 1, 2, 9, 11, 21]),
        ("lv", "zero one other zero one", [0, 1, 2, 11, 21]),
        ("ro", "few one few few other few", [0, 1, 2, 19, 20, 101]),
        ("he", "other one two other", [0, 1, 2, 3]),
        ("ga", "other one two few few many many other", [0, 1, 2, 3, 6, 7, 10, 11]),
        ("gd", "other one two few few one two few other", [0, 1, 2, 3, 10, 11, 12, 13, 20]),
        ("cy", "zero one two few other many other", [0, 1, 2, 3, 4, 6, 7]),
        ("mt", "few one two few few many other few", [0, 1, 2, 3, 10, 11, 20, 103]),
        ("br", "other one two few other many", [0, 1, 2, 3, 5, 1_000_000]),
        ("br", "one other two few few other", [21, 71, 22, 23, 49, 93]),
        ("is", "other one other other one", [0, 1, 2, 11, 21]),
        ("fil", "one one other one other one", [0, 3, 4, 5, 14, 15]),
        ("xx", "other one other", [0, 1, 2]),
    ])
    func aNumberAsksForItsForm(_ language: String, _ forms: String, _ numbers: [Int]) {
        let rule = PluralRule(language: language)
        #expect(numbers.map { rule.form(for: $0).rawValue }.joined(separator: " ") == forms)
    }
}
