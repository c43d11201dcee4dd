import CTheme
public import Diagnostics
import Platform

/// The words of a site in its language: its own, else the theme's, else English ones.
public struct PhraseLayers: Sendable {
    /// The words.
    public let phrases: Phrases
    /// What is wrong with the site's own files, and what is missing.
    public private(set) var problems: [Diagnostic] = []

    /// Collects the words of a language.
    /// - Parameters:
    ///   - language: a BCP 47 tag; words of `de` serve `de-AT` where that has none.
    ///   - location: where the site names it.
    ///   - templates: the folder of the site's own templates on disk, and how problems name it.
    /// - Throws: `FileError`.
    public init(
        language: String, namedAt location: SourceLocation?, templates: (path: String, shown: String)?
    ) throws {
        let names = Self.names(of: language)
        let isEnglish = names.last == "en"
        var own: [PhraseFile] = []
        if let templates {
            problems += try OwnPhrases.unread(templates, names, language: language, namedAt: location)
        }
        for name in names {
            guard let templates, Files.kind(of: "\(templates.path)/words/\(name).yml") == .file else {
                continue
            }
            let bytes = try Files.read("\(templates.path)/words/\(name).yml")
            var file = PhraseFile(bytes, file: "\(templates.shown)/words/\(name).yml")
            problems += file.problems + Self.misfits(in: &file)
            problems += OwnPhrases.missingForms(in: file, of: name)
            problems += OwnPhrases.strangeDirection(of: file, in: language)
            own.append(file)
        }
        guard !own.isEmpty || !isEnglish else {
            phrases = language == "en" ? .english : Self.english(as: language)
            return
        }
        let files = own + names.compactMap { $0 == "en" ? Self.englishFile : Self.builtIn($0) }
        let isKnown = !files.isEmpty
        let translated = files.reversed().reduce(into: [String: Phrase]()) { $0.merge($1.phrases) { $1 } }
        let missing =
            isEnglish
            ? []
            : Self.englishFile.phrases.filter { key, english in
                guard key != "direction", let own = translated[key] else { return key != "direction" }
                return OwnPhrases.isCopied(own, of: english)
            }.keys.sorted()
        // Words that cannot be read are missing for another reason.
        if !missing.isEmpty, !own.contains(where: \.isUnreadable) {
            problems.append(
                Messages.untranslated(
                    missing, language, isKnown: isKnown,
                    in: own.last?.file ?? "\(templates?.shown ?? "templates")/words/\(language).yml",
                    at: location))
        }
        phrases = Phrases(
            // Forms are chosen as the words ask for it: English ones, where there are no others.
            language: isKnown ? language : "en",
            direction: translated["direction"].flatMap {
                Phrases.Direction(rawValue: $0.texts[0].text.written)
            }
                ?? Phrases.Direction(of: language),
            phrases: Self.englishFile.phrases.merging(translated) { $1 },
            notation: files.reversed().reduce(into: [:]) { $0.merge($1.notation) { $1 } })
    }

    /// The names of the files for a language: those of the tag, then those of what it begins with.
    private static func names(of language: String) -> [String] {
        let parts = language.split(separator: "-")
        let names = (0..<parts.count).reversed().map { parts[...$0].joined(separator: "-") }
        return names.last == names.last?.lowercased() ? names : names + [parts[0].lowercased()]
    }

