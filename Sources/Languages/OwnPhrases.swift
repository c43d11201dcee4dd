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
        let asked = names.map { "\($0).yml" }
        let present = try Files.tree(below: folder)
        return present.filter { path in
            // A copy of the theme's words says nothing that is missed.
            !asked.contains(path) && (path.hasSuffix(".yml") || path.hasSuffix(".yaml"))
                && PhraseLayers.builtInFiles[String(path.dropLast(4))]
                    != (try? Files.read("\(folder)/\(path)"))
        }.map { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let tag = LanguageTag.meant(by: String(name.prefix { $0 != "." }))
            let meant = tag.flatMap { tag in asked.first { $0.lowercased() == "\(tag).yml".lowercased() } }
            let suggestion =
                if let meant {
                    present.contains(meant)
                        ? "'words/\(meant)' is read" : "name it 'words/\(meant)'"
                } else if let tag, path == "\(tag).yml" {
                    "write 'language: \(tag)' in precedent.yml if that is the site's language"
                } else {
                    "words of this site stand in 'words/\(asked[0])'"
                }
            return Messages.unread("\(templates.shown)/words/\(path)", language, suggestion, location)
        }
    }

    /// Words with no forms but those that English has for numbers, in a language that asks for others or for both, all in one
    /// problem: a file that was begun as a copy lacks the same forms everywhere. Who wrote one of the others knows which
    /// numbers there can be, and who wrote one text means it for all.
    /// - Parameter language: the language that the file is named after.
    static func missingForms(in file: PhraseFile, of language: String) -> [Diagnostic] {
        // A form with a slip in its name is one that is there.
        guard file.problems.isEmpty else { return [] }
        let asked = PluralRule(language: language).forms
        var keys: [String] = []
        var missing = Set<PluralForm>()
        for (key, phrase) in file.phrases {
            guard case .plural(let forms) = phrase,
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
            // Some have other letters too, and say so in their tag: a script has four.
            !language.split(separator: "-").dropFirst().contains(where: {
                $0.count == 4 && $0.lowercased() != "arab"
            })
        else { return [] }
        return [
            Diagnostic(
                "doubtful-direction", .warning, at: place,
                "'\(language)' is written from right to left, and these words have it the other way",
                suggestion: "write 'direction: rtl', or leave it out")
        ]
    }

    /// Whether words are still the English ones, in one form at least: short ones may well be the same in two languages,
    /// sentences are not.
    static func isCopied(_ own: Phrase, of english: Phrase) -> Bool {
        let english = Set(english.texts.map(\.text))
        return own.texts.contains { $0.text.wordCount > 2 && english.contains($0.text) }
    }
}

private enum Messages {
    static func unread(
        _ file: String, _ language: String, _ suggestion: String, _ location: SourceLocation?
    ) -> Diagnostic {
        Diagnostic(
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
