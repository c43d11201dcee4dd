import Testing

@testable import Markdown

/// Our HTML of a text beside cmark's own.
enum CMarkComparison {
    /// Expects the same with authors' HTML passed on and without.
    static func expectSameHTML(
        _ bytes: [UInt8], file: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let document = Document(bytes, file: file, strictness: .forgiving)
        let body = Array(document.source[bodyStart(of: document)...])
        for allowRawHTML in [true, false] {
            // In place of an author's block of HTML, safe output has its words, and cmark's a remark.
            if !allowRawHTML, document.nodes.contains(where: { $0.kind == .htmlBlock }) { continue }
            var renderer = HTMLRenderer(document)
            renderer.allowRawHTML = allowRawHTML
            let ours = HTMLNormaliser.normalise(renderer.html(of: document.blocks), isSafe: !allowRawHTML)
            let theirs = HTMLNormaliser.normalise(
                CMarkOracle.html(of: body, allowRawHTML: allowRawHTML), isSafe: !allowRawHTML)
            #expect(
                firstDifference(ours, theirs) == nil, "\(file), raw HTML \(allowRawHTML)",
                sourceLocation: sourceLocation)
        }
    }

    private static func bodyStart(of document: Document) -> Int {
        guard document.hasFrontMatter else { return 0 }
        let text = Array(document.source)
        var lines = text.indices.filter { text[$0] == 0x0A }.makeIterator()
        var start = (lines.next() ?? 0) + 1
        while let end = lines.next() {
            let line = String(decoding: text[start..<end], as: UTF8.self).trimmed
            start = end + 1
            if line == "---" || line == "..." { return start }
        }
        return text.count
    }

    private static func firstDifference(_ ours: String, _ theirs: String) -> String? {
        let (a, b) = (Array(ours.utf8), Array(theirs.utf8))
        if a == b { return nil }
        let index =
            zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
        func excerpt(_ bytes: [UInt8]) -> String {
            String(decoding: bytes[max(0, index - 40)..<min(bytes.count, index + 60)], as: UTF8.self)
                .debugDescription
        }
        return "ours \(excerpt(a)), cmark's \(excerpt(b))"
    }
}
