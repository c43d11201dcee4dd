import Markdown
import Rules

/// The lines under the title in which a log's records say status and date, such as the bullets of MADR 2, as one of them
/// writes them.
public struct RecordHead: Sendable {
    /// A line: what stands before its value and behind it.
    private struct Line {
        let isStatus: Bool
        let lead: String
        let tail: String
    }

    private let lines: [Line]
    /// Whether statuses begin with a capital.
    private let isLoud: Bool

    /// The lines of a record; `nil` where it says its status otherwise, or no date.
    init?(_ form: RecordForm) {
        let source = form.source
        guard let fact = form.statusFact, fact.source == .head, let place = form.place(of: fact) else {
            return nil
        }
        isLoud = source.string(place.range).first { $0.isLetter }?.isUppercase ?? false
        var lines: [Line] = []
        for fact in form.facts.facts where fact.source == .head {
            let isStatus = fact.key == .status
            guard isStatus || fact.key == .date(.decision),
                !lines.contains(where: { $0.isStatus == isStatus }),
                let value = form.place(of: fact)
            else { continue }
            let line = source.startOfLine(value.range.lowerBound)..<source.endOfLine(value.range.lowerBound)
            let lead = source.string(line.lowerBound..<value.range.lowerBound)
            // Of a table, or of two keys in a line, there is no line of one's own.
            guard !lead.hasPrefix("|"), lead.count < 40 else { return nil }
            let tail = source.string(value.range.upperBound..<line.upperBound)
            let isMark = tail.allSatisfy { " \\*_".contains($0) }
            lines.append(Line(isStatus: isStatus, lead: lead, tail: isMark ? tail : ""))
        }
        // A record without its day is no example: nobody could tell later when it was decided.
        guard lines.contains(where: { !$0.isStatus }) else { return nil }
        self.lines = lines
    }

    /// The edits that take a template's front matter away and put the lines under its title.
    func edits(_ source: SourceText, status: String, day: CalendarDate) -> [TextEdit] {
        let end = TemplateWords(source).frontMatterEnd
        let behindTitle = source.behindLineEnd(source.endOfLine(end))
        let status = isLoud ? status.prefix(1).uppercased() + status.dropFirst() : status
        let text = lines.map { "\($0.lead)\($0.isStatus ? status : day.iso)\($0.tail)\n" }.joined()
        return [TextEdit(0..<end, ""), TextEdit(at: behindTitle, "\n" + text)]
    }
}
