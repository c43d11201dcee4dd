import Markdown

/// A link from one record to another, as the formats of this field write it.
struct RecordLink: Sendable {
    /// What the other's heading says: `3. Use a log`.
    let title: String
    /// What it is called in short: `ADR-0003`, or its file's name where it has no number.
    let name: String
    /// The way from the one file to the other.
    let address: String

    /// `[3. Use a log](0003-use-a-log.md)`, as adr-tools writes it in sections.
    var long: String { "[\(title)](\(address))" }

    /// `[ADR-0003](0003-use-a-log.md)`, as MADR writes it beside a status.
    var short: String { "[\(name)](\(address))" }

    /// A link to a record.
    /// - Parameters:
    ///   - heading: what its heading says, in Markdown.
    ///   - path: the file that holds the link.
    ///   - map: that of the site, from whose folder both paths are given.
    init(to target: String, heading: String, from path: String, in map: SiteMap) {
        let stem = RecordIndex.stem(target)
        let digits = stem.drop { !$0.isNumber }.prefix { $0.isNumber }
        let isNumbered = RecordNumber.inFileName(target) != nil
        name = isNumbered ? "ADR-" + digits : stem
        title = Self.withoutLinks(heading.isEmpty ? name : heading)
        address = Self.encoded(Self.way(from: path, to: target, in: map))
    }

    /// Brackets would end the link's words.
    private static func withoutLinks(_ heading: String) -> String {
        guard heading.contains("[") || heading.contains("]") else { return heading }
        return heading.replacing("\\[", with: "[").replacing("\\]", with: "]").replacing("[", with: "\\[")
            .replacing("]", with: "\\]")
    }

    /// The way from a file to another, both from the site's folder, above which they may lie.
    static func way(from path: String, to target: String, in map: SiteMap) -> String {
        var from = map.normalised(path).split(separator: "/").dropLast().map(String.init)[...]
        var to = map.normalised(target).split(separator: "/").map(String.init)[...]
        var above = 0
        while let a = from.first, let b = to.first, a == b, to.count > 1 {
            if a == ".." { above += 1 }
            (from, to) = (from.dropFirst(), to.dropFirst())
        }
        // What leads up on the way there is a folder with a name on the way back.
        let up = from.prefix { $0 == ".." }.count
        let names = map.rootNames.dropLast(above).suffix(up)
        return (from.dropFirst(up).map { _ in ".." } + names + to).joined(separator: "/")
    }

    private static func encoded(_ way: String) -> String {
        way.reduce(into: "") { address, character in
            if " ()<>%#?\"\\".contains(character), let byte = character.asciiValue {
                address += "%" + String(byte, radix: 16, uppercase: true)
            } else {
                address.append(character)
            }
        }
    }
}

extension RecordForm {
    /// What the heading of the record says, in Markdown and with its number; empty where there is none.
    var headingText: String {
        guard let heading = file.titleHeading else { return "" }
        let start = start(of: heading)
        var words = source.string(start..<source.endOfLine(start))[...]
        let marks = words.prefix { $0 == "#" }
        words = words.dropFirst(marks.count)
        if !marks.isEmpty, words.last == "#" {
            while words.last == "#" { words.removeLast() }
        }
        return words.trimmed
    }
}
