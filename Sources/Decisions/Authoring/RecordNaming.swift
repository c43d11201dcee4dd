public import Rules

/// How a log names its files and numbers its titles, as its latest record shows.
public struct RecordNaming: Sendable {
    /// What stands before the number: `ADR-`.
    private var lead = ""
    /// How many digits a number has at least.
    private var width = 4
    /// What stands behind the number.
    private var mark = "-"
    /// What stands between words.
    private var joint = "-"
    private var isLowercase = true
    private var ending = ".md"
    private var isDated = false
    private var dateHasDashes = false
    /// The next number.
    public private(set) var next = 1

    /// Learns from the names of a log's records.
    /// - Parameter taken: numbers that records have, whatever their files are called.
    public init(_ names: [String], taken: [Int] = []) {
        let numbered = names.compactMap { name in
            RecordNumber.inFileName(name).map { (number: $0, name: name) }
        }
        next = max(numbered.map(\.number).max() ?? 0, taken.max() ?? 0) + 1
        let latest = numbered.filter { RecordFolderRole(path: $0.name) == .record }.max {
            $0.number < $1.number
        }
        if let latest {
            learn(latest.name, among: numbered.map(\.name))
        } else if let dated = names.last(where: {
            RecordNumber.dayInFileName($0) != nil && $0.hasSuffix(".md")
        }) {
            isDated = true
            dateHasDashes = dated.prefix(10).contains("-") && dated.dropFirst(4).first == "-"
        }
    }

    private mutating func learn(_ name: String, among all: [String]) {
        let start = name.firstIndex { $0.isNumber } ?? name.startIndex
        lead = String(name[..<start])
        let digits = name[start...].prefix { $0.isNumber }
        let isPadded = all.contains { other in other.drop { !$0.isNumber }.first == "0" }
        width = isPadded ? digits.count : 1
        let behind = name[start...].dropFirst(digits.count)
        let marks = behind.prefix { "-_. ".contains($0) }
        let rest = behind.dropFirst(marks.count)
        let stem = rest.lastIndex(of: ".").map { rest[..<$0] } ?? rest
        if !stem.isEmpty {
            mark = String(marks)
            if !stem.contains("-") { joint = stem.contains("_") ? "_" : stem.contains(" ") ? " " : mark }
            if !["-", "_", " "].contains(joint) { joint = "-" }
            isLowercase = !stem.contains(where: \.isUppercase)
            ending = rest.lastIndex(of: ".").map { String(rest[$0...]) } ?? ".md"
        }
    }

    /// A number with the log's digits.
    func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The file's name for a title.
    public func fileName(_ title: String, number: Int, day: CalendarDate) -> String {
        let words = Self.words(of: isLowercase ? title.lowercased() : title, joint: joint)
        let name = words.isEmpty ? "record" : words
        if isDated {
            return (dateHasDashes ? day.iso : day.iso.replacing("-", with: "")) + "-" + name + ending
        }
        return lead + padded(number) + mark + name + ending
    }

    /// The letters and digits of a title, as adr-tools joins them, in any script.
    private static func words(of title: String, joint: String) -> String {
        title.split { !$0.isLetter && !$0.isNumber }.joined(separator: joint)
    }

    /// The heading of a record: numbered as that of another one is.
    /// - Parameter heading: the other's heading; `nil` where the log has none.
    static func heading(_ title: String, number: Int, like heading: String) -> String {
        guard let prefix = TitlePrefix(of: heading), let old = prefix.number else { return title }
        let words = String(decoding: Array(heading.utf8).prefix(prefix.length), as: UTF8.self)
        let start = words.firstIndex { $0.isNumber } ?? words.endIndex
        let digits = words[start...].prefix { $0.isNumber }
        let isPadded = digits.count > String(old).count
        let number = String(number)
        let zeros = isPadded ? String(repeating: "0", count: max(0, digits.count - number.count)) : ""
        return words[..<start] + zeros + number + words[start...].dropFirst(digits.count) + title
    }
}
