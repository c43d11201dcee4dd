import Diagnostics
import Rules

// Figures of whole frameworks. Benchmarks/evaluation.py sets those of evaluation beside another engine's.
//
//     rules-benchmark size [SEED]          compiles and analyses 40 questions and 200 rules, and large tables
//     rules-benchmark evaluation [SEED]    one first-hit table with situations, results and our rate, as JSON

let clock = ContinuousClock()
let arguments = CommandLine.arguments.dropFirst()
let seed = arguments.dropFirst().first.flatMap(UInt64.init) ?? 2018

/// Compiles frameworks of several seeds, each with the default node limit, and looks for what is wrong with their rules.
func size() {
    print("40 questions, 200 rules over 3 or 4 neighbouring ones, first hit; default node limit.")
    print("")
    print("| seed | ms | nodes | findings | ms |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for seed in seed..<seed + 5 {
        row("\(seed)", FirstHitFramework.neighbours(questions: 40, rules: 200, seed: seed))
    }
    print("")
    print("Rules over columns of numbers, first hit.")
    print("")
    print("| rules × columns | ms | nodes | findings | ms |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for (rules, columns) in [(100, 5), (1_500, 5), (1_500, 10)] {
        row("\(rules) × \(columns)", FirstHitFramework.numbers(columns: columns, rules: rules, seed: seed))
    }
}

/// One framework: how long it takes to compile and to analyse, and whether some analyses were cut short.
func row(_ name: String, _ framework: FirstHitFramework) {
    var logic: Logic?
    let time = clock.measure { logic = framework.ruleSet.compile().logic }
    var found: [Diagnostic] = []
    let findingTime = clock.measure { found = logic?.findings() ?? [] }
    let isPart = found.contains { $0.id == "partly-analysed" }
    print(
        "| \(name) | \(Int(time / .milliseconds(1))) | \(logic?.diagram.map { "\($0.nodeCount)" } ?? "past the limit")",
        "| \(found.count)\(isPart ? ", in part" : "") | \(Int(findingTime / .milliseconds(1))) |")
}

/// Walks a thousand situations over and over, for a second at least.
func evaluation() {
    let framework = FirstHitFramework.numbers(columns: 5, rules: 100, seed: seed)
    guard let logic = framework.ruleSet.compile().logic, let walker = Walker(logic) else {
        print("{\"error\": \"the table is past the node limit\"}")
        return
    }
    var random = SplitMix(state: seed ^ 0xA5A5)
    // Tenths, so that decimals are compared and not only whole numbers.
    let situations = (0..<1_000).map { _ in (0..<5).map { _ in Int64.random(in: 0...1_000, using: &random) } }
    let answers = situations.map { units in
        units.map { FixedPoint(units: $0, scale: 1).map(Walker.Answer.number) }
    }
    let results = answers.map { walker.outcome(of: $0) ?? -1 }
    var sum = 0
    var count = 0
    let start = clock.now
    while clock.now - start < .seconds(1) {
        for answer in answers { sum &+= walker.outcome(of: answer) ?? -1 }
        count += answers.count
    }
    let seconds = (clock.now - start) / .seconds(1)
    // What was walked has to be what was found at first, else the loop was for nothing.
    guard sum == results.reduce(0, +) * (count / answers.count) else {
        return print("{\"error\": \"results changed\"}")
    }
    let names = results.map { result in
        result < 0 ? "" : walker.outcomes[result].options.map { logic.options[$0].name }.joined()
    }
    let rows = framework.rows.map { row in
        "[\((row.tests + [row.option]).map { "\"\($0)\"" }.joined(separator: ","))]"
    }
    let inputs = situations.map { "[\($0.map { "\($0 / 10).\($0 % 10)" }.joined(separator: ","))]" }
    print(
        "{\"rate\": \(Int(Double(count) / seconds)), \"nodes\": \(logic.diagram?.nodeCount ?? 0),",
        "\"rules\": [\(rows.joined(separator: ","))],", "\"situations\": [\(inputs.joined(separator: ","))],",
        "\"results\": [\(names.map { "\"\($0)\"" }.joined(separator: ","))]}")
}

switch arguments.first {
case "evaluation": evaluation()
default: size()
}
