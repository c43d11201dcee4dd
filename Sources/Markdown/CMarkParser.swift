import CMarkGFM

/// The one place where cmark-gfm's tree is seen: it is walked once, made into values, and freed.
struct CMarkParser {
    /// The file and, as they are found, texts that do not stand in it as they read.
    private(set) var buffer: [UInt8]
    private(set) var nodes: [Document.Node] = []
    let sourceCount: Int
    let bodyStart: Int
    /// The offset of each line of the body.
    private(set) var lineStarts: [Int]
    private var open: [Int] = []
    private var alignments: [UInt8] = []
    private var cells: [Range<Int>] = []
    private var cellColumn = 0
    private var footnoteCount: Int32 = 0
    private(set) var quoteDepth = 0
    /// Where the head of the table that is being read stands, if lines of a paragraph stand right above it.
    private var lateHead: LateHead?
    /// The paragraph, heading or cell whose inlines are being read.
    private var frame = InlineFrame()
    /// How far the file was read: behind the last text that was found in it.
    private var cursor = 0

    /// What tells where the inlines of a block stand: cmark counts their columns as if each line began where the
    /// block does, and in cells as if no bar were escaped.
    private struct InlineFrame {
        var line = 0
        var column = 1
        var end = 0
        var cell: Range<Int>?
        /// How many lines cmark counts too few.
        var linesTaken = 0
        /// Where the text begins, if it stands right above a table: then cmark counts from nothing.
        var startAboveTable: Int?
    }

    /// Parses `source` from the byte `bodyStart` on.
    init(source: [UInt8], bodyStart: Int) {
        buffer = source
        sourceCount = source.count
        self.bodyStart = bodyStart
        lineStarts = Self.lineStarts(in: source, from: bodyStart)
        nodes.reserveCapacity((source.count - bodyStart) / 16 + 8)
        source.withUnsafeBufferPointer { bytes in
            let body = UnsafeBufferPointer(rebasing: bytes[bodyStart...])
            CMarkTree.withTree(of: body) { walk($0) }
        }
        // All documents of a site are held at once: the room that was left for more would be a third of its memory.
        nodes = nodes.withUnsafeBufferPointer { Array($0) }
        if buffer.count > sourceCount { buffer = buffer.withUnsafeBufferPointer { Array($0) } }
    }

