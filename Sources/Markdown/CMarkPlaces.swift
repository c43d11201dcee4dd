import CMarkGFM

/// What the places that cmark tells come to in the file.
extension CMarkParser {
    /// Offsets behind each line end as CommonMark counts them: a line feed, a carriage return, or both.
    static func lineStarts(in source: [UInt8], from start: Int) -> [Int] {
        var starts = [start]
        source.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[start...])
            guard CMarkTree.first(0x0D, in: text) != nil else {
                var index = start
                while let feed = CMarkTree.first(0x0A, in: UnsafeBufferPointer(rebasing: bytes[index...])) {
                    index += feed + 1
                    starts.append(index)
                }
                return
            }
            var index = start
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
                    starts.append(index)
                }
            }
        }
        return starts
    }

    /// The cells of a row by the rule of GitHub's specification: bars divide, save those behind a backslash, even
    /// within code. cmark's own columns are wrong behind an escaped bar.
    func cellRanges(in row: Range<Int>) -> [Range<Int>] {
        var index = row.lowerBound
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }
        let bar = UInt8(ascii: "|")
        var end = row.upperBound
        while index < end, isSpace(buffer[index]) { index += 1 }
        while end > index, isSpace(buffer[end - 1]) || buffer[end - 1] == 0x0A || buffer[end - 1] == 0x0D {
            end -= 1
        }
        if index < end, buffer[index] == bar { index += 1 }
        var ranges: [Range<Int>] = []
        while index < end {
            var close = index
            while close < end, buffer[close] != bar {
                close += buffer[close] == UInt8(ascii: "\\") && close + 1 < end ? 2 : 1
            }
            var (low, high) = (index, min(close, end))
            while low < high, isSpace(buffer[low]) { low += 1 }
            while high > low, isSpace(buffer[high - 1]) { high -= 1 }
            ranges.append(low..<high)
            index = close + 1
        }
        return ranges
    }

    func offset(line: Int32, column: Int32) -> Int {
        let line = Int(line) - 1
        guard lineStarts.indices.contains(line) else { return bodyStart }
        return min(sourceCount, lineStarts[line] + max(0, Int(column) - 1))
    }

    /// Where a further line of a paragraph begins to say something, behind quote marks and white space.
    func contentStart(ofLine line: Int) -> Int {
        var index = lineStarts[line - 1]
        var marks = quoteDepth
        while index < sourceCount {
            switch buffer[index] {
            case 0x20, 0x09: break
            case UInt8(ascii: ">") where marks > 0: marks -= 1
            default: return index
            }
            index += 1
        }
        return index
    }

    /// The place of a byte of a cell whose escaped bars count as one.
    func offset(in cell: Range<Int>, skipping steps: Int) -> Int {
        var index = cell.lowerBound
        var left = steps
        while left > 0, index < cell.upperBound {
            if buffer[index] == UInt8(ascii: "\\"), index + 1 < cell.upperBound,
                buffer[index + 1] == UInt8(ascii: "|")
            {
                index += 1
            }
            index += 1
            left -= 1
        }
        return index
    }

    /// The place of a block in the file.
    func extent(of pointer: OpaquePointer, from start: Int) -> Document.Span {
        let end = offset(
            line: cmark_node_get_end_line(pointer), column: cmark_node_get_end_column(pointer) + 1)
        return .init(offset: UInt32(start), count: UInt32(max(0, end - start)))
    }
}
