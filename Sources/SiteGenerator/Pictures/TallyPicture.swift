import Decisions
import FoundationEssentials
import Languages
import Rules

/// What speaks for and against each option, as bars from one line: for it to the right, against it to the left, and what is
/// open as an outline. The table beside it holds the same.
struct TallyPicture {
    /// An option and its signals.
    private struct Row {
        let name: String
        let total: String
        let votesFor: [Double]
        let votesAgainst: [Double]
        let open: [Double]
        let isRecommended: Bool
    }

    private let rows: [Row]
    private let phrases: Phrases

    /// - Parameter recommended: the options that are recommended, and those that they combine.
    init(_ words: VerdictWording, recommended: Set<Int>) {
        phrases = words.phrases
        rows = words.tallies.compactMap { tally in
            guard let standing = words.verdict.standings.first(where: { $0.option == tally.option }) else {
                return nil
            }
            let weights = { (signals: [SignalReason]) in signals.map { Self.double($0.weight) } }
            return Row(
                name: tally.name, total: tally.total, votesFor: weights(standing.signalsFor),
                votesAgainst: weights(standing.signalsAgainst), open: weights(standing.signalsOpen),
                isRecommended: recommended.contains(tally.option))
        }
    }

    private static func double(_ number: Number) -> Double { Double("\(number)") ?? 0 }

    /// The picture; `nil` where nothing speaks for or against anything.
    func svg() -> String? {
        let right = rows.map { ($0.votesFor + $0.open.filter { $0 > 0 }).reduce(0, +) }.max() ?? 0
        let left = rows.map { -($0.votesAgainst + $0.open.filter { $0 < 0 }).reduce(0, +) }.max() ?? 0
        guard right + left > 0 else { return nil }
        let names = min(150, (rows.map { Picture.width(of: $0.name) }.max() ?? 0) + 12)
        // As wide as a phone shows without scrolling, for most names.
        let unit = min(48, 190 / (right + left))
        let (step, bar) = (34.0, 20.0)
        let axis = names + left * unit + 12
        var picture = Picture(
            name: "picture.tallies", width: axis + right * unit + 60, height: Double(rows.count) * step + 8,
            title: phrases("pictures.tallies"),
            description: rows.map(description).joined(separator: " ") + " "
                + phrases("pictures.tallies-below"))
        for (index, row) in rows.enumerated() {
            let top = Double(index) * step + 8
            let label = Picture.lines(row.name, width: names - 12, most: 1).first ?? row.name
            picture.text(label, at: 0, top + 15, kind: row.isRecommended ? "strong" : nil)
            var end = axis
            for weight in row.votesFor where weight > 0 {
                picture.rectangle(
                    end, top, weight * unit, bar, kind: row.isRecommended ? "for strong" : "for")
                end += weight * unit
            }
            for weight in row.open where weight > 0 {
                picture.rectangle(end, top, weight * unit, bar, kind: "open")
                end += weight * unit
            }
            var start = axis
            for weight in row.votesAgainst {
                start += weight * unit
                picture.rectangle(start, top, -weight * unit, bar, kind: "against")
            }
            for weight in row.open where weight < 0 {
                start += weight * unit
                picture.rectangle(start, top, -weight * unit, bar, kind: "open")
            }
            picture.text(row.total, at: end + 8, top + 15, kind: "strong")
        }
        picture.path([(axis, 0), (axis, Double(rows.count) * step + 4)], kind: "axis")
        return picture.svg
    }

    private func description(_ row: Row) -> String {
        let (votesFor, against) = (phrases.number(row.votesFor.count), phrases.number(row.votesAgainst.count))
        return row.open.isEmpty
            ? phrases(
                "pictures.tally",
                ["option": row.name, "for": votesFor, "against": against, "total": row.total])
            : phrases(
                "pictures.tally-open",
                [
                    "option": row.name, "for": votesFor, "against": against,
                    "open": phrases.number(row.open.count), "total": row.total,
                ])
    }
}