    /// The strings files inside the program, by the name of their language.
    static let builtInFiles: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for index in 0..<theme_file_count {
            var file = theme_file()
            guard theme_file_at(index, &file), let path = file.path.map({ String(cString: $0) }),
                path.hasPrefix("words/"), path.hasSuffix(".yml")
            else { continue }
            files[String(path.dropFirst(6).dropLast(4))] = Array(
                UnsafeBufferPointer(start: file.bytes, count: file.count))
        }
        return files
    }()

    /// The theme's words of a language, read when they are asked for.
    static func builtIn(_ name: String) -> PhraseFile? {
        builtInFiles[name].map { PhraseFile($0, file: "theme:words/\(name).yml") }
    }

    private static let englishFile = builtIn("en") ?? PhraseFile([], file: "theme:words/en.yml")

    static let english = english(as: "en")

    private static func english(as language: String) -> Phrases {
        Phrases(language: language, phrases: englishFile.phrases)
    }

    /// What a file says that the theme does not ask for, or otherwise than it asks. It is left out of the file.
    static func misfits(in file: inout PhraseFile) -> [Diagnostic] {
        let english = englishFile.phrases
        var problems: [Diagnostic] = []
        for (key, phrase) in file.phrases.sorted(by: { $0.key < $1.key }) {
            guard let place = file.places[key] else { continue }
            guard let asked = english[key] else {
                problems.append(Messages.unknown(key, english.keys.sorted(), at: place))
                file.drop(key)
                continue
            }
            if case .plural = phrase, case .text = asked {
                problems.append(Messages.noNumber(key, at: place))
                file.drop(key)
                continue
            }
            let strange = phrase.places.subtracting(asked.places).sorted()
            guard strange.isEmpty else {
                problems += strange.map { Messages.noPlace($0, key, asked.places.sorted(), at: place) }
                file.drop(key)
                continue
            }
            for name in asked.places.subtracting(phrase.places).sorted() where name != "count" {
                problems.append(Messages.lostPlace(name, key, at: place))
            }
        }
        return problems
    }
}

private enum Messages {
    static func unknown(_ key: String, _ known: [String], at place: SourceLocation) -> Diagnostic {
        let around = key.lastIndex(of: ".").map { String(key[..<$0]) }
        let forms = around.flatMap { known.contains($0) ? $0 : nil }.map {
            "'\($0)' is one text, or has forms called \(PluralForm.allCases.map(\.rawValue).joined(separator: ", "))"
        }
        return Diagnostic(
            "unknown-key", at: place, "the theme has no words under '\(key)'",
            suggestion: forms ?? didYouMean(key, among: known)
                ?? "'precedent templates eject words/en' writes down all that there are")
    }

    static func noNumber(_ key: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "wrong-words", at: place, "'\(key)' goes with no number, so it has one form",
            suggestion: "write it as one text")
    }

    static func noPlace(
        _ name: String, _ key: String, _ known: [String], at place: SourceLocation
    ) -> Diagnostic {
        let offer = known.map { "{\($0)}" }.joined(separator: ", ")
        return Diagnostic(
            "wrong-placeholder", at: place, "nothing is put in for '{\(name)}' in '\(key)'",
            suggestion: didYouMean(name, among: known)
                ?? (known.isEmpty ? "write it without" : "what is put in is \(offer)"))
    }

    static func lostPlace(_ name: String, _ key: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "wrong-placeholder", .warning, at: place, "'\(key)' does not say '{\(name)}'",
            suggestion: "say it where it belongs, as the English words do")
    }

    /// - Parameter file: the one to write them in.
    static func untranslated(
        _ keys: [String], _ language: String, isKnown: Bool, in file: String, at location: SourceLocation?
    ) -> Diagnostic {
        guard isKnown else {
            return Diagnostic(
                "untranslated-words", .warning, at: location,
                "there are no words of the theme in '\(language)', so pages say them in English",
                suggestion:
                    "write them in '\(file)'; 'precedent templates eject words/en' is a start"
            )
        }
        // At first what is missing is nearly all; towards the end each is to be found.
        let most = keys.count > 100 ? 10 : 100
        let shown = keys.prefix(most).map { "'\($0)'" }.joined(separator: ", ")
        let rest = keys.count > most ? " and \(keys.count - most) more" : ""
        return Diagnostic(
            "untranslated-words", .warning, at: location,
            "\(keys.count == 1 ? "one word" : "\(keys.count) words") of the theme \(keys.count == 1 ? "is" : "are") not there in '\(language)' or still English, so pages say \(keys.count == 1 ? "it" : "them") in English: \(shown)\(rest)",
            suggestion: "write \(keys.count == 1 ? "it" : "them") in '\(file)'")
    }
}
