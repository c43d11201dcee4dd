import Foundation

/// Edits of a site as people make them, drawn at random; the same seed draws the same.
struct RandomEdits {
    /// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// A record as it is written.
    private struct Record {
        var name: String
        var title: String
        var status = "accepted"
        var date = "2026-01-05"
        var tags: [String] = []
        var people: [String] = []
        /// A further line of the front matter.
        var key = ""
        var opening = "We need to decide."
        var sections: [(heading: String, body: String)] = []

        var text: String {
            var head = "---\nstatus: \(status)\ndate: \(date)\n"
            if !tags.isEmpty { head += "tags: [\(tags.joined(separator: ", "))]\n" }
            if !people.isEmpty { head += "decision-makers: [\(people.joined(separator: ", "))]\n" }
            return head + key + "---\n# \(title)\n\n\(opening)\n"
                + sections.map { "\n## \($0.heading)\n\n\($0.body)\n" }.joined()
        }
    }

    private var dice: Dice
    private var records: [Record] = []
    private var lastNumber = 0
    /// The site's files that are no records, by name.
    private var others: [String: String] = [:]

    private static let words = [
        "queue", "log", "latency", "replay", "cost", "broker", "schema", "tenant", "Zürich", "näher",
        "backup",
        "x9", "rollout", "quorum", "lease",
    ]

    init(seed: UInt64) { dice = Dice(state: seed) }

