extension HTMLRenderer {
    /// Appends what opens a node; a leaf is written whole.
    mutating func appendOpening(_ index: Int, parents: [Int], to out: inout [UInt8]) {
        let node = nodes[index]
        switch node.kind {
        case .document, .text, .image: break
        case .paragraph:
            if isInTightList(parents[...]) { return }
            breakLine(&out)
            out += "<p>".utf8
        case .heading:
            breakLine(&out)
            out += "<h\(node.number)".utf8
            if let id = anchors[index], !id.isEmpty {
                out += " id=\"".utf8
                HTMLEscaping.append(id.utf8, to: &out)
                out += "\"".utf8
            }
            out += ">".utf8
        case .blockQuote:
            breakLine(&out)
            out += "<blockquote>\n".utf8
        case .list: appendListOpening(index, to: &out)
        case .item:
            breakLine(&out)
            guard node.flags.contains(.task) else {
                out += "<li>".utf8
                return
            }
            let isDone = node.flags.contains(.checked)
            out += "<li class=\"task\"><input type=\"checkbox\" disabled".utf8
            out += isDone ? " checked aria-label=\"".utf8 : " aria-label=\"".utf8
            out += isDone ? labels.done : labels.notDone
            out += "\"> ".utf8
        case .codeBlock: appendCodeBlock(node, to: &out)
        case .htmlBlock:
            breakLine(&out)
            if allowRawHTML {
                out += buffer[node.text.range]
            } else {
                appendTextOfHTML(node, to: &out)
            }
        case .thematicBreak:
            breakLine(&out)
            out += "<hr>\n".utf8
        case .table:
            breakLine(&out)
            tableCount += 1
            out += "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"".utf8
            out += labels.table.before + "\(tableCount)".utf8 + labels.table.behind
            out += "\">\n<table>\n".utf8
        case .tableRow:
            // The head is the first row; what follows is the body, if anything does.
            if node.flags.contains(.header) {
                out += "<thead>\n".utf8
            } else if isFirstBodyRow(index, parents) {
                out += "<tbody>\n".utf8
            }
            out += "<tr>\n".utf8
        case .tableCell: appendCellOpening(node, parents, to: &out)
        case .footnoteDefinition: appendFootnoteOpening(node, to: &out)
        case .softBreak: out.append(0x0A)
        case .lineBreak: out += "<br>\n".utf8
        case .code:
            out += "<code>".utf8
            HTMLEscaping.append(buffer[node.text.range], to: &out)
            out += "</code>".utf8
        case .html: if allowRawHTML { out += buffer[node.text.range] }
        case .emphasis: out += "<em>".utf8
        case .strong: out += "<strong>".utf8
        case .strikethrough: out += "<del>".utf8
        case .link: appendLinkOpening(node, to: &out)
        case .footnoteReference: appendFootnoteReference(node, to: &out)
        }
    }

    /// Appends what closes a node.
    func close(_ index: Int, parents: ArraySlice<Int>, to out: inout [UInt8]) {
        let node = nodes[index]
        switch node.kind {
        case .paragraph:
            if isInTightList(parents) { return }
            if let parent = parents.last, nodes[parent].kind == .footnoteDefinition,
                node.end == nodes[parent].end
            {
                appendBackLink(to: nodes[parent].number, &out)
            }
            out += "</p>\n".utf8
        case .heading: out += "</h\(node.number)>\n".utf8
        case .blockQuote:
            breakLine(&out)
            out += "</blockquote>\n".utf8
        case .list: out += node.flags.contains(.ordered) ? "</ol>\n".utf8 : "</ul>\n".utf8
        case .item: out += "</li>\n".utf8
        case .table:
            if hasBody(index) { out += "</tbody>\n".utf8 }
            out += "</table>\n</div>\n".utf8
        case .tableRow: out += node.flags.contains(.header) ? "</tr>\n</thead>\n".utf8 : "</tr>\n".utf8
        case .tableCell: out += isHeaderCell(parents) ? "</th>\n".utf8 : "</td>\n".utf8
        case .footnoteDefinition:
            if !hasBackLink(node, index) {
                appendBackLink(to: node.number, &out)
                out.append(0x0A)
            }
            breakLine(&out)
            out += "</li>\n".utf8
            if Int(node.end) == nodes.count { out += "</ol>\n</section>\n".utf8 }
        case .emphasis: out += "</em>".utf8
        case .strong: out += "</strong>".utf8
        case .strikethrough: out += "</del>".utf8
        case .link: out += "</a>".utf8
        default: break
        }
    }

    func breakLine(_ out: inout [UInt8]) {
        if let last = out.last, last != 0x0A { out.append(0x0A) }
    }

    private func isInTightList(_ parents: ArraySlice<Int>) -> Bool {
        guard let item = parents.last, nodes[item].kind == .item, let list = parents.dropLast().last
        else {
            return false
        }
        return nodes[list].flags.contains(.tight)
    }

