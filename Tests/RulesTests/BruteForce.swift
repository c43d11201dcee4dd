// The oracle: FORMATS 1.6 and 3 carried out literally, by trying every completion of the open answers.
// It shares no code with Rules, not even its types.

/// What a yes means.
enum Meaning: Hashable {
    /// Weight in hundredths.
    case signal(option: Int, hundredths: Int, qualifier: String?)
    case gate(option: Int)
    case start(option: Int)
}

/// A framework as the oracle sees it: for each option what it combines, and a meaning for each question.
struct PlainFramework {
    var combines: [[Int]]
    var meanings: [Meaning]

    /// A recommendation: which options (a bit each), whether it is a starting point, and by which step.
    struct Result: Hashable {
        var options: Int
        var isStart: Bool
        var step: String
    }

    /// What the oracle expects of one set of answers.
    struct Expected {
        var possible: [Int: Bool]  // option sets, with whether each is a starting point throughout
        var step: String?
        var qualifiers: [Int: [String]]
        var leadsTo: [Int: Bool]?
        var matters: [Int: Bool]  // open question to whether it matters
        var mattersLater: [Int: Bool]
        var tallies: [Int]
        var viable: [Bool?]
        var blocked: [Int: [Int]]  // option to the questions of its unmet gates
    }

    var readersQuestion: Int? {
        meanings.firstIndex { if case .start = $0 { true } else { false } }
    }

    func leaves(of option: Int) -> Set<Int> {
        combines[option].isEmpty
            ? [option] : combines[option].reduce(into: []) { $0.formUnion(leaves(of: $1)) }
    }

    func gateQuestions(of option: Int) -> Set<Int> {
        let own = meanings.indices.filter { meanings[$0] == .gate(option: option) }
        return combines[option].reduce(into: Set(own)) { $0.formUnion(gateQuestions(of: $1)) }
    }

    func tally(of option: Int, yes: Set<Int>) -> Int {
        var sum = 0
        for (question, meaning) in meanings.enumerated() where yes.contains(question) {
            if case .signal(option, let hundredths, _) = meaning { sum += hundredths }
        }
        return sum
    }

    /// Steps 1 to 6 for complete answers; without step 1 where `isReaderHeard` is false.
    func result(yes: Set<Int>, isReaderHeard: Bool) -> Result {
        var fallback: Int?
        if let question = readersQuestion, case .start(let option) = meanings[question] {
            fallback = option
            if isReaderHeard, yes.contains(question) {
                return Result(options: 1 << option, isStart: true, step: "asked")
            }
        }
        let all = combines.indices
        let viable = all.filter { gateQuestions(of: $0).isSubset(of: yes) }
        let favoured = viable.filter { tally(of: $0, yes: yes) > 0 }
        let simple = Set(favoured.filter { combines[$0].isEmpty })
        let composites = viable.filter { !combines[$0].isEmpty && leaves(of: $0) == simple }
        if !composites.isEmpty {
            return Result(options: bits(composites), isStart: false, step: "composite")
        }
        if let most = favoured.map({ tally(of: $0, yes: yes) }).max() {
            let best = favoured.filter { tally(of: $0, yes: yes) == most }
            return Result(options: bits(best), isStart: false, step: "tally")
        }
        if let fallback { return Result(options: 1 << fallback, isStart: true, step: "fallback") }
        return Result(options: 0, isStart: false, step: "nothing")
    }

    /// The results of all complete answers, by the bits of the questions answered yes: the table that
    /// every set of partial answers looks its completions up in.
    func table(isReaderHeard: Bool) -> [Result] {
        (0..<1 << meanings.count).map { bits in
            result(yes: Set(meanings.indices.filter { bits >> $0 & 1 == 1 }), isReaderHeard: isReaderHeard)
        }
    }

    /// What is expected of these answers, `nil` for open ones.
    func expected(_ answers: [Bool?], heard: [Result], unheard: [Result]) -> Expected {
        let reader = readersQuestion
        let open = answers.indices.filter { answers[$0] == nil && $0 != reader }
        var known = 0
        for (question, answer) in answers.enumerated() where answer == true { known |= 1 << question }
        var completions = [known]
        for question in open { completions += completions.map { $0 | 1 << question } }

        func possible(_ table: [Result]) -> [Int: Bool] {
            var found: [Int: Bool] = [:]
            for completion in completions {
                let result = table[completion]
                found[result.options] = (found[result.options] ?? true) && result.isStart
            }
            return found
        }
        func matters(_ table: [Result]) -> [Int: Bool] {
            var found: [Int: Bool] = [:]
            for question in open {
                found[question] = completions.contains {
                    table[$0].options != table[$0 ^ 1 << question].options
                }
            }
            return found
        }
        let recommendations = possible(heard)
        let steps = Set(completions.map { heard[$0].step })
        var qualifiers: [Int: [String]] = [:]
        if recommendations.count == 1, let set = recommendations.keys.first {
            for option in combines.indices where set >> option & 1 == 1 {
                qualifiers[option] = self.qualifiers(of: option, answers)
            }
        }
        let isAsked = reader.map { answers[$0] == true } ?? false
        let yes = Set(answers.indices.filter { answers[$0] == true })
        var blocked: [Int: [Int]] = [:]
        let viable = combines.indices.map { option -> Bool? in
            let gates = gateQuestions(of: option)
            let unmet = gates.filter { answers[$0] == false }.sorted()
            if tally(of: option, yes: yes) > 0, !unmet.isEmpty { blocked[option] = unmet }
            return unmet.isEmpty ? (gates.isSubset(of: yes) ? true : nil) : false
        }
        return Expected(
            possible: recommendations,
            step: recommendations.count == 1 && steps.count == 1 ? steps.first : nil,
            qualifiers: qualifiers, leadsTo: isAsked ? possible(unheard) : nil, matters: matters(heard),
            mattersLater: matters(unheard), tallies: combines.indices.map { tally(of: $0, yes: yes) },
            viable: viable, blocked: blocked)
    }

    private func qualifiers(of option: Int, _ answers: [Bool?]) -> [String] {
        var found: [String] = []
        for (question, meaning) in meanings.enumerated() where answers[question] == true {
            if case .signal(option, let hundredths, let words?) = meaning, hundredths >= 0,
                !found.contains(words)
            {
                found.append(words)
            }
        }
        return found
    }

    private func bits(_ options: [Int]) -> Int { options.reduce(0) { $0 | 1 << $1 } }
}
