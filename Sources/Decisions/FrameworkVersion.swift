public import Diagnostics
import Markdown
public import Rules

extension Framework {
    /// Reads one framework by itself, such as a version that Git keeps.
    /// - Parameters:
    ///   - path: the file's path, of which its id is made: below the content folder, or where it lies elsewhere anywhere.
    ///   - name: what problems call the file.
    ///   - words: the words of rules in the site's language.
    public static func read(
        _ bytes: [UInt8], path: String, shownAs name: String, words: Words
    ) -> (framework: Framework, problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let folder = "\(ContentKind.framework.folder)/"
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let content = ContentFile(
            path: path.hasPrefix(folder) ? path : folder + file, shownAs: name, bytes: bytes,
            problems: &problems)
        var reader = FrameworkReader(content, words: words)
        let framework = reader.framework()
        return (framework, problems + reader.problems)
    }

    /// The id of the framework of which this is a version that stays as it is: `search` of `search@1`; `nil` for one that
    /// goes on.
    public var keptFrom: String? { id.lastIndex(of: "@").map { String(id[..<$0]) } }
}

extension DecisionModel {
    /// The framework that a kept version is one of, where it is there; else the framework itself.
    public func present(of framework: Framework) -> Framework {
        framework.keptFrom.flatMap { id in frameworks.first { $0.id == id } } ?? framework
    }
}

extension Assessment {
    /// Its answers as they stand, read for another version of its framework.
    public func answers(to version: Framework, words: Words) -> Answers {
        let index = QuestionIndex(
            version.logic, words: words, renamed: version.renamed)
        var reader = AssessmentReader(file, index: index, matrix: version.logic?.matrix)
        return reader.assessment(framework: framework).latest.values
    }
}