    private func appendListOpening(_ index: Int, to out: inout [UInt8]) {
        let node = nodes[index]
        breakLine(&out)
        let hasTasks = index + 1 < Int(node.end) && nodes[index + 1].flags.contains(.task)
        let tag = node.flags.contains(.ordered) ? "ol" : "ul"
        let start = node.flags.contains(.ordered) && node.number != 1 ? " start=\"\(node.number)\"" : ""
        out += "<\(tag)\(start)\(hasTasks ? " class=\"task-list\"" : "")>\n".utf8
    }

    private mutating func appendCodeBlock(_ node: Document.Node, to out: inout [UInt8]) {
        breakLine(&out)
        let language = document.language(of: node)
        if let replaceCode,
            let html = replaceCode(
                String(decoding: language, as: UTF8.self),
                String(decoding: buffer[node.text.range], as: UTF8.self), replacedCode)
        {
            replacedCode += 1
            out += html.utf8
            return
        }
        // A block that scrolls must be reachable by keyboard.
        out += "<pre tabindex=\"0\"><code".utf8
        if !language.isEmpty {
            out += " class=\"language-".utf8
            HTMLEscaping.append(language, to: &out)
            out += "\"".utf8
        }
        out += ">".utf8
        if let markCode, !language.isEmpty,
            let marked = markCode(String(decoding: language, as: UTF8.self), string(node.text))
        {
            out += marked.utf8
        } else {
            HTMLEscaping.append(buffer[node.text.range], to: &out)
        }
        out += "</code></pre>\n".utf8
    }

    /// The words of an author's HTML without its tags, comments, scripts and styles: what is not shown as markup is
    /// not lost as text.
    private func appendTextOfHTML(_ node: Document.Node, to out: inout [UInt8]) {
        let words = HTMLText.words(of: buffer[node.text.range])
        guard !words.isEmpty else { return }
        out += "<p>".utf8
        HTMLEscaping.append(words.utf8, to: &out)
        out += "</p>\n".utf8
    }

    private func isHeaderCell(_ parents: ArraySlice<Int>) -> Bool {
        parents.last.map { nodes[$0].flags.contains(.header) } ?? false
    }

    private func appendCellOpening(_ node: Document.Node, _ parents: [Int], to out: inout [UInt8]) {
        out += isHeaderCell(parents[...]) ? "<th".utf8 : "<td".utf8
        if node.flags.contains(.left) { out += " class=\"left\"".utf8 }
        if node.flags.contains(.center) { out += " class=\"center\"".utf8 }
        if node.flags.contains(.right) { out += " class=\"right\"".utf8 }
        out += isHeaderCell(parents[...]) ? " scope=\"col\">".utf8 : ">".utf8
    }

    private func isFirstBodyRow(_ index: Int, _ parents: [Int]) -> Bool {
        guard let table = parents.last, nodes[table].kind == .table else { return false }
        return nodes[table + 1].flags.contains(.header)
            && Int(nodes[table + 1].end) == index
    }

    private func hasBody(_ table: Int) -> Bool {
        nodes[table + 1].end < nodes[table].end
    }

    // MARK: Links

    private func appendLinkOpening(_ node: Document.Node, to out: inout [UInt8]) {
        out += "<a".utf8
        if let address = address(node) {
            out += " href=\"".utf8
            HTMLEscaping.appendAddress(address.utf8, to: &out)
            out += "\"".utf8
        }
        appendTitle(node, to: &out)
        out += ">".utf8
    }

    mutating func appendImage(_ index: Int, to out: inout [UInt8]) {
        let node = nodes[index]
        var alternative: [UInt8] = []
        Element(document: document, index: index).appendPlainText(to: &alternative)
        guard let address = address(node) else {
            // An image that is not there leaves its words.
            HTMLEscaping.append(alternative, to: &out)
            return
        }
        out += "<img src=\"".utf8
        HTMLEscaping.appendAddress(address.utf8, to: &out)
        out += "\" alt=\"".utf8
        HTMLEscaping.append(alternative, to: &out)
        out += "\"".utf8
        appendTitle(node, to: &out)
        out += " loading=\"lazy\">".utf8
    }

    private func address(_ node: Document.Node) -> String? {
        let written = string(node.extra)
        if HTMLEscaping.isUnsafe(written) { return nil }
        switch resolve(written) {
        case .asWritten: return written
        case .to(let address): return address
        case .dangling: return nil
        }
    }

    private func appendTitle(_ node: Document.Node, to out: inout [UInt8]) {
        guard node.title.count > 0 else { return }
        out += " title=\"".utf8
        HTMLEscaping.append(buffer[node.title.range], to: &out)
        out += "\"".utf8
    }

    // MARK: Footnotes

    /// A reference shows the number that cmark gave its note; notes stand in that order at the end. The dot keeps their
    /// ids apart from those of headings.
    private mutating func appendFootnoteReference(_ node: Document.Node, to out: inout [UInt8]) {
        guard showsNoteReferences else { return }
        let number = node.number
        let use = footnoteUses[number, default: 0] + 1
        footnoteUses[number] = use
        let anchor = use == 1 ? "fnref.\(number)" : "fnref.\(number).\(use)"
        out +=
            "<sup class=\"footnote-ref\"><a href=\"#fn.\(number)\" id=\"\(anchor)\">\(number)</a></sup>".utf8
    }

    private func appendFootnoteOpening(_ node: Document.Node, to out: inout [UInt8]) {
        breakLine(&out)
        if node.number == 1 {
            out += "<section class=\"footnotes\" aria-label=\"".utf8
            out += labels.notes
            out += "\">\n<ol>\n".utf8
        }
        out += "<li id=\"fn.\(node.number)\">\n".utf8
    }

    /// Whether the note ends in a paragraph, which then holds the link.
    private func hasBackLink(_ node: Document.Node, _ index: Int) -> Bool {
        Children(document: document, start: index + 1, end: Int(node.end))
            .contains { $0.kind == .paragraph && $0.node.end == node.end }
    }

    /// There is no way back where the text that refers to the note was left out, or comes later.
    private func appendBackLink(to number: Int32, _ out: inout [UInt8]) {
        guard footnoteUses[number] != nil else { return }
        out +=
            " <a href=\"#fnref.\(number)\" class=\"footnote-back\" aria-label=\"".utf8
        out += labels.back
        out += "\">↩</a>".utf8
    }
}
