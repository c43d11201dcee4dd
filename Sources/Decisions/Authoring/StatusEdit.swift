import Markdown

/// The edits by which a record's status becomes another one, in the record's own format and nowhere else.
struct StatusEdit {
    private let form: RecordForm
    private let change: StatusChange

    init(_ form: RecordForm, _ change: StatusChange) {
        self.form = form
        self.change = change
    }

    /// The edits; `nil` where the place takes none that a reader would understand.
    func edits() -> [TextEdit]? {
        guard let fact = form.statusFact else { return insertion() }
        switch fact.source {
        case .title: return replaceTitle(fact)
        case .section: return editSection(fact)
        case .frontMatter, .head, .links: return editValue(fact)
        }
    }

    private func insertion() -> [TextEdit] {
        if let section = form.statusSection {
            return [form.appended(change.written(like: nil, isLong: true), to: section)]
        }
        return MetadataInsertion(form).edits(
            key: "Status", line: change.written(like: nil, isLong: false),
            paragraph: change.written(like: nil, isLong: true))
    }

    // MARK: One value

    private func editValue(_ fact: RecordFact) -> [TextEdit]? {
        guard let place = form.place(of: fact) else { return nil }
        let written = form.source.string(place.range)
        var inner = Substring(written)
        if case .yaml(.some, _) = place.style { inner = inner.dropFirst().dropLast() }
        let value = String(inner)
        // Braces are what a template left behind.
        guard !value.hasPrefix("{"), let clause = clause(of: fact, in: value) else {
            return [TextEdit(place.range, place.written(change.written(like: nil, isLong: false)))]
        }
        let bytes = Array(value.utf8)
        let new = change.written(like: clause.word, isLong: false)
        let end = clause.range.upperBound
        let whole =
            String(decoding: bytes[..<clause.range.lowerBound], as: UTF8.self) + new
            + String(decoding: bytes[end...], as: UTF8.self)
        guard case .markdown = place.style else { return [TextEdit(place.range, place.written(whole))] }
        let start = place.range.lowerBound
        return [TextEdit((start + clause.range.lowerBound)..<(start + end), new)]
    }

    private func clause(of fact: RecordFact, in value: String) -> StatusClause? {
        guard Placeholder.value(in: fact.value.text) != nil, !StatusPhrase(fact.value).isVocabulary,
            let name = form.status.name
        else { return nil }
        return StatusClause(in: value, stating: name)
    }

    // MARK: A section

    private func editSection(_ fact: RecordFact) -> [TextEdit]? {
        guard let section = form.statusSection, let place = form.place(of: fact) else {
            return editValue(fact)
        }
        if let boxes = tickedBox(in: section) { return boxes }
        let value = form.source.string(place.range)
        let start = place.range.lowerBound
        guard let clause = clause(of: fact, in: value) else {
            return [TextEdit(place.range, change.written(like: nil, isLong: true))]
        }
        // Words about the old status are its history: the new one goes behind.
        guard clause.remark.isEmpty else {
            return [form.appended(change.written(like: clause.word, isLong: true), to: section)]
        }
        let new = change.written(like: clause.word, isLong: true)
        let isAlone = clause.range == 0..<value.utf8.count
        if change.successor != nil, isAlone, let paragraph = paragraph(at: start, in: section) {
            return [TextEdit(paragraph, ""), form.appended(new, to: section)]
        }
        return [TextEdit((start + clause.range.lowerBound)..<(start + clause.range.upperBound), new)]
    }

    /// A paragraph of one line with the blank lines behind it, where others follow. adr-tools takes it away, and writes the
    /// successor as the last one.
    private func paragraph(at offset: Int, in section: StatusSection) -> Range<Int>? {
        let (start, end) = (form.source.startOfLine(offset), form.source.endOfLine(offset))
        let block = section.blocks.firstIndex { $0.kind == .paragraph && form.lineStart(of: $0) == start }
        guard let block, section.blocks.indices.contains(block + 1),
            form.lineStart(of: section.blocks[block + 1]) > form.source.behindLineEnd(end)
        else { return nil }
        return start..<form.lineStart(of: section.blocks[block + 1])
    }

    /// Of a list of boxes the tick moves.
    private func tickedBox(in section: StatusSection) -> [TextEdit]? {
        let items = section.blocks.filter { $0.kind == .list }.flatMap { Array($0.children) }
        guard items.contains(where: { $0.checkbox == .ticked }), change.successor == nil,
            let wanted = items.first(where: { Self.status(of: $0) == change.name })
        else { return nil }
        return items.filter { $0 == wanted || $0.checkbox == .ticked }.compactMap { item in
            let start = form.start(of: item)
            let line = start..<form.source.endOfLine(start)
            guard let box = form.source.text[line].firstIndex(of: UInt8(ascii: "[")) else { return nil }
            return TextEdit((box + 1)..<(box + 2), item == wanted ? "x" : " ")
        }
    }

    private static func status(of item: Element) -> String? {
        item.checkbox == nil ? nil : StatusWord(startingIn: item.plainText)?.name
    }

    // MARK: A title

    /// What the title says goes, and the status gets a place of its own.
    private func replaceTitle(_ fact: RecordFact) -> [TextEdit]? {
        guard case .line(let line) = fact.place, let first = line.text.first else { return nil }
        let start = form.source.offset(of: line.location)
        let end = form.source.endOfLine(start)
        let (open, close) = first == "[" ? ("[", "]") : ("(", ")")
        var depth = 0
        for index in start..<end {
            let byte = form.source.text[index]
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") { depth -= 1 }
            guard depth == 0, open.utf8.first == form.source.text[start], close.utf8.first == byte else {
                continue
            }
            let behind = form.source.trimmed((index + 1)..<end).lowerBound
            return [TextEdit(start..<behind, "")] + insertion()
        }
        return nil
    }
}

extension RecordForm {
    /// Words added as the last of the status section: a paragraph, or an item where it ends in a list.
    func appended(_ words: String, to section: StatusSection) -> TextEdit {
        guard let list = section.blocks.last, list.kind == .list, !list.isOrdered,
            let item = Array(list.children).last, let text = item.children.first
        else { return TextEdit(at: section.end, "\n\n" + words) }
        let start = lineStart(of: item)
        let mark = source.string(start..<self.start(of: text)).replacing("[ ]", with: "[x]")
        return TextEdit(at: section.end, "\n" + mark + words)
    }
}
