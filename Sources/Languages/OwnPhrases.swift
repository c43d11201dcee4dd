import Diagnostics
import Platform

/// What is doubtful about the words that a site brings itself. It is said with them all the same.
enum OwnPhrases {
    /// Files of words that the site's language does not ask for.
    /// - Parameter names: the names of those that it asks for.
    /// - Throws: `FileError`.
    static func unread(
        _ templates: (path: String, shown: String), _ names: [String], language: String,
        namedAt location: SourceLocation?
    ) throws -> [Diagnostic] {
        let folder = "\(templates.path)/words"
        guard Files.kind(of: folder) == .folder else { return [] }
        let asked = Set(names.map { "\($0).yml" })
        return try Files.tree(below: folder).filter { path in
            // A copy of the theme's words says nothing that is missed.
            !asked.contains(path) && !path.hasSuffix(".md") && !path.hasSuffix(".txt")
                && PhraseLayers.builtInFiles[String(path.dropLast(4))]
                    != (try? Files.read("\(folder)/\(path)"))
        }.map { Messages.unread("\(templates.shown)/words/\($0)", $0, language, location) }
    }

    /// Words with the forms that English has for numbers in a language that has others, all in one problem: a file that was
    /// begun as a copy lacks the same forms everywhere. Who wrote one of the others knows which numbers there can be.
    /// - Parameter language: the language that the file is named after.
    static func missingForms(in file: PhraseFile, of language: String) -> [Diagnostic] {
        let asked = PluralRule(language: language).forms
        var keys: [String] = []
        var missing = Set<PluralForm>()
        for (key, phrase) in file.phrases {
            // Words with one form say it of all numbers.
            guard case .plural(let forms) = phrase, forms.count > 1,
                forms.keys.allSatisfy({ $0 == .one || $0 == .other })
            else { continue }
            let lacking = asked.filter { forms[$0] == nil }
            guard !lacking.isEmpty else { continue }
            keys.append(key)
            missing.formUnion(lacking)
        }
        let places = keys.compactMap { key in file.places[key].map { (key: key, place: $0) } }
            .sorted { $0.place < $1.place }
        guard let first = places.first else { return [] }
        return [
            Messages.missingForms(
                places.map(\.key), PluralForm.allCases.filter(missing.contains).map(\.rawValue), language,
                at: first.place)
        ]
    }

    /// A file that has a language written from left to right which is written the other way, as a copy of the English
    /// one does.
    static func strangeDirection(of file: PhraseFile, in language: String) -> [Diagnostic] {
        guard case .text(let text)? = file.phrases["direction"], let place = file.places["direction"],
            text.written == Phrases.Direction.leftToRight.rawValue,
            Phrases.Direction(of: language) == .rightToLeft,
            // Some are written in Latin letters too, and say so in their tag.
            !language.lowercased().split(separator: "-").contains("latn")
        else { return [] }
        return [
            Diagnostic(
                "doubtful-direction", .warning, at: place,
                "'\(language)' is written from right to left, and these words have it the other way",
                suggestion: "write 'direction: rtl', or leave it out")
        ]
    }

    /// Whether words are still the English ones: short ones may well be the same in two languages, sentences are not.
    static func isCopied(_ own: Phrase, of english: Phrase) -> Bool {
        own == english && own.texts.contains { $0.text.wordCount > 2 }
    }
}

private enum Messages {
    static func unread(_ file: String, _ path: String, _ language: String, _ location: SourceLocation?)
        -> Diagnostic
    {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let tag = String(name.prefix { $0 != "." })
        let suggestion =
            if name.hasSuffix(".yaml") {
                "rename it to '\(tag).yml'"
            } else if path == "\(tag).yml", LanguageTag.isOne(tag) {
                "write 'language: \(tag)' in precedent.yml if that is the site's language"
            } else {
                "a file of words is named after its language: '\(language).yml'"
            }
        return Diagnostic(
            "unread-file", .warning, at: SourceLocation(file: file, line: 1),
            "these words are not read: the site's language is '\(language)'",
            suggestion: suggestion,
            notes: location.map { [.init("the language is set here", at: $0)] } ?? [])
    }

    static func missingForms(
        _ keys: [String], _ forms: [String], _ language: String, at place: SourceLocation
    ) -> Diagnostic {
        let shown = keys.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        let rest = keys.count > 5 ? " and \(keys.count - 5) more" : ""
        return Diagnostic(
            "missing-forms", .warning, at: place,
            "'\(language)' has forms for numbers that are not here (\(forms.joined(separator: ", "))), so 'other' is said: \(shown)\(rest)",
            suggestion: "write '\(forms.first ?? "few"):' beside 'other:'")
    }
}
