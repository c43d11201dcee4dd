import Decisions
import Diagnostics
import Foundation
import FoundationXML
import Languages
import Rules
import Testing

@testable import SiteGenerator

/// What is drawn when a site is built.
struct PictureTests {
    @Test(arguments: 0..<40)
    func itemsOfALayerStandApart(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) + 1)
        let count = 3 + Int(random.next() % 20)
        let layers = (0..<count).map { $0 == 0 ? 0 : Int(random.next() % 5) }
        let widths = (0..<count).map { _ in 20 + Double(random.next() % 200) }
        var lines: [LayeredLayout.Line] = []
        for from in 0..<count {
            for to in 0..<count where layers[from] < layers[to] && random.next() % 3 == 0 {
                lines.append(.init(from: from, to: to))
            }
        }
        let layout = LayeredLayout(itemLayers: layers, itemExtents: widths, lines: lines)
        for a in 0..<count {
            for b in 0..<a where layers[a] == layers[b] {
                let apart = abs(layout.middles[a] - layout.middles[b])
                #expect(apart >= (widths[a] + widths[b]) / 2 + 15.9)
            }
            #expect(layout.middles[a] - widths[a] / 2 >= -0.1)
            #expect(layout.middles[a] + widths[a] / 2 <= layout.extent + 0.1)
        }
        for (line, bends) in zip(lines, layout.bends) {
            #expect(bends.count == layers[line.to] - layers[line.from] - 1)
        }
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    @Test(arguments: [
        ("short", 200.0, 2, ["short"]),
        ("Cloud queue or Database table", 70, 2, ["Cloud", "queue or…"]),
        ("", 100, 2, [""]), ("Donaudampfschifffahrtsgesellschaft", 60, 1, ["Donaud…"]),
    ])
    func longWordsAreCutAndSayso(_ text: String, _ width: Double, _ most: Int, _ expected: [String]) {
        let lines = Picture.lines(text, width: width, most: most)
        #expect(lines.count == expected.count)
        #expect(lines.allSatisfy { Picture.width(of: $0) <= width })
        #expect(lines.last?.hasSuffix("…") == expected.last?.hasSuffix("…"))
    }

    @Test func allOfAnAnswerIsDrawn() {
        let answer =
            "under 500 ms, or Donaudampfschifffahrtsgesellschaftskapitän, or at least 90000 ms and no more"
        let lines = Picture.lines(answer, width: 150)
        #expect(lines.count > 3)
        #expect(lines.allSatisfy { Picture.width(of: $0) <= 150 })
        #expect(lines.joined().filter { $0 != " " } == answer.filter { $0 != " " })
    }

    /// The marks of the axis below two weights; none where there is no picture.
    @Test(
        arguments: [
            ("3", "2", ["0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5"]),
            (
                "0.001", "0.002",
                ["0", "0.0005", "0.001", "0.0015", "0.002", "0.0025", "0.003", "0.0035", "0.004", "0.0045"]
            ),
            ("250000", "400000", (0...9).map { $0 == 0 ? "0" : "\($0)00000" }),
            ("1000000000000", "3", []), ("3", "100000000000000", []), ("0.00001", "0.00001", []),
            ("0", "0", []),
        ] as [(String, String, [String])])
    func theAxisOfWeightsIsMarkedOrLeftOut(_ one: String, _ other: String, _ marks: [String]) throws {
        let factors = [(one, [2, 1]), (other, [1, 3])].enumerated().map { index, factor in
            WeightedMatrix.Factor(
                id: "f\(index)", name: "F\(index)", weight: Number(plain: factor.0) ?? 0,
                scores: factor.1.map { Number($0) }, location: .init(file: "a.md", line: 1))
        }
        let svg = SensitivityPicture(WeightedMatrix(options: [0, 1], factors: factors), in: .english).svg(
            name: "w", winners: "A")
        let found = (svg ?? "").matches(of: /class="soft">([^<]*)</).map { String($0.output.1) }
        #expect(found == marks, "\(found)")
    }

    @Test func whatAuthorsWriteIsTextInAPicture() async throws {
        let site = try Scratch(Scratch.files)
        try site.write(
            "content/frameworks/queue.md",
            """
            ---
            options: { a: "A </text><script>", b: "B & \\"b\\"" }
            ---
            # Queue

            | Factor | Weight | A &lt;/text>&lt;script> | B & "b" |
            | --- | --- | --- | --- |
            | x &lt;/svg> | 3 | 5 | 2 |

            - **Replay.** Twice &lt;/desc>? → A &lt;/text>&lt;script>
            - **Order &lt;/desc>.** Kept? → B & "b"
            """)
        try await site.build()
        for page in ["frameworks/queue.html", "assessments/billing.html"] {
            let html = try site.read("public/\(page)")
            #expect(html.contains("class=\"picture\""), "\(page)")
            #expect(!html.contains("</text><script>") && !html.contains("</desc>.<"), "\(page)")
            for part in html.matches(of: /(?s)<svg class="picture".*?<\/svg>/) {
                let svg = String(part.output)
                #expect(svg.matches(of: /<title id="[^"]+">[^<]+<\/title>/).count == 1)
                #expect(svg.matches(of: /<desc id="[^"]+">[^<]+<\/desc>/).count == 1)
                #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(svg)")
            }
        }
    }
}
