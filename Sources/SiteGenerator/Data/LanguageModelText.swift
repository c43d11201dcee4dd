import Decisions
import Languages
import Markdown
import Rules

/// `llms.txt` (llmstxt.org): what the site holds and where each text stands in Markdown, for programs that read.
struct LanguageModelText: DataFile {
    static let path = "llms.txt"

    func bytes(of site: Site) -> [UInt8] {
        let model = site.model
        let introduction = model.introduction(of: .home).flatMap { Site.opening(of: $0) }
        var out = "# \(Self.line(site.configuration.title))\n\n"
        out += "> \(Self.line(introduction ?? site.phrases("llms.log", ["summary": site.logSummary])))\n\n"
        let data = "[decisions.json](\(site.address(of: DecisionsJSON.path)))"
        out += site.phrases("llms.copies", ["data": data]) + "\n"
        func section(_ title: String, _ lines: [String]) {
            if !lines.isEmpty { out += "\n## \(title)\n\n" + lines.map { "- \($0)\n" }.joined() }
        }
        section(
            site.phrases("log.heading"),
            site.log.map { index in
                let record = model.records[index]
                let number = record.number.map { "\($0). " } ?? ""
                let facts = [
                    record.status.map { site.phrases.status($0.name) }, record.date?.iso,
                ].compactMap { $0 }.joined(separator: ", ")
                return link(number + record.title, record.file, of: site)
                    + (facts.isEmpty ? "" : ": \(facts)")
            })
        section(
            site.phrases("frameworks.heading"),
            model.frameworks.map { framework in
                link(framework.title, framework.file, of: site)
                    + (framework.summary.map { ": \(Self.line($0))" } ?? "")
            })
        section(
            site.phrases("assessments.heading"),
            model.assessments.map { link($0.title, $0.file, of: site) })
        section(site.phrases("llms.pages"), model.pages.map { link(PlainPage.title(of: $0), $0, of: site) })
        return Array(out.utf8)
    }

    private func link(_ title: String, _ file: ContentFile, of site: Site) -> String {
        let page = file.pagePath
        let path = site.copied.contains(page) ? SiteOutputs.copyPath(of: page) : page
        var words = Self.line(title)
        if words.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) {
            words = words.replacing("[", with: "\\[").replacing("]", with: "\\]")
        }
        return "[\(words)](\(site.address(of: path)))"
    }

    /// On one line.
    private static func line(_ text: String) -> String {
        // Nearly all are: then there is nothing to take apart.
        let isOne = text.utf8.allSatisfy { $0 > 0x1F && $0 < 0x7F } && text.trimmed == text
        if isOne, !text.holds(" ", before: " ") { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
