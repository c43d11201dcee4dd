import Foundation
import Testing

/// docs/compiled-framework.md holds an example: the form as it stands there leads to what is said there, walked by who has
/// read the document alone.
struct CompiledDocumentTests {
    private struct NoExample: Error {}

    private static func example() throws -> Substring {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(
            contentsOf: package.appending(path: "docs/compiled-framework.md"), encoding: .utf8)
        guard let section = text.split(separator: "\n## ").first(where: { $0.hasPrefix("Example") }) else {
            throw NoExample()
        }
        return section
    }

    @Test func theExampleLeadsToWhatTheDocumentSays() throws {
        let example = try Self.example()
        let block = try #require(example.firstRange(of: "```json\n"))
        let end = try #require(example[block.upperBound...].firstRange(of: "```"))
        let walker = try FrameworkWalker(String(example[block.upperBound..<end.lowerBound]))
        let options = walker.list("options").map { $0["name"] as? String ?? "" }
        let outcomes = walker.list("outcomes").map { outcome in
            let names = (outcome["options"] as? [Int] ?? []).map { options[$0] }
            return names.isEmpty ? "nothing" : names.joined(separator: " and ")
        }
        let lines = example[end.upperBound...].split(separator: "\n").filter { $0.hasPrefix("|") }
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        #expect(lines.count == 2 + 9)
        for line in lines.dropFirst(2) {
            let answers = ["a": line[0], "b": line[1]].filter { $0.value != "?" }
            for root in ["verdict", "withoutReader"] {
                let reached = walker.reach(walker.json[root] as? Int ?? -1, walker.given(answers))
                #expect(reached.map { outcomes[$0] }.joined(separator: ", ") == line[2], "\(line)")
            }
            // Each rule of the example holds by a yes to its question.
            for (rule, answer) in zip(walker.list("rules"), line) {
                #expect(
                    walker.truth(rule["holds"], walker.given(answers))
                        == ["yes": true, "no": false][answer])
            }
        }
    }
}
