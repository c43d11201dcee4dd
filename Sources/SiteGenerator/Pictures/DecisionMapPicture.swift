import Decisions
import Languages
import Rules

/// The decision map of a framework, from left to right: a column for each question, the ends in the last. Each question has
/// its answers as rows below its name, and from each a line leads on, so that no words stand on lines. A large map grows
/// downwards, as a page does.
struct DecisionMapPicture {
    private let words: MapWording
    private let items: [Item]
    private let columns: [Column]

    /// How many questions are drawn at most.
    static let mostNodes = 20

    private static let lineHeight = 15.0
    private static let columnGap = 54.0
    private static let margin = 2.0

    /// A question with its answers, or an end.
    private struct Item {
        let column: Int
        let name: [String]
        let answers: [[String]]
        /// Where the answers lead, as indices of items.
        let targets: [Int]

        var isEnd: Bool { answers.isEmpty }
        var nameHeight: Double { Double(name.count) * lineHeight + 10 }
        var height: Double { nameHeight + answers.map(Self.height).reduce(0, +) }
        /// Names are set in bold, which is a little wider.
        var width: Double {
            let words = name.map { Picture.width(of: $0) * 1.12 } + answers.flatMap { $0 }.map(Picture.width)
            return (words.max() ?? 0) + 20
        }

        static func height(of answer: [String]) -> Double { Double(answer.count) * lineHeight + 6 }
    }

    private struct Column {
        let left: Double
        let width: Double
        var right: Double { left + width }
    }

    init(_ map: DecisionMap, _ words: MapWording) {
        self.words = words
        items =
            map.nodes.map { node in
                Item(
                    column: node.layer, name: Picture.lines(node.name, width: 150, most: 3),
                    answers: node.branches.map { Picture.lines($0.answers, width: 150) },
                    targets: node.branches.map { branch in
                        switch branch.target {
                        case .node(let node): node
                        case .end(let end): map.nodes.count + end
                        }
                    })
            }
            + map.ends.map {
                Item(
                    column: map.layerCount, name: Picture.lines(words.end($0), width: 150, most: 6),
                    answers: [], targets: [])
            }
        var columns: [Column] = []
        for index in 0...map.layerCount {
            let left = columns.last.map { $0.right + Self.columnGap } ?? Self.margin
            let width = items.filter { $0.column == index }.map(\.width).max() ?? 0
            columns.append(Column(left: left, width: width))
        }
        self.columns = columns
    }

    func svg() -> String {
        let lines = items.enumerated().flatMap { index, item in
            item.targets.map { LayeredLayout.Line(from: index, to: $0) }
        }
        let layout = LayeredLayout(
            itemLayers: items.map(\.column), itemExtents: items.map(\.height), lines: lines)
        var picture = Picture(
            name: "picture.map", width: (columns.last?.right ?? 0) + Self.margin,
            height: layout.extent + 2 * Self.margin, title: words.title, description: words.description)
        var first = 0
        for (index, item) in items.enumerated() {
            let ways = first..<first + item.answers.count
            first = ways.upperBound
            let top = layout.middles[index] - item.height / 2 + Self.margin
            draw(item, top, &picture)
            // The answers stand in the order of where they lead, so that their lines do not cross.
            let order = item.answers.indices.sorted { a, b in
                let next = [a, b].map { answer in
                    layout.bends[ways.lowerBound + answer].first ?? layout.middles[item.targets[answer]]
                }
                return (next[0], a) < (next[1], b)
            }
            var y = top + item.nameHeight
            for answer in order {
                let height = Item.height(of: item.answers[answer])
                let column = columns[item.column]
                picture.path([(column.left, y), (column.right, y)], kind: "line")
                write(item.answers[answer], at: column.left + 10, y + height / 2, kind: "port", &picture)
                var points = [(x: column.right, y: y + height / 2)]
                for (step, bend) in layout.bends[ways.lowerBound + answer].enumerated() {
                    let passed = columns[item.column + step + 1]
                    points += [(passed.left, bend + Self.margin), (passed.right, bend + Self.margin)]
                }
                let target = item.targets[answer]
                points.append((columns[items[target].column].left, layout.middles[target] + Self.margin))
                picture.path(points, kind: "line")
                y += height
            }
        }
        return picture.svg
    }

    private func draw(_ item: Item, _ top: Double, _ picture: inout Picture) {
        let column = columns[item.column]
        picture.rectangle(
            column.left, top, column.width, item.height, kind: item.isEnd ? "end" : "box",
            rounded: item.isEnd ? 0 : 3)
        write(item.name, at: column.left + 10, top + item.nameHeight / 2, kind: "strong", &picture)
    }

    /// Lines around a height.
    private func write(
        _ lines: [String], at x: Double, _ y: Double, kind: String, _ picture: inout Picture
    ) {
        for (index, line) in lines.enumerated() {
            let offset = (Double(index) - Double(lines.count - 1) / 2) * Self.lineHeight
            picture.text(line, at: x, y + offset + 4.5, kind: kind)
        }
    }
}

/// A decision map in words: its title, what is drawn, and the rows of the table that says the same.
struct MapWording {
    private let framework: Framework
    private let map: DecisionMap
    private let phrases: Phrases

    init(_ map: DecisionMap, of framework: Framework, in phrases: Phrases) {
        self.phrases = phrases
        self.map = map
        self.framework = framework
    }

    var title: String { phrases("map.title") }

    /// What is drawn of the whole.
    var note: String {
        map.isWhole
            ? phrases("map.whole") : phrases("map.part", ["count": phrases.number(map.wholeCount)])
    }

    /// For those who do not see it.
    var description: String { "\(note) \(phrases("map.table-below"))" }

    /// "Hybrid", "RAG or start with RAG".
    func end(_ recommendations: [Recommendation]) -> String {
        phrases.list(recommendations.map(name), .or)
    }

    private func name(_ recommendation: Recommendation) -> String {
        let names = phrases.list(recommendation.options.map { framework.options[$0].name }, .and)
        if names.isEmpty { return phrases("map.nothing") }
        if recommendation.options.count > 1 { return phrases("map.tie-of", ["options": names]) }
        return recommendation.startingPoint ? phrases("verdict.start-with", ["option": names]) : names
    }

    /// A row for each answer of each place.
    var rows: [MapRowContext] {
        map.nodes.enumerated().flatMap { index, node in
            node.branches.enumerated().map { place, branch in
                let next: String =
                    switch branch.target {
                    case .node(let target): "\(target + 1). \(map.nodes[target].name)"
                    case .end(let end): self.end(map.ends[end])
                    }
                return MapRowContext(
                    number: index + 1, question: node.name, answers: branch.answers, next: next,
                    isEnd: { if case .end = branch.target { true } else { false } }(), isFirst: place == 0)
            }
        }
    }
}