    /// Writes the site that the edits begin with.
    mutating func begin(in site: Scratch) throws {
        for (name, text) in Scratch.files where !name.hasPrefix("content/decisions/") {
            others[name] = text
            try site.write(name, text)
        }
        try site.write("src/a.txt", "A.")
        for _ in 0..<10 { try add(in: site) }
    }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &dice)]
    }

    private mutating func sentence() -> String {
        let words = (0..<Int.random(in: 3...9, using: &dice)).map { _ in pick(Self.words) }
        return words.joined(separator: " ").prefix(1).uppercased() + words.joined(separator: " ").dropFirst()
            + "."
    }

    private mutating func section() -> (heading: String, body: String) {
        let other = pick(records.map(\.name) + ["0001-gone.md"])
        let bodies = [
            sentence() + " " + sentence(), "- \(sentence())\n- \(sentence())",
            "* Good, because \(pick(Self.words))\n* Bad, because \(pick(Self.words))",
            "```swift\nlet \(pick(Self.words).lowercased()) = 1 // \(sentence())\n```",
            "See [that](\(other)) and [what follows](#consequences).", "<b>\(pick(Self.words))</b>",
            "| A | B |\n| --- | --- |\n| \(pick(Self.words)) | 1 |",
            "```mermaid\ngraph TD; A-->\(pick(["B", "C"]))\n```",
            "![A queue](../images/queue.svg)", "Text[^1].\n\n[^1]: \(sentence())",
        ]
        return (
            pick(["Context", "Consequences", "Decision Outcome", "Pros", pick(Self.words), "More"]),
            pick(bodies)
        )
    }

    private mutating func add(in site: Scratch) throws {
        lastNumber += 1
        let number = String(repeating: "0", count: 4 - String(lastNumber).count) + String(lastNumber)
        let word = pick(Self.words).lowercased().filter(\.isASCII)
        var record = Record(
            name: "\(number)-use-\(word).md", title: "Use a \(word) \(pick(["here", "there", "twice"]))")
        if !records.isEmpty { record.sections = (0..<3).map { _ in section() } }
        records.append(record)
        try write(records.count - 1, in: site)
    }

    private func write(_ index: Int, in site: Scratch) throws {
        try site.write("content/decisions/\(records[index].name)", records[index].text)
    }

    private mutating func setOther(_ name: String, _ texts: [String?], in site: Scratch) throws {
        let text = pick(texts.filter { $0 != others[name] })
        others[name] = text
        if let text { try site.write(name, text) } else { try site.remove(name) }
    }

    /// Makes the next edit.
    /// - Returns: what it was.
    mutating func make(in site: Scratch) throws -> String {
        // Most of what people do is to write on at texts.
        if Int.random(in: 0..<100, using: &dice) < 55 { return try editText(in: site) }
        let index = Int.random(in: records.indices, using: &dice)
        let kind = Int.random(in: 0..<20, using: &dice)
        switch kind {
        case 0: records[index].title = "Use \(sentence())"
        case 1: records[index].status = pick(["accepted", "proposed", "rejected", "deprecated"])
        case 2:
            let other = pick(records.indices.filter { $0 != index })
            records[index].status = "superseded by [that](\(records[other].name))"
        case 3: records[index].date = "2026-0\(Int.random(in: 1...9, using: &dice))-1\(pick(["0", "5"]))"
        case 4: records[index].tags = [pick(["a", "b", "A"])]
        case 5: records[index].people = [pick(["A. B.", "C. D.", "a. b."])]
        case 6:
            if records.count < 14 {
                try add(in: site)
                return "add \(records[records.count - 1].name)"
            }
            let gone = records.remove(at: index)
            try site.remove("content/decisions/\(gone.name)")
            return "remove \(gone.name)"
        case 7:
            let old = records[index].name
            records[index].name =
                old.prefix(5) + pick(Self.words.filter { $0.allSatisfy(\.isASCII) }) + "-2.md"
            guard records[index].name != old else { return "nothing" }
            try site.remove("content/decisions/\(old)")
        case 8:
            try setOther(
                "precedent.yml",
                [
                    "title: Messaging\n", "title: Here\nrepository: https://github.com/a/b\n",
                    "title: Other\nbase: https://example.org/log\n",
                    "title: Messaging\nstatuses: { proposed: in-force }\n", "title: M\nlanguage: de\n",
                    "title: Messaging\nchecks: { raw-html: off, dangling-link: off }\n",
                ], in: site)
        case 9:
            try setOther(
                "templates/partials/colophon.mustache",
                [nil, "<footer>Ours</footer>\n", "<footer>{{site.title}}</footer>\n"], in: site)
        case 10:
            try setOther(
                "templates/record.mustache",
                [nil, "{{> partials/head}}<h1>{{{heading}}}</h1>{{{facts}}}{{{body}}}{{> partials/foot}}"],
                in: site)
        case 11:
            try setOther(
                "content/about.md",
                ["# About\n\n\(sentence())\n", "# About\n\nSee [one](decisions/\(records[index].name)).\n"],
                in: site)
        case 12: try setOther("content/images/queue.svg", ["<svg/>\n", "<svg></svg>\n"], in: site)
        case 13: try setOther("content/images/other.svg", [nil, "<svg/>\n"], in: site)
        case 14:
            try setOther(
                "content/assessments/billing.md",
                [
                    "---\nframework: queue\n---\n# Billing\n\n- Replay: yes — Twice.\n",
                    "---\nframework: queue\n---\n# Billing\n\n- Replay: no — \(sentence())\n",
                ], in: site)
        case 15:
            try setOther(
                "templates/words/en.yml", [nil, "record:\n  follows: What comes of it\n"], in: site)
        case 16:
            records[index].key = pick([
                "", "id: \(records[index].name.dropLast(3))\n", "aliases: [was-\(index)]\n",
                "allow: [raw-html]\n", "draft: true\n", "chosen: log\nassessment: billing\n",
                "assessment: billing\nrecommended: log\nchosen: queue\n", "review-by: 2026-12-01\n",
                "kind: page\n",
            ])
            try write(index, in: site)
        case 17: records[index].sections.append(("Links", "See [a file](../../src/\(pick(["a", "b"])).txt)."))
        case 18:
            try setOther(
                "content/decisions/thoughts.md",
                [nil, "---\nkind: decision record\n---\n# Thoughts\n\n\(sentence())\n", "# Thoughts\n"],
                in: site)
        default: try setOther("content/decisions/README.md", [nil, "# Our log\n\n\(sentence())\n"], in: site)
        }
        if kind < 8 || kind == 17 { try write(index, in: site) }
        return "edit \(kind) \(records[index].name)"
    }

    /// Takes the link out of a page that leads to a record which is no more: in a page that is an error.
    mutating func mend(in site: Scratch) throws {
        others["content/about.md"] = "# About\n\nWho we are.\n"
        try site.write("content/about.md", "# About\n\nWho we are.\n")
    }

    private mutating func editText(in site: Scratch) throws -> String {
        let index = Int.random(in: records.indices, using: &dice)
        let count = records[index].sections.count
        let place = Int.random(in: 0...count, using: &dice)
        let kind = Int.random(in: 0..<8, using: &dice)
        switch kind {
        case 0: records[index].sections.insert(section(), at: place)
        case 1 where count > 2: records[index].sections.remove(at: min(place, count - 1))
        case 2 where count > 0: records[index].sections[min(place, count - 1)] = section()
        case 3: records[index].opening = sentence()
        case 4 where count > 0: records[index].sections[min(place, count - 1)].body += "\n"
        case 5: break
        default:
            // One more sentence, at times of a word that no other text has.
            let word = kind == 6 ? " Only\(Int.random(in: 0..<900, using: &dice))." : ""
            if count > 0 {
                records[index].sections[min(place, count - 1)].body += "\n\n" + sentence() + word
            } else {
                records[index].opening += word
            }
        }
        try write(index, in: site)
        return "text \(kind) of \(records[index].name)"
    }
}
