import Decisions
import Rules

/// The decision map of a framework: a layer for each question, the ends below all. Each question has its answers below its
/// name, and from each a line leads on, so that no words stand on lines.
struct DecisionMapPicture {
    private let map: DecisionMap
    private let words: MapWording
    private let items: [Item]

    /// How many questions are drawn at most.
    static let mostNodes = 20

    private static let lineHeight = 15.0
    private static let layerGap = 58.0

    /// A question with its answers, or an end.
    private struct Item {
        let layer: Int
        let name: [String]
        let answers: [[String]]

        var nameHeight: Double { Double(name.count) * lineHeight + 14 }
        var answerHeight: Double { Double(answers.map(\.count).max() ?? 0) * lineHeight + 10 }
        var height: Double { nameHeight + (answers.isEmpty ? 0 : answerHeight) }
        var answerWidths: [Double] { answers.map { ($0.map(Picture.width).max() ?? 0) + 16 } }
        var width: Double { max((name.map(Picture.width).max() ?? 0) + 22, answerWidths.reduce(0, +)) }
    }

    init(_ map: DecisionMap, _ words: MapWording) {
        self.map = map
        self.words = words
        items =
            map.nodes.map { node in
                Item(
                    layer: node.layer, name: Picture.lines(node.name, width: 190),
                    answers: node.branches.map { Picture.lines($0.answers, width: 105, most: 3) })
            }
            + map.ends.map {
                Item(
                    layer: map.layerCount, name: Picture.lines(words.end($0), width: 150, most: 4),
                    answers: [])
            }
    }

    func svg() -> String {
        let lines = map.nodes.indices.flatMap { node in
            map.nodes[node].branches.map { LayeredLayout.Line(from: node, to: item($0.target)) }
        }
        let layout = LayeredLayout(
            itemLayers: items.map(\.layer), itemWidths: items.map(\.width), lines: lines)
        let tops = self.tops
        var picture = Picture(
            name: "picture.map", width: layout.width + 4,
            height: (tops.last ?? 0) + (height(ofLayer: map.layerCount)) + 4, title: words.title,
            description: words.description)
        var first = 0
        for (index, item) in items.enumerated() {
            let left = layout.middles[index] - item.width / 2 + 2
            let top = tops[item.layer]
            let ways = Array(first..<first + item.answers.count)
            first += item.answers.count
            draw(item, left, top, &picture)
            // The answers stand in the order of where they lead, so that their lines do not cross.
            let order = ways.indices.sorted { a, b in
                (next(lines, ways[a], layout), a) < (next(lines, ways[b], layout), b)
            }
            let room = (item.width - item.answerWidths.reduce(0, +)) / Double(max(1, ways.count))
            var x = left
            for place in order {
                let width = item.answerWidths[place] + room
                if x > left {
                    picture.path(
                        [(x, top + item.nameHeight), (x, top + item.height)], kind: "line")
                }
                write(
                    item.answers[place], at: x + width / 2, top + item.nameHeight + item.answerHeight / 2,
                    kind: "port", &picture)
                let way = ways[place]
                var points = [(x: x + width / 2, y: top + item.height)]
                for (step, bend) in layout.bends[way].enumerated() {
                    let layer = item.layer + step + 1
                    points += [(bend + 2, tops[layer]), (bend + 2, tops[layer] + height(ofLayer: layer))]
                }
                points.append((layout.middles[lines[way].to] + 2, tops[items[lines[way].to].layer]))
                picture.path(points, kind: "line")
                x += width
            }
        }
        return picture.svg
    }

    /// Where a line goes first.
    private func next(_ lines: [LayeredLayout.Line], _ line: Int, _ layout: LayeredLayout) -> Double {
        layout.bends[line].first ?? layout.middles[lines[line].to]
    }

    private func draw(_ item: Item, _ left: Double, _ top: Double, _ picture: inout Picture) {
        let isEnd = item.answers.isEmpty
        picture.rectangle(
            left, top, item.width, item.height, kind: isEnd ? "end" : "box", rounded: isEnd ? 0 : 3)
        write(item.name, at: left + item.width / 2, top + item.nameHeight / 2, kind: "strong", &picture)
        guard !isEnd else { return }
        let middle = top + item.nameHeight
        picture.path([(left, middle), (left + item.width, middle)], kind: "line")
    }

    private func height(ofLayer layer: Int) -> Double {
        items.filter { $0.layer == layer }.map(\.height).max() ?? 0
    }

    /// Where each layer begins.
    private var tops: [Double] {
        var tops = [2.0]
        for layer in 0..<map.layerCount {
            tops.append((tops.last ?? 0) + height(ofLayer: layer) + Self.layerGap)
        }
        return tops
    }

    private func item(_ target: DecisionMap.Target) -> Int {
        switch target {
        case .node(let node): node
        case .end(let end): map.nodes.count + end
        }
    }

    /// Lines around a point.
    private func write(
        _ lines: [String], at x: Double, _ y: Double, kind: String?, _ picture: inout Picture
    ) {
        for (index, line) in lines.enumerated() {
            let offset = (Double(index) - Double(lines.count - 1) / 2) * Self.lineHeight
            picture.text(line, at: x, y + offset + 4.5, .middle, kind: kind)
        }
    }
}

/// A decision map in words: its title, what is drawn, and the rows of the table that says the same.
struct MapWording {
    private let framework: Framework
    private let map: DecisionMap

    init(_ map: DecisionMap, of framework: Framework) {
        self.map = map
        self.framework = framework
    }

    var title: String { "How the answers lead to a recommendation" }

    /// What is drawn of the whole.
    var note: String {
        map.isWhole
            ? "Every question that decides, from the top down; where an answer makes others idle they are passed over."
            : "The first questions, from the top down; the ends say what is still possible behind them. The whole has \(map.wholeCount) places, more than a page takes."
    }

    /// For those who do not see it.
    var description: String { "\(note) The table below says the same." }

    /// "Hybrid", "RAG or start with RAG".
    func end(_ recommendations: [Recommendation]) -> String {
        joined(recommendations.map(name), with: "or")
    }

    private func name(_ recommendation: Recommendation) -> String {
        let names = joined(recommendation.options.map { framework.options[$0].name }, with: "and")
        if names.isEmpty { return "nothing" }
        if recommendation.options.count > 1 { return "tie of \(names)" }
        return recommendation.startingPoint ? "start with \(names)" : names
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
