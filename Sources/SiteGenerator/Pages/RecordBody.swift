import Decisions
import Markdown

/// The text of a record, with the options that it weighed set as such and what follows from it marked. All that the
/// author wrote stays, in the author's order.
struct RecordBody {
    private let site: Site
    private let record: DecisionRecord
    private let headings: [Heading]
    /// The option that was taken, once a first one is met.
    private lazy var chosen = Self.chosenOption(record)
    /// The parts of the text that say what follows from the decision, for the way to them.
    private(set) var marks: [LinkContext] = []

    /// Words over what follows, and over how it is confirmed, in the formats and languages that logs are written in.
    private static let consequences: Set = [
        "consequences", "positive consequences", "negative consequences", "neutral consequences",
        "konsequenzen",
        "conséquences", "consecuencias", "consequências",
    ]
    private static let confirmation: Set = ["confirmation", "validation", "compliance"]

    init(_ record: DecisionRecord, headings: [Heading], in site: Site) {
        self.site = site
        self.headings = headings
        self.record = record
    }

    /// The HTML of a record's blocks.
    mutating func html(of blocks: [Element], by renderer: inout HTMLRenderer) -> String {
        var out: [UInt8] = []
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            index += 1
            guard block.kind == .heading else {
                renderer.render(block, to: &out)
                continue
            }
            let section = blocks[index..<Self.end(of: index - 1, in: blocks)]
            if let kind = Self.mark(block) {
                if let id = headings.first(where: { $0.element == block })?.id {
                    marks.append(
                        LinkContext(title: block.plainText.trimmed, url: "#" + SiteMap.address(of: id)))
                }
                out += site.fragment(
                    MarkedSectionContext(kind: kind, body: renderer.html(of: [block] + section)),
                    "partials/marked-section")
                index = section.endIndex
            } else if let option = ConsideredOption(section) {
                out += card(block, option, by: &renderer)
                index = section.endIndex
            } else {
                renderer.render(block, to: &out)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Behind the last block of a heading's section.
    private static func end(of index: Int, in blocks: [Element]) -> Int {
        blocks[(index + 1)...].firstIndex { $0.kind == .heading && $0.level <= blocks[index].level }
            ?? blocks.count
    }

    private static func mark(_ heading: Element) -> String? {
        let bytes = heading.plainBytes
        // Long headings are none of these words, and most are long.
        guard bytes.count <= 40 else { return nil }
        let words = String(decoding: bytes, as: UTF8.self).trimmed.lowercased()
        if consequences.contains(words) { return "consequences" }
        return confirmation.contains(words) ? "confirmation" : nil
    }

    private mutating func card(
        _ heading: Element, _ option: ConsideredOption, by renderer: inout HTMLRenderer
    ) -> [UInt8] {
        let name = Self.plain(heading.plainText)
        let isChosen = chosen.map {
            $0 == name || (name.utf8.count > 3 && $0.hasPrefix(name))
                || ($0.utf8.count > 3 && name.hasPrefix($0))
        }
        let title = renderer.html(of: [heading])
        let introduction = renderer.html(of: option.introduction)
        func arguments(_ kind: ConsideredOption.Kind) -> String {
            var out = ""
            for argument in option.arguments where argument.kind == kind {
                out += "<li>"
                if let paragraph = argument.paragraph {
                    let text = InlineText(paragraph, includingCode: true)
                    out += renderer.innerHTML(of: paragraph, from: text.position(at: argument.start))
                    out += renderer.html(of: argument.item.children.dropFirst())
                } else {
                    out += renderer.innerHTML(of: argument.item)
                }
                out += "</li>"
            }
            return out
        }
        return site.fragment(
            ConsideredOptionContext(
                title: title, introduction: introduction, pros: arguments(.pro), cons: arguments(.con),
                neutral: arguments(.neutral), conclusion: renderer.html(of: option.conclusion),
                isChosen: isChosen ?? false), "partials/option")
    }

    /// The option that was taken: `chosen:`, else as MADR says it: `Chosen option: "X", because …`.
    private static func chosenOption(_ record: DecisionRecord) -> String? {
        if let chosen = record.chosen?.text { return plain(chosen) }
        for block in record.file.document.blocks where block.kind == .paragraph {
            guard block.plainTextOpens(with: "chosen option") else { continue }
            let words = block.plainText.trimmed.dropFirst("chosen option".count)
            let rest = words.drop { $0 == ":" || $0.isWhitespace }
            let quotes: Set<Character> = ["\"", "“", "”", "'", "‘", "’", "„"]
            if let open = rest.first, quotes.contains(open) {
                return plain(String(rest.dropFirst().prefix { !quotes.contains($0) }))
            }
            return plain(String(rest[..<(rest.firstRange(of: " because")?.lowerBound ?? rest.endIndex)]))
        }
        return nil
    }

    /// Letters and digits, by which names are compared.
    private static func plain(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let kept = text.utf8.lazy.filter { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
            return String(decoding: kept.map { $0 | 0x20 }, as: UTF8.self)
        }
        return String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

/// An option as a section of a record weighs it.
struct ConsideredOption {
    /// What an argument says of the option.
    enum Kind { case pro, con, neutral }

    /// One argument: an item of a list.
    struct Argument {
        let kind: Kind
        let item: Element
        /// Its first paragraph, and where in its text the argument begins behind `Good, because`.
        let paragraph: Element?
        let start: Int
    }

    /// What stands before the arguments and behind them.
    private(set) var introduction: [Element] = []
    private(set) var arguments: [Argument] = []
    private(set) var conclusion: [Element] = []

    /// Reads a section; `nil` where it weighs nothing: no list of it has an item that is good or bad, or stands under such
    /// a word.
    init?(_ blocks: ArraySlice<Element>) {
        guard blocks.contains(where: { $0.kind == .list }) else { return nil }
        var label: Kind?
        var isWeighed = false
        for block in blocks {
            if block.kind == .list {
                let found = block.children.map { Self.argument($0, label) }
                if label != nil || found.contains(where: { $0.start > 0 }) {
                    arguments += found
                    isWeighed = true
                    label = nil
                    continue
                }
            }
            if let word = Self.label(block) {
                label = word
                continue
            }
            // A heading of something else: this is more than one option.
            if block.kind == .heading { return nil }
            if isWeighed { conclusion.append(block) } else { introduction.append(block) }
        }
        // A word with no list behind it would be lost.
        guard isWeighed, label == nil else { return nil }
    }

    private static func argument(_ item: Element, _ label: Kind?) -> Argument {
        let paragraph = item.children.first.flatMap { $0.kind == .paragraph ? $0 : nil }
        if let paragraph, let (kind, start) = Self.opening(of: paragraph.plainBytes) {
            return Argument(kind: kind, item: item, paragraph: paragraph, start: start)
        }
        return Argument(kind: label ?? .neutral, item: item, paragraph: paragraph, start: 0)
    }

    /// The word that begins an argument, as MADR has it (`Good, because …`), and how many bytes stand before the rest.
    private static func opening(of bytes: [UInt8]) -> (kind: Kind, start: Int)? {
        let spaces = { (start: Int) in bytes[start...].prefix { $0 == 0x20 }.count }
        let follows = { (word: String, start: Int) in
            bytes[start...].prefix(word.utf8.count).lazy.map { $0 | 0x20 }.elementsEqual(word.utf8)
        }
        let first = spaces(0)
        // Most items begin with another letter.
        guard first < bytes.count, "gbnpc".utf8.contains(bytes[first] | 0x20) else { return nil }
        for (word, kind) in [
            ("good", Kind.pro), ("bad", .con), ("neutral", .neutral), ("pro", .pro), ("con", .con),
        ]
        where follows(word, first) {
            var index = first + word.utf8.count
            guard index < bytes.count else { return nil }
            let hasMark = bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ":")
            if hasMark { index += 1 }
            let next = index + spaces(index)
            guard next > index, next < bytes.count else { return nil }
            let saysWhy = follows("because ", next)
            guard hasMark || saysWhy else { return nil }
            return (kind, saysWhy ? next + 8 + spaces(next + 8) : next)
        }
        return nil
    }

    private static func label(_ block: Element) -> Kind? {
        guard block.kind == .paragraph || block.kind == .heading else { return nil }
        let bytes = block.plainBytes
        guard bytes.count <= 40 else { return nil }
        let letters = bytes.lazy.map { $0 | 0x20 }.filter { $0 >= 0x80 || $0 &- 0x61 < 26 }
        switch String(decoding: letters, as: UTF8.self) {
        case "pro", "pros", "advantages", "benefits", "positive", "good": return .pro
        case "con", "cons", "disadvantages", "drawbacks", "negative", "bad": return .con
        case "neutral": return .neutral
        default: return nil
        }
    }
}