    private mutating func walk(_ root: OpaquePointer) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            if event == CMARK_EVENT_ENTER { enter(node) } else { exit() }
        }
    }

    private mutating func exit() {
        guard let index = open.popLast() else { return }
        nodes[index].end = UInt32(nodes.count)
        if nodes[index].kind == .blockQuote { quoteDepth -= 1 }
    }

    private mutating func enter(_ pointer: OpaquePointer) {
        guard let kind = CMarkTree.kind(of: pointer) else {
            // A kind that no extension of ours makes: its children are kept, it is not.
            open.append(nodes.count)
            nodes.append(Document.Node(kind: .paragraph))
            return
        }
        var node = Document.Node(kind: kind)
        let start = place(
            line: cmark_node_get_start_line(pointer), column: cmark_node_get_start_column(pointer), kind)
        node.start = UInt32(start)
        var isLeaf = false
        switch kind {
        case .text:
            appendText(of: pointer, at: start)
            return
        case .html where CMarkTree.isBreak(pointer):
            isLeaf = true
            node.kind = .lineBreak
        case .code, .html, .htmlBlock:
            isLeaf = true
            node.text = span(of: cmark_node_get_literal(pointer), near: start)
            if node.text.range.upperBound <= sourceCount { cursor = max(cursor, node.text.range.upperBound) }
        case .softBreak, .lineBreak, .thematicBreak:
            isLeaf = true
        case .footnoteReference:
            // No leaf to cmark, which also says when it leaves it, and writes the note's number in place of its label.
            node.number = cmark_node_get_literal(pointer).flatMap { Int32(String(cString: $0)) } ?? 0
        case .codeBlock:
            isLeaf = true
            node.text = span(of: cmark_node_get_literal(pointer), near: start)
            node.extra = span(of: cmark_node_get_fence_info(pointer), near: start)
        case .heading:
            node.number = cmark_node_get_heading_level(pointer)
            node.text = extent(of: pointer, from: start)
            beginInlines(of: pointer, at: start)
        case .list:
            if cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST { node.flags.insert(.ordered) }
            if cmark_node_get_list_tight(pointer) != 0 { node.flags.insert(.tight) }
            node.number = cmark_node_get_list_start(pointer)
        case .item:
            if CMarkTree.isTask(pointer) {
                node.flags.insert(.task)
                if cmark_gfm_extensions_get_tasklist_item_checked(pointer) { node.flags.insert(.checked) }
            }
            node.text = extent(of: pointer, from: start)
        case .link, .image:
            node.extra = span(of: cmark_node_get_url(pointer), near: start)
            node.title = span(of: cmark_node_get_title(pointer), near: start)
            node.start = UInt32(openingBracket(near: start, of: pointer))
            node.text = inlineExtent(of: pointer, from: Int(node.start))
        case .table:
            alignments = CMarkTree.alignments(of: pointer)
            lateHead = CMarkTree.paragraphAbove(pointer).map { _ in LateHead(of: pointer, in: self) }
            if let lateHead { node.start = UInt32(lateHead.start) }
            node.text = extent(of: pointer, from: Int(node.start))
        case .tableRow:
            node.text = extent(of: pointer, from: start)
            if cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 {
                node.flags.insert(.header)
                if let lateHead {
                    node.start = UInt32(lateHead.start)
                    node.text = .init(offset: node.start, count: UInt32(lateHead.end - lateHead.start))
                }
            } else {
                lateHead = nil
            }
            cells = cellRanges(in: node.text.range)
            cellColumn = 0
        case .tableCell:
            enterCell(&node, pointer)
        case .footnoteDefinition:
            footnoteCount += 1
            node.number = footnoteCount
            node.text = extent(of: pointer, from: start)
        case .paragraph:
            if let table = CMarkTree.tableBelow(pointer) {
                beginInlines(above: table)
                let first = frame.startAboveTable ?? start
                node.start = UInt32(first)
                node.text = .init(offset: node.start, count: UInt32(max(0, frame.end - first)))
            } else {
                node.text = extent(of: pointer, from: start)
                beginInlines(of: pointer, at: start)
                if mayDefine(node.text.range) { frame.linesTaken = CMarkTree.linesTaken(from: pointer) }
            }
        case .blockQuote:
            node.text = extent(of: pointer, from: start)
            quoteDepth += 1
        case .document: node.text = extent(of: pointer, from: start)
        case .emphasis, .strong, .strikethrough: node.text = inlineExtent(of: pointer, from: start)
        }
        if isLeaf { node.end = UInt32(nodes.count + 1) } else { open.append(nodes.count) }
        nodes.append(node)
    }

    private mutating func enterCell(_ node: inout Document.Node, _ pointer: OpaquePointer) {
        node.number = Int32(cellColumn)
        beginInlines(of: pointer, at: Int(node.start))
        if cells.indices.contains(cellColumn) {
            let range = cells[cellColumn]
            node.start = UInt32(range.lowerBound)
            node.text = .init(offset: UInt32(range.lowerBound), count: UInt32(range.count))
            frame.cell = range
            frame.end = range.upperBound
            frame.column =
                lateHead.map { $0.column + range.lowerBound - $0.start }
                ?? range.lowerBound - offset(line: Int32(frame.line), column: 1) + 1
            cursor = range.lowerBound
        }
        if alignments.indices.contains(cellColumn) {
            switch alignments[cellColumn] {
            case UInt8(ascii: "l"): node.flags.insert(.left)
            case UInt8(ascii: "c"): node.flags.insert(.center)
            case UInt8(ascii: "r"): node.flags.insert(.right)
            default: break
            }
        }
        cellColumn += 1
    }

    // MARK: Places of inlines

    private mutating func beginInlines(of pointer: OpaquePointer, at start: Int) {
        frame.line = Int(cmark_node_get_start_line(pointer))
        frame.column = Int(cmark_node_get_start_column(pointer))
        frame.end = extent(of: pointer, from: start).range.upperBound
        frame.cell = nil
        frame.linesTaken = 0
        frame.startAboveTable = nil
        cursor = start
    }

    private mutating func beginInlines(above table: OpaquePointer) {
        let line = cmark_node_get_start_line(table)
        let start = offset(line: line, column: cmark_node_get_start_column(table))
        let end = lineStarts[max(1, LateHead(of: table, in: self).line) - 1]
        frame = InlineFrame(
            line: 0, column: 0, end: end, linesTaken: Int(line), startAboveTable: start)
        cursor = start
    }

    private func place(line: Int32, column: Int32, _ kind: Document.Kind) -> Int {
        guard kind.isInline else { return offset(line: line, column: column) }
        // Breaks, and addresses that stand alone, have no place of their own.
        guard frame.startAboveTable == nil ? line > 0 && column > 0 : line > 0 || column > 0 else {
            return cursor
        }
        let steps = Int(column) - frame.column
        if let cell = frame.cell { return offset(in: cell, skipping: steps) }
        let fileLine = Int(line) + frame.linesTaken
        if let start = frame.startAboveTable, lineStarts.indices.contains(fileLine) {
            // Escaped bars count as one here too.
            let first = line > 0 ? contentStart(ofLine: fileLine) : start
            return offset(in: first..<max(first, lineStarts[fileLine]), skipping: steps)
        }
        guard fileLine > frame.line, lineStarts.indices.contains(fileLine - 1) else {
            return offset(line: line, column: column)
        }
        return min(sourceCount, max(0, contentStart(ofLine: fileLine) + steps))
    }

    /// cmark gives a link that spans lines the line on which it ends.
    private func openingBracket(near start: Int, of pointer: OpaquePointer) -> Int {
        guard start < sourceCount, start >= cursor else { return cursor }
        return "[!<".utf8.contains(buffer[start]) ? start : cursor
    }

    /// The place of an inline with its marks; empty where cmark does not say it.
    private func inlineExtent(of pointer: OpaquePointer, from start: Int) -> Document.Span {
        let (line, column) = (cmark_node_get_end_line(pointer), cmark_node_get_end_column(pointer))
        guard line > 0 || frame.startAboveTable != nil, column > 0 else { return .init() }
        let end = place(line: line, column: column + 1, .text)
        return .init(offset: UInt32(start), count: UInt32(max(0, end - start)))
    }

    /// Appends a text, as several nodes where only parts of it stand in the file as they read.
    private mutating func appendText(of pointer: OpaquePointer, at start: Int) {
        guard let literal = cmark_node_get_literal(pointer) else { return }
        let count = CMarkTree.length(of: literal)
        literal.withMemoryRebound(to: UInt8.self, capacity: count) { first in
            let text = UnsafeBufferPointer(start: first, count: count)
            guard let found = alignment(of: text, of: pointer, at: start) else {
                appendPart(text[...], at: start, exact: false)
                return
            }
            for part in found.parts { appendPart(text[part.text], at: part.source, exact: part.isExact) }
            cursor = found.end
        }
    }

    private func alignment(
        of text: UnsafeBufferPointer<UInt8>, of pointer: OpaquePointer, at start: Int
    ) -> TextAlignment? {
        let file = buffer[..<sourceCount]
        if let found = TextAlignment(of: text, in: file, at: start) { return found }
        // Of a line that continues a paragraph lazily, cmark counts the white space too.
        let line = Int(cmark_node_get_start_line(pointer)) + frame.linesTaken
        if line > frame.line, lineStarts.indices.contains(line - 1) {
            let steps = Int(cmark_node_get_start_column(pointer)) - frame.column
            if let found = TextAlignment(of: text, in: file, at: lineStarts[line - 1] + steps) {
                return found
            }
        }
        return TextAlignment(searching: text, in: file, from: cursor, to: min(frame.end, cursor + 4096))
    }

    private mutating func appendPart(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at place: Int, exact: Bool) {
        var node = Document.Node(kind: .text)
        node.start = UInt32(place)
        node.end = UInt32(nodes.count + 1)
        node.text = .init(offset: UInt32(exact ? place : buffer.count), count: UInt32(bytes.count))
        if !exact { buffer.append(contentsOf: bytes) }
        // An address that stands alone is where its text is.
        if let parent = open.last, nodes[parent].kind == .link, nodes[parent].text.count == 0, exact {
            nodes[parent].start = node.start
            nodes[parent].text = node.text
        }
        nodes.append(node)
    }

    /// Where a text stands in the file, if cmark says the place right, else a copy behind the file. Code and
    /// addresses begin some marks behind their node.
    private mutating func span(of text: UnsafePointer<CChar>?, near start: Int) -> Document.Span {
        guard let text else { return .init() }
        let count = CMarkTree.length(of: text)
        guard count > 0 else { return .init() }
        return text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
            let isThere = buffer.withUnsafeBufferPointer { buffer in
                start + count <= sourceCount
                    && CMarkTree.areEqual(buffer.baseAddress.map { $0 + start }, bytes, count)
            }
            if isThere { return .init(offset: UInt32(start), count: UInt32(count)) }
            let offset = buffer.count
            buffer.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
            return .init(offset: UInt32(offset), count: UInt32(count))
        }
    }
}
