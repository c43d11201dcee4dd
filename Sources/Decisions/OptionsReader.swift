import Diagnostics
import Markdown
import Rules

extension FrameworkReader {
    /// The options: those of the front matter, else the columns of the first table that arrows point to.
    mutating func options() -> [FrameworkOption] {
        guard let written = file.document.frontMatter["options"] else { return optionsOfFirstTable() }
        if case .list(let names) = written.content { return names.compactMap { option(named: $0) } }
        var options: [FrameworkOption] = []
        for entry in written.entries { options.append(option(entry)) }
        if options.isEmpty {
            problems.append(
                Diagnostic(
                    "bad-options", at: written.location, "options map an id to a name",
                    suggestion: "write them as 'rag: RAG', one a line"))
        }
        return options
    }

    private func option(named value: Metadata) -> FrameworkOption? {
        value.text.map {
            FrameworkOption(
                id: slug($0), name: $0, summary: nil, caveat: nil, next: nil, url: nil, combines: [],
                location: value.location)
        }
    }

    private mutating func option(_ entry: Metadata.Entry) -> FrameworkOption {
        let value = entry.value
        let known = ["name", "summary", "caveat", "next", "combines", "url"]
        for part in value.entries where !known.contains(part.key) {
            problems.append(
                Diagnostic(
                    "unknown-key", at: part.keyLocation, "'\(part.key)' is no key of an option",
                    suggestion: didYouMean(part.key, among: known)
                        ?? "the keys are \(known.joined(separator: ", "))"))
        }
        // A name may be left out: the id is then what people read.
        return FrameworkOption(
            id: entry.key, name: value.text ?? value["name"]?.text ?? entry.key,
            summary: value["summary"]?.text,
            caveat: value["caveat"]?.text, next: value["next"]?.text, url: value["url"]?.text,
            combines: value["combines"]?.texts ?? [], location: entry.keyLocation)
    }

    /// The headers after the first of the first table whose every such header is the start of some arrow's target.
    private func optionsOfFirstTable() -> [FrameworkOption] {
        let columns = candidateColumns().first { $0.allSatisfy(\.isMeant) } ?? []
        return columns.map {
            FrameworkOption(
                id: slug($0.name), name: $0.name, summary: nil, caveat: nil, next: nil, url: nil,
                combines: [], location: $0.header.location)
        }
    }

    /// The first table of which some columns are the start of an arrow's target and others are not, where options
    /// were to be found in a table.
    func nearMissOfOptions() -> OptionsNearMiss? {
        guard file.document.frontMatter["options"] == nil,
            let columns = candidateColumns().first(where: { $0.contains(where: \.isMeant) })
        else { return nil }
        return OptionsNearMiss(
            columns: columns.filter { !$0.isMeant }.map(\.header), names: columns.map(\.name))
    }

    /// A column that may be an option, and whether some arrow points to it.
    private struct Column {
        let header: Element
        let name: String
        let isMeant: Bool
    }

    private func candidateColumns() -> [[Column]] {
        let targets = targets()
        guard !targets.isEmpty else { return [] }
        return file.document.blocks.filter { $0.kind == .table }.map { table in
            let all = table.children.first.map { Array($0.children) } ?? []
            // A decision table has options in its cells.
            guard !all.contains(where: Arrow.opens) else { return [] }
            let headers = all.dropFirst().filter { !words.areWeight($0) }
            return headers.map { header in
                let name = header.plainText.trimmed
                let option = Option(id: slug(name), name: name, location: header.location)
                let parser = TargetParser(options: [option], words: words)
                return Column(
                    header: header, name: name,
                    isMeant: !name.isEmpty && targets.contains { parser.parse($0) != nil })
            }
        }.filter { !$0.isEmpty }
    }
}

extension FrameworkReader {
    /// What arrows point to: behind the arrows of lists, and below those of tables.
    private func targets() -> [String] {
        file.document.blocks.flatMap { block -> [String] in
            switch block.kind {
            case .list:
                return block.children.compactMap { $0.children.first.flatMap { Arrow(lastIn: $0)?.target } }
            case .table:
                let rows = block.children.map { Array($0.children) }
                let outputs = (rows.first ?? []).indices.filter { Arrow.opens(rows[0][$0]) }
                return rows.dropFirst().flatMap { row in
                    outputs.compactMap { row.cell($0)?.plainText.trimmed }
                }
            default: return []
            }
        }
    }
}

/// A table that would have given the options, had a rule pointed to each of its columns.
struct OptionsNearMiss {
    /// The headers of the columns to which no rule points.
    let columns: [Element]
    /// The names of all columns that may be options.
    let names: [String]

    /// The front matter that declares them.
    var suggestion: String {
        let quoted = columns.map { "'\($0.plainText.trimmed)'" }.joined(separator: " or ")
        return
            "no rule points to \(quoted); declare the options in the front matter: options: { \(declarations) }"
    }

    /// A name made of the names of other columns combines them.
    private var declarations: String {
        names.map { name in
            let parts = name.split { "+&/".contains($0) }.map(\.trimmed)
            let isComposite = parts.count > 1 && parts.allSatisfy { $0 != name && names.contains($0) }
            guard isComposite else { return "\(slug(name)): \(Self.scalar(name))" }
            let id = parts.count == 2 && !names.contains { slug($0) == "both" } ? "both" : slug(name)
            return
                "\(id): { name: \(Self.scalar(name)), combines: [\(parts.map { slug($0) }.joined(separator: ", "))] }"
        }.joined(separator: ", ")
    }

    /// A text as YAML within braces has it.
    private static func scalar(_ text: String) -> String {
        let marks = ",:{}[]#\"'&*!|>%@`"
        return text.contains(where: marks.contains) || text.first.map { "-?+".contains($0) } ?? true
            ? "\"\(text.replacing("\"", with: "\\\""))\"" : text
    }
}
