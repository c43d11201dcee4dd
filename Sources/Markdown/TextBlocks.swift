extension Document {
    /// Goes through all text that a page shows, block by block in order: headings, paragraphs, cells and code, each as a
    /// reader sees it. The bytes are lent for the time of the call.
    public func forEachTextBlock(_ visit: (Element, UnsafeBufferPointer<UInt8>) -> Void) {
        var text: [UInt8] = []
        var index = 1
        while index < nodes.count {
            let node = nodes[index]
            switch node.kind {
            case .paragraph, .heading, .tableCell:
                text.removeAll(keepingCapacity: true)
                let element = Element(document: self, index: index)
                element.appendPlainText(to: &text)
                text.withUnsafeBufferPointer { visit(element, $0) }
                index = Int(node.end)
            case .codeBlock:
                let element = Element(document: self, index: index)
                buffer.withUnsafeBufferPointer { visit(element, .init(rebasing: $0[node.text.range])) }
                index = Int(node.end)
            default: index += 1
            }
        }
    }
}
