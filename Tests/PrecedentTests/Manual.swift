import Foundation
import Testing

/// A document of the package that shows what the program does, so that the tests can try what stands there.
enum Manual: String {
    case readme = "README.md"
    case compiledFramework = "docs/compiled-framework.md"

    /// The blocks of code in a language, below a heading.
    func blocks(_ language: String, below heading: String) throws -> [String] {
        let text = try String(contentsOfFile: Program.root + "/" + rawValue, encoding: .utf8)
        let section = try #require(text.split(separator: "\n## ").first { $0.hasPrefix(heading) })
        return section.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }
            .map(\.element).filter { $0.hasPrefix(language + "\n") }
            .map { String($0.dropFirst(language.count + 1)) }
    }
}
