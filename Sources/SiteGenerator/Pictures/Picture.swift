import Markdown

/// A drawing within a page: SVG that a screen reader reads by its title and description, whose colours are the theme's, and
/// that is the same wherever it is made. No font is at hand to measure by, so widths of words are estimates.
struct Picture {
    let width: Int
    let height: Int
    private let name: String
    private let title: String
    private let description: String
    private var body = ""

    /// The width above which a column's width would make its words too small to read.
    private static let wide = 1100

    /// The size of its letters, in its own units.
    static let letter = 13.0

    /// - Parameter name: what its ids begin with, unique on its page.
    init(name: String, width: Double, height: Double, title: String, description: String) {
        self.name = name
        self.width = Int(width.rounded(.up))
        self.height = Int(height.rounded(.up))
        self.title = title
        self.description = description
    }

    /// The whole element.
    var svg: String {
        "<svg class=\"\(width > Self.wide ? "picture wide" : "picture")\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\" aria-labelledby=\"\(name).title \(name).desc\">\n<title id=\"\(name).title\">\(HTMLEscaping.escape(title))</title>\n<desc id=\"\(name).desc\">\(HTMLEscaping.escape(description))</desc>\n\(body)</svg>"
    }

    /// Where a text stands against its point.
    enum Anchor: String { case start, middle, end }

    mutating func text(
        _ words: String, at x: Double, _ y: Double, _ anchor: Anchor = .start, kind: String? = nil
    ) {
        let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        body +=
            "<text x=\"\(Self.text(x))\" y=\"\(Self.text(y))\"\(anchored)\(Self.named(kind))>\(HTMLEscaping.escape(words))</text>\n"
    }

    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, kind: String, rounded: Double = 0
    ) {
        let corner = rounded > 0 ? " rx=\"\(Self.text(rounded))\"" : ""
        body +=
            "<rect x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" width=\"\(Self.text(width))\" height=\"\(Self.text(height))\"\(corner)\(Self.named(kind))></rect>\n"
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double, kind: String) {
        body +=
            "<circle cx=\"\(Self.text(x))\" cy=\"\(Self.text(y))\" r=\"\(Self.text(radius))\"\(Self.named(kind))></circle>\n"
    }

    /// Lines from point to point.
    mutating func path(_ points: [(x: Double, y: Double)], kind: String) {
        let line = points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(Self.text(point.x)) \(Self.text(point.y))"
        }.joined(separator: " ")
        body += "<path d=\"\(line)\"\(Self.named(kind))></path>\n"
    }

    private static func named(_ kind: String?) -> String { kind.map { " class=\"\($0)\"" } ?? "" }

    /// A coordinate with one digit behind the point at most.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }

    // MARK: Words

    /// About how wide a text is.
    static func width(of words: String) -> Double {
        words.unicodeScalars.reduce(0) { sum, scalar in
            let share =
                switch scalar {
                case "i", "l", "j", "t", "f", "r", ".", ",", "'", "’", ":", ";", "|", "(", ")", " ": 0.36
                case "m", "w", "M", "W": 0.9
                default: scalar.value >= 0x2E80 ? 1.05 : scalar.properties.isUppercase ? 0.72 : 0.6
                }
            return sum + share * letter
        }
    }

    /// A text in lines of some width, all of it: a word that is wider goes on in the next line.
    static func lines(_ words: String, width limit: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            if width(of: longer) <= limit {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for letter in word {
                if !line.isEmpty, width(of: line + String(letter)) > limit {
                    lines.append(line)
                    line = ""
                }
                line.append(letter)
            }
        }
        return lines + [line]
    }

    /// A text in so many lines of some width at most; the last says where more is left out.
    static func lines(_ words: String, width limit: Double, most: Int) -> [String] {
        let all = lines(words, width: limit)
        guard all.count > most else { return all }
        return all.prefix(most).enumerated().map { index, line in
            guard index == most - 1 else { return line }
            var short = line
            while !short.isEmpty, width(of: short + "…") > limit { short.removeLast() }
            return short + "…"
        }
    }
}
