import Markdown

/// Adds a piece of metadata to a record that has none of its kind yet, in the form that the record has for others.
struct MetadataInsertion {
    private let form: RecordForm

    init(_ form: RecordForm) { self.form = form }

    /// The edits that add a key and its value.
    /// - Parameters:
    ///   - line: the value where it stands behind its key.
    ///   - paragraph: the value where it stands in a section on the status.
    func edits(key: String, line: String, paragraph: String) -> [TextEdit] {
        if form.file.document.hasFrontMatter, let start = frontMatterStart {
            return [frontMatter(key.lowercased().replacing(" ", with: "-"), line, start)]
        }
        if let edit = besideOther(key: key, value: line) { return [edit] }
        return [section(paragraph)]
    }

    // MARK: Front matter

    /// Behind the dashes that open it.
    private var frontMatterStart: Int? {
        let source = form.source
        var start = 0
        while start < source.text.count {
            let end = source.endOfLine(start)
            let next = source.behindLineEnd(end)
            if source.string(start..<end).trimmed == "---" { return next }
            start = next
        }
        return nil
    }

    private func frontMatter(_ key: String, _ value: String, _ start: Int) -> TextEdit {
        let written = ValuePlace(range: 0..<0, style: .yaml(quote: nil, isInFlow: false)).written(value)
        let entry = form.file.document.frontMatter.entries.first { entry in
            entry.key.lowercased() == key || RecordKey(entry.key) == RecordKey(key)
        }
        guard let entry, entry.value.text == nil, entry.value.elements.isEmpty else {
            let status = form.facts.of(.status).first { $0.source == .frontMatter }
            let behind = status.map { form.source.endOfLine(form.source.offset(of: $0.location)) }
            return behind.map { TextEdit(at: $0, "\n\(key): \(written)") }
                ?? TextEdit(at: start, "\(key): \(written)\n")
        }
        let place = form.source.offset(of: entry.keyLocation)
        let line = place..<form.source.endOfLine(place)
        let colon = form.source.text[line].firstIndex(of: UInt8(ascii: ":")) ?? line.upperBound
        let remark = form.source.text[line].firstIndex(of: UInt8(ascii: "#")) ?? line.upperBound
        return TextEdit(
            (colon + 1)..<max(colon + 1, remark), " " + written + (remark < line.upperBound ? " " : ""))
    }

    // MARK: Lines

    /// A line of its own before another piece of metadata, with that one's marks.
    private func besideOther(key: String, value: String) -> TextEdit? {
        let source = form.source
        for fact in form.facts.facts where fact.source == .head {
            guard case .line(let line) = fact.place, line.text != fact.value.text,
                let place = form.place(of: fact)
            else { continue }
            let start = source.startOfLine(place.range.lowerBound)
            let end = source.endOfLine(start)
            // The key's letters, between its marks.
            guard let first = source.text[start..<place.range.lowerBound].firstIndex(where: Self.isLetter),
                let last = source.text[first..<place.range.lowerBound].lastIndex(where: Self.isLetter),
                !source.text[start..<first].contains(UInt8(ascii: "|"))
            else { continue }
            let isBefore = source.string(first..<(last + 1)).allSatisfy { $0.isLetter || " -_".contains($0) }
            guard isBefore else { continue }
            let name = source.text[first] | 0x20 == source.text[first] ? key.lowercased() : key
            let tail = source.string(place.range.upperBound..<end)
            let isOwn = isParagraph(start, end)
            return TextEdit(
                at: start,
                source.string(start..<first) + name + source.string((last + 1)..<place.range.lowerBound)
                    + value
                    + (tail.allSatisfy { $0 == " " || $0 == "\\" } ? tail : "") + (isOwn ? "\n\n" : "\n"))
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    /// Whether a line has blank ones around it.
    private func isParagraph(_ start: Int, _ end: Int) -> Bool {
        let source = form.source
        let next = source.behindLineEnd(end)
        let isAlone = source.string(next..<source.endOfLine(next)).trimmed.isEmpty
        guard start > 0 else { return isAlone }
        let before = source.startOfLine(max(0, start - (start > 1 && source.text[start - 2] == 0x0D ? 2 : 1)))
        return isAlone && source.string(before..<start).trimmed.isEmpty
            && !"*-+".utf8.contains(source.text[source.trimmed(start..<end).lowerBound])
    }

    // MARK: A section

    /// Before the first section, else at the end.
    private func section(_ words: String) -> TextEdit {
        let source = form.source
        let title = form.file.titleHeading
        let behind = title.map { form.start(of: $0) } ?? -1
        let next = form.file.document.blocks.first { block in
            block.kind == .heading && form.start(of: block) > behind && block != title
        }
        if let next { return TextEdit(at: form.lineStart(of: next), "## Status\n\n\(words)\n\n") }
        let end = source.trimmed(0..<source.text.count).upperBound
        return TextEdit(at: end, "\n\n## Status\n\n\(words)" + (end == source.text.count ? "\n" : ""))
    }
}
