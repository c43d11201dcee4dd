import Markdown

/// The edits by which a record says what it is to another one, in the record's own format.
struct RelationEdit {
    private let form: RecordForm
    private let words: String
    /// What the words mean, where they are known.
    let kind: Relation.Kind?
    private let target: RecordLink

    /// - Parameter words: what the record is to the other: `Amends`, or words of the author's own.
    init(_ form: RecordForm, words: String, target: RecordLink) {
        self.form = form
        self.words = words
        self.target = target
        let verb = RelationVerb(startingIn: words)
        kind = verb?.range == 0..<words.utf8.count ? verb?.kind : nil
    }

    /// The edits; `nil` where the place takes none that a reader would understand.
    func edits() -> [TextEdit]? {
        let fact = form.statusFact
        if fact?.source == .section || fact == nil, let section = form.statusSection {
            return [form.appended("\(words) \(target.long)", to: section)]
        }
        let isInFrontMatter =
            fact?.source == .frontMatter || (fact == nil && form.file.document.hasFrontMatter)
        if isInFrontMatter, let kind { return key(kind) }
        guard let fact, fact.source != .title else {
            return MetadataInsertion(form).edits(
                key: words, line: target.short, paragraph: "\(words) \(target.long)")
        }
        guard let place = form.place(of: fact) else { return nil }
        let addition = "; \(words.prefix(1).lowercased())\(words.dropFirst()) \(target.short)"
        guard case .yaml(let quote, _) = place.style else {
            return [TextEdit(at: place.range.upperBound, addition)]
        }
        let written = form.source.string(place.range)
        let value = quote == nil ? written : String(written.dropFirst().dropLast())
        return [TextEdit(place.range, place.written(value + addition))]
    }

    // MARK: Front matter

    /// A key of its own, as `supersedes:` is, or one more element of it.
    private func key(_ kind: Relation.Kind) -> [TextEdit]? {
        let source = form.source
        let value = target.address.contains("/") ? target.short : target.address
        let entry = form.file.document.frontMatter.entries.first { RecordKey($0.key) == .relation(kind) }
        guard let entry, !entry.value.elements.isEmpty else {
            return MetadataInsertion(form).edits(key: words, line: value, paragraph: "")
        }
        let start = source.offset(of: entry.value.location)
        let flow = ValuePlace(range: 0..<0, style: .yaml(quote: nil, isInFlow: true))
        if source.text[start...].first == UInt8(ascii: "[") {
            let line = start..<source.endOfLine(start)
            guard let close = source.text[line].lastIndex(of: UInt8(ascii: "]")) else { return nil }
            let end = source.trimmed(start..<close).upperBound
            return [TextEdit(at: end, ", " + flow.written(value))]
        }
        guard case .list(let elements) = entry.value.content, let last = elements.last else {
            guard let place = form.frontMatterPlace(at: start) else { return nil }
            let old = source.string(place.range)
            return [TextEdit(place.range, "[\(old), \(flow.written(value))]")]
        }
        let place = source.offset(of: last.location)
        let plain = ValuePlace(range: 0..<0, style: .yaml(quote: nil, isInFlow: false))
        let mark = source.string(source.startOfLine(place)..<place)
        return [TextEdit(at: source.endOfLine(place), "\n" + mark + plain.written(value))]
    }
}
