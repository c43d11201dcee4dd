import Diagnostics
import Foundation
import Testing

@testable import Languages

/// The words of a site: its own, else the theme's, else English ones; and what is wrong with its own.
struct PhraseLayersTests {
    private static func layers(_ language: String, _ files: [String: String] = [:]) throws -> PhraseLayers {
        let folder = NSTemporaryDirectory() + "precedent-words-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: "\(folder)/words", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/words/\(name).yml"))
        }
        return try PhraseLayers(
            language: language, namedAt: SourceLocation(file: "precedent.yml", line: 2),
            templates: (path: folder, shown: "templates"))
    }

    private static func problems(_ text: String, language: String = "en") throws -> [String] {
        try layers(language, [language: text]).problems.map { problem in
            let place = problem.location.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
            return
                "\(place) \(problem.severity) \(problem.summary) [\(problem.id)] \(problem.suggestion ?? "")"
        }
    }

    @Test func englishIsTheThemesAlone() throws {
        let layers = try Self.layers("en")
        #expect(layers.phrases == .english)
        #expect(layers.problems.isEmpty)
    }

    @Test func aLanguageOfARegionHasTheWordsOfItsLanguage() throws {
        let phrases = try Self.layers("de-AT", ["de-AT": "dates: { months: { 1: Jänner } }"]).phrases
        #expect(phrases("dates.months.1") == "Jänner")
        #expect(phrases("dates.months.2") == "Februar")
        #expect(phrases.date(day: 4, month: 1, year: 2026) == "4. Jänner 2026")
        #expect(phrases.yes == "ja")
    }

    @Test func whatALanguageHasNoWordsForIsEnglish() throws {
        let layers = try Self.layers("xx", ["xx": "page: { contents: Inhoud }"])
        #expect(layers.phrases("page.contents") == "Inhoud")
        #expect(layers.phrases("page.links") == "Links")
        let problem = try #require(layers.problems.first)
        #expect(layers.problems.count == 1)
        #expect(problem.id == "untranslated-words" && problem.severity == .warning)
        #expect(problem.summary.hasSuffix(" more") && problem.summary.contains("'answers.any'"))
    }

    @Test func aLanguageThatNobodyKnowsIsEnglishAndSaysSo() throws {
        let layers = try Self.layers("tlh")
        #expect(layers.phrases("page.contents") == "Contents")
        #expect(
            layers.problems.map(\.summary) == [
                "there are no words of the theme in 'tlh', so pages say them in English"
            ])
        #expect(layers.problems.first?.location?.line == 2)
    }

    @Test(arguments: [("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("de", "ltr"), ("xx", "ltr")])
    func aLanguageIsWrittenItsOwnWay(_ language: String, _ direction: String) throws {
        #expect(try Self.layers(language).phrases.direction.rawValue == direction)
        #expect(
            try Self.layers(language, [language: "direction: rtl"]).phrases.direction == .rightToLeft)
    }

    @Test func whatGoesIntoAPlaceKeepsItsDirection() throws {
        let words = "framework: { version: 'إصدار {version}' }"
        let phrases = try Self.layers("ar", ["ar": words]).phrases
        #expect(phrases("framework.version", ["version": "1.2 b"]) == "إصدار \u{2068}1.2 b\u{2069}")
        #expect(Phrases.english("framework.version", ["version": "1.2 b"]) == "version 1.2 b")
    }

    @Test func aNumberChoosesItsForm() throws {
        let phrases = try Self.layers(
            "pl",
            [
                "pl":
                    "assessments:\n  count:\n    one: '{count} ocena'\n    few: '{count} oceny'\n    other: '{count} ocen'"
            ]
        ).phrases
        #expect(
            [1, 3, 5].map { phrases("assessments.count", count: $0) } == ["1 ocena", "3 oceny", "5 ocen"])
    }

    @Test func numbersHaveTheSignsOfTheLanguage() throws {
        let phrases = try Self.layers("de").phrases
        #expect([999, 10_000, -1_234_567].map(phrases.number) == ["999", "10.000", "−1.234.567"])
        #expect(phrases.decimal("0.5") == "0,5")
        #expect(Phrases.english.number(10_000) == "10000")
        #expect(phrases.list(["A", "B", "C"], .or) == "A, B oder C")
    }

    @Test(arguments: [
        (
            "page:\n  contens: Inhalt",
            "templates/words/en.yml:2:3 error the theme has no words under 'page.contens' [unknown-key] did you mean 'page.contents'?"
        ),
        (
            "framework:\n  version: '{vershion}'",
            "templates/words/en.yml:2:3 error nothing is put in for '{vershion}' in 'framework.version' [wrong-placeholder] did you mean 'version'?"
        ),
        (
            "framework:\n  version: Fassung",
            "templates/words/en.yml:2:3 warning 'framework.version' does not say '{version}' [wrong-placeholder] say it where it belongs, as the English words do"
        ),
        (
            "framework:\n  version: '{version'",
            "templates/words/en.yml:2:12 error a brace here opens or closes no name [wrong-placeholder] write what is put in as '{name}', as the English words have it"
        ),
        (
            "page:\n  contents: [A, B]",
            "templates/words/en.yml:2:13 error 'contents' is one text [wrong-words] write 'contents: …'"
        ),
        (
            "page:\n  contents: { one: A, other: B }",
            "templates/words/en.yml:2:3 error 'page.contents' goes with no number, so it has one form [wrong-words] write it as one text"
        ),
        (
            "assessments:\n  count: { one: A }",
            "templates/words/en.yml:2:3 error 'count' has forms for numbers, and none for 'other' [wrong-words] add 'other:', which is taken where no form fits"
        ),
        (
            "assessments:\n  count: { onne: A, other: B }",
            "templates/words/en.yml:2:12 error 'onne' is no form that a number can ask for [unknown-key] did you mean 'one'?"
        ),
        (
            "notation: { yess: ja }",
            "templates/words/en.yml:1:13 error 'yess' is no word of rules [unknown-key] did you mean 'yes'?"
        ),
        (
            "direction: up",
            "templates/words/en.yml:1:12 error 'up' is no way to write [bad-value] write ltr, from left to right, or rtl, from right to left"
        ),
        (
            "nothing",
            "templates/words/en.yml:1:1 error a file of words is a list of keys and words [bad-yaml] write 'key: word', one a line, below the name of their section"
        ),
        (
            "- page",
            "templates/words/en.yml:1:1 error a file of words is a list of keys and words [bad-yaml] write 'key: word', one a line, below the name of their section"
        ),
        (
            "assessments:\n  count: { uno: A }",
            "templates/words/en.yml:2:12 error the theme has no words under 'assessments.count.uno' [unknown-key] 'assessments.count' is one text, or has forms called zero, one, two, few, many, other"
        ),
    ])
    func mistakesAreToldWithTheirPlace(_ text: String, _ problem: String) throws {
        #expect(try Self.problems(text) == [problem])
    }

    @Test(arguments: [
        (
            "pl", "pl", "assessments:\n  count: { one: A, other: B }",
            "templates/words/pl.yml:2:3 'pl' has forms for numbers that are not here (few, many), so 'other' is said: 'assessments.count' [missing-forms] write 'few:' beside 'other:'"
        ),
        (
            "ar", "ar", "direction: ltr",
            "templates/words/ar.yml:1:1 'ar' is written from right to left, and these words have it the other way [doubtful-direction] write 'direction: rtl', or leave it out"
        ),
        (
            "en", "de-AT", "page: { contents: Inhalt }",
            "templates/words/de-AT.yml:1:1 these words are not read: the site's language is 'en' [unread-file] write 'language: de-AT' in precedent.yml if that is the site's language"
        ),
        (
            "en", "english", "page: { contents: Contents }",
            "templates/words/english.yml:1:1 these words are not read: the site's language is 'en' [unread-file] name it 'words/en.yml'"
        ),
        (
            "es", "mine", "page: { contents: Contenido }",
            "templates/words/mine.yml:1:1 these words are not read: the site's language is 'es' [unread-file] words of this site stand in 'words/es.yml'"
        ),
        (
            "pt-BR", "pt_BR", "page: { contents: Sumário }",
            "templates/words/pt_BR.yml:1:1 these words are not read: the site's language is 'pt-BR' [unread-file] name it 'words/pt-BR.yml'"
        ),
        (
            "es", "ES", "page: { contents: Contenido }",
            "templates/words/ES.yml:1:1 these words are not read: the site's language is 'es' [unread-file] name it 'words/es.yml'"
        ),
        (
            "es", "es", "assessments:\n  count: { other: B }",
            "templates/words/es.yml:2:3 'es' has forms for numbers that are not here (one), so 'other' is said: 'assessments.count' [missing-forms] write 'one:' beside 'other:'"
        ),
    ])
    func whatIsDoubtfulIsToldAndTaken(_ language: String, _ file: String, _ text: String, _ problem: String)
        throws
    {
        let layers = try Self.layers(language, [file: text])
        let problems = layers.problems.filter { $0.id != "untranslated-words" }.map { problem in
            let place = problem.location.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
            return "\(place) \(problem.summary) [\(problem.id)] \(problem.suggestion ?? "")"
        }
        #expect(problems == [problem])
        #expect(layers.problems.allSatisfy { $0.severity == .warning })
    }

    @Test func wordsOfOneFormAndOfASecondScriptAreNoSlips() throws {
        for words in ["B", "{ few: A, other: B }"] {
            #expect(
                try !Self.layers("pl", ["pl": "assessments: { count: \(words) }"]).problems.contains {
                    $0.id == "missing-forms"
                })
        }
        #expect(
            try !Self.layers("ug-Cyrl", ["ug-Cyrl": "direction: ltr"]).problems.contains {
                $0.id == "doubtful-direction"
            })
    }

    @Test func aCopyOfTheEnglishWordsIsNoTranslation() throws {
        let english = try #require(PhraseLayers.builtInFiles["en"])
        let layers = try Self.layers("nl", ["nl": String(decoding: english, as: UTF8.self)])
        let problem = try #require(layers.problems.first)
        #expect(layers.problems.count == 1 && problem.id == "untranslated-words")
        #expect(problem.summary.contains(" words of the theme are not there in 'nl' or still English, "))
        // "Status" is Dutch as well, and so may other short words be.
        let count = try #require(Int(problem.summary.prefix { $0 != " " }))
        #expect((100..<Phrases.english.keys.count - 100).contains(count))
    }

    @Test func wordsThatCannotBeReadAreNotMissing() throws {
        let problems = try Self.layers("es", ["es": "page:\n  contents: 'Contenido"]).problems
        #expect(problems.map(\.id) == ["bad-yaml"])
    }

    @Test func towardsTheEndEveryMissingWordIsNamed() throws {
        let german = try #require(PhraseLayers.builtInFiles["de"])
        let most = String(decoding: german, as: UTF8.self).split(separator: "\n").filter {
            !$0.hasPrefix("  contents:") && !$0.hasPrefix("  links:")
        }
        let problem = try #require(
            try Self.layers("nl", ["nl": most.joined(separator: "\n")]).problems.first {
                $0.id == "untranslated-words"
            })
        #expect(problem.summary.contains("'page.contents'") && problem.summary.contains("'page.links'"))
        #expect(!problem.summary.contains(" more"))
    }

    @Test(arguments: ["en", "de-AT", "zh-Hant-TW", "ast", "es-419", "PT-br"])
    func aTagIsOne(_ text: String) { #expect(LanguageTag.isOne(text)) }

    @Test(arguments: [
        ("english", "en"), ("Deutsch", "de"), ("de_AT", "de-AT"), ("pt_BR.UTF-8", "pt-BR"), ("5", nil),
        ("klingon", nil), ("de-", nil), ("d", nil), ("", nil),
    ])
    func whatIsNoTagMayMeanOne(_ text: String, _ meant: String?) {
        #expect(!LanguageTag.isOne(text))
        #expect(LanguageTag.meant(by: text) == meant)
    }

    @Test func germanHasEveryWordAndPlaceThatEnglishHas() throws {
        let english = try #require(PhraseLayers.builtIn("en"))
        #expect(english.problems.isEmpty)
        for name in PhraseLayers.builtInFiles.keys.sorted() where name != "en" {
            var file = try #require(PhraseLayers.builtIn(name))
            #expect(file.problems.isEmpty)
            #expect(PhraseLayers.misfits(in: &file).map(\.summary) == [], "\(name)")
            #expect(
                english.phrases.keys.filter { file.phrases[$0] == nil }.sorted() == [], "\(name)")
        }
    }
}
