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
        let targets = file.document.blocks.filter { $0.kind == .list }.flatMap(\.children).compactMap {
            item in
            item.children.first.flatMap { Arrow(lastIn: $0)?.target }
        }
        guard !targets.isEmpty else { return [] }
        for table in file.document.blocks where table.kind == .table {
            let headers = (table.children.first.map { Array($0.children) } ?? []).dropFirst()
                .filter { !words.weight.map { $0.lowercased() }.contains($0.plainText.trimmed.lowercased()) }
            let columns = headers.map { header in
                let name = header.plainText.trimmed
                return Option(id: slug(name), name: name, location: header.location)
            }
            let areAllMeant = columns.allSatisfy { column in
                let parser = TargetParser(options: [column], words: words)
                return !column.name.isEmpty && targets.contains { parser.parse($0) != nil }
            }
            guard !columns.isEmpty, areAllMeant else { continue }
            return columns.map {
                FrameworkOption(
                    id: $0.id, name: $0.name, summary: nil, caveat: nil, next: nil, url: nil, combines: [],
                    location: $0.location)
            }
        }
        return []
    }
}
