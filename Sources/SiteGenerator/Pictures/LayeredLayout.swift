/// Places items in layers so that the lines between them cross little and run straight (after Sugiyama, Tagawa and Toda 1981,
/// "Methods for visual understanding of hierarchical system structures": long lines get a stand-in in each layer between, an
/// item goes where the middle of its neighbours is).
struct LayeredLayout {
    /// A line from an item to one of a lower layer.
    struct Line: Hashable {
        let from: Int
        let to: Int
    }

    /// The middle of each item across the layers, from 0.
    private(set) var middles: [Double]
    /// For each line where it goes through the layers between.
    private(set) var bends: [[Double]] = []
    /// How long the longest layer is.
    private(set) var extent = 0.0

    private var layers: [[Int]]
    private var extents: [Double]
    private var above: [[Int]]
    private var below: [[Int]]
    private static let gap = 16.0
    private static let sweeps = 12

    /// - Parameters:
    ///   - itemLayers: the layer of each item.
    ///   - itemExtents: how long each is along its layer.
    init(itemLayers: [Int], itemExtents: [Double], lines: [Line]) {
        extents = itemExtents
        layers = Array(repeating: [], count: (itemLayers.max() ?? 0) + 1)
        for (item, layer) in itemLayers.enumerated() { layers[layer].append(item) }
        above = Array(repeating: [], count: itemLayers.count)
        below = above
        middles = []
        var chains: [[Int]] = []
        for line in lines {
            var chain = [line.from]
            for layer in itemLayers[line.from] + 1..<max(itemLayers[line.to], itemLayers[line.from] + 1) {
                layers[layer].append(extents.count)
                chain.append(extents.count)
                extents.append(8)
                above.append([])
                below.append([])
            }
            chain.append(line.to)
            for (upper, lower) in zip(chain, chain.dropFirst()) {
                below[upper].append(lower)
                above[lower].append(upper)
            }
            chains.append(Array(chain.dropFirst().dropLast()))
        }
        order()
        place()
        bends = chains.map { $0.map { middles[$0] } }
    }

    /// Sorts each layer by the middle of its neighbours, down and up in turn, and keeps the order with the fewest crossings.
    private mutating func order() {
        var best = layers
        var fewest = crossings
        for sweep in 0..<Self.sweeps {
            let isDown = sweep % 2 == 0
            for layer in isDown ? Array(layers.indices) : layers.indices.reversed() {
                let other = layer + (isDown ? -1 : 1)
                guard layers.indices.contains(other) else { continue }
                let places = Dictionary(zip(layers[other], 0...)) { first, _ in first }
                let keys = layers[layer].enumerated().map { place, item -> (Double, Int) in
                    let near = (isDown ? above[item] : below[item]).compactMap { places[$0] }
                    // One without neighbours stays about where it is.
                    guard !near.isEmpty else { return (Double(place), item) }
                    return (Double(near.reduce(0, +)) / Double(near.count), item)
                }
                layers[layer] = keys.enumerated().sorted {
                    ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
                }.map(\.element.1)
            }
            let count = crossings
            if count < fewest { (best, fewest) = (layers, count) }
        }
        layers = best
    }

    /// How many pairs of lines between neighbouring layers cross.
    private var crossings: Int {
        layers.indices.dropFirst().reduce(0) { sum, layer in
            let places = Dictionary(zip(layers[layer], 0...)) { first, _ in first }
            let ends = layers[layer - 1].flatMap { item in below[item].compactMap { places[$0] }.sorted() }
            var count = 0
            for (index, end) in ends.enumerated() { count += ends[..<index].count { $0 > end } }
            return sum + count
        }
    }

    private mutating func place() {
        middles = Array(repeating: 0, count: extents.count)
        for layer in layers {
            var x = 0.0
            for item in layer {
                middles[item] = x + extents[item] / 2
                x += extents[item] + Self.gap
            }
        }
        for sweep in 0..<Self.sweeps {
            for layer in sweep % 2 == 0 ? layers : layers.reversed() { settle(layer) }
        }
        let left = extents.indices.map { middles[$0] - extents[$0] / 2 }.min() ?? 0
        for item in middles.indices { middles[item] -= left }
        extent = extents.indices.map { middles[$0] + extents[$0] / 2 }.max() ?? 0
    }

    /// Moves the items of a layer to the middle of their neighbours, as far as their order and their extents allow.
    private mutating func settle(_ layer: [Int]) {
        let wanted = layer.map { item -> Double in
            let near = (above[item] + below[item]).map { middles[$0] }
            return near.isEmpty ? middles[item] : near.reduce(0, +) / Double(near.count)
        }
        func apart(_ a: Int, _ b: Int) -> Double { (extents[a] + extents[b]) / 2 + Self.gap }
        var fromLeft = wanted
        for place in layer.indices.dropFirst() {
            fromLeft[place] = max(wanted[place], fromLeft[place - 1] + apart(layer[place - 1], layer[place]))
        }
        var fromRight = wanted
        for place in layer.indices.dropLast().reversed() {
            fromRight[place] = min(
                wanted[place], fromRight[place + 1] - apart(layer[place], layer[place + 1]))
        }
        // Both keep the distances, so their mean does.
        for (place, item) in layer.enumerated() { middles[item] = (fromLeft[place] + fromRight[place]) / 2 }
    }
}
