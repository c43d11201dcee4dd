import Foundation

/// Walks a compiled framework by its JSON alone, as docs/compiled-framework.md tells: no code of Rules in it.
struct FrameworkWalker {
    struct Malformed: Error {}

    /// What a condition reckons with.
    enum Value: Equatable {
        case null
        case truth(Bool)
        case number(Decimal)

        init(_ json: Any) {
            if let text = json as? String, let number = Decimal(string: text) {
                self = .number(number)
            } else if let number = json as? NSNumber {
                self = .truth(number.boolValue)
            } else {
                self = .null
            }
        }
    }

    let json: [String: Any]
    private let variables: [Int]
    private let levels: [Int]
    private let edges: [Int]
    private let firstEdges: [Int]
    private let cells: [[[String: Any]]]

    init(_ text: String) throws {
        guard let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let variables = json["variables"] as? [Int], let levels = json["levels"] as? [Int],
            let edges = json["edges"] as? [Int], let questions = json["questions"] as? [[String: Any]],
            let conditions = json["conditions"] as? [[String: Any]]
        else { throw Malformed() }
        self.json = json
        self.variables = variables
        self.levels = levels
        self.edges = edges
        let cells = try (questions + conditions).map { input -> [[String: Any]] in
            guard let cells = input["cells"] as? [[String: Any]] else { throw Malformed() }
            return cells
        }
        self.cells = cells
        var first = 0
        firstEdges = levels.map { level in
            defer { first += cells[variables[level]].count }
            return first
        }
    }

    func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }

    /// The terminals that some completion of the open inputs reaches from a root, ascending. `given` holds a cell for each
    /// input, `nil` while it is open.
    func reach(_ root: Int, _ given: [Int?]) -> [Int] {
        var reached: Set = [root]
        for node in levels.indices.reversed() where reached.contains(node) {
            let input = variables[levels[node]]
            for cell in given[input].map({ [$0] }) ?? Array(cells[input].indices) {
                reached.insert(edges[firstEdges[node] + cell])
            }
        }
        return reached.filter { $0 < 0 }.map { -1 - $0 }.sorted()
    }

    /// Whether the truth at a root is certain.
    func truth(_ root: Any?, _ given: [Int?]) -> Bool? {
        let found = reach(root as? Int ?? -1, given)
        return found == [1] ? true : found == [0] ? false : nil
    }

    /// The cells of all inputs for some answers, as they are written, by question id; conditions where they can be told.
    func given(_ answers: [String: String]) -> [Int?] {
        var given = list("questions").enumerated().map { index, question -> Int? in
            let isAsked = question["unasked"] == nil
            let answer = isAsked ? answers[question["id"] as? String ?? ""] : nil
            return answer.flatMap { cell(of: $0, input: index) } ?? question["unanswered"] as? Int
        }
        let conditions = list("conditions")
        given += conditions.map { _ in nil }
        let first = given.count - conditions.count
        // Conditions may read each other through tables, never in a circle.
        for _ in conditions {
            for (index, condition) in conditions.enumerated() where given[first + index] == nil {
                guard let operands = operands(of: condition, answers, given) else { continue }
                given[first + index] = cell(of: run(condition, operands), input: first + index)
            }
        }
        return given
    }

    private func cell(of answer: String, input: Int) -> Int? {
        let isNumber = list("questions")[input]["type"] as? String == "number"
        return cells[input].firstIndex { cell in
            if let label = cell["label"] as? String ?? cell["text"] as? String { return label == answer }
            if cell["other"] != nil { return true }
            return isNumber
                ? Decimal(string: answer).map { Self.holds(cell, $0) { Decimal(string: $0) } } ?? false
                : Self.holds(cell, answer) { $0 }
        }
    }

    private func cell(of value: Value, input: Int) -> Int? {
        cells[input].firstIndex { cell in
            if let own = cell["value"] { return Value(own) == value }
            guard case .number(let number) = value else { return false }
            return Self.holds(cell, number) { Decimal(string: $0) }
        }
    }

    private static func holds<Value: Comparable>(
        _ cell: [String: Any], _ value: Value, _ read: (String) -> Value?
    ) -> Bool {
        var isIn = true
        if let lower = (cell["lower"] as? String).flatMap(read) {
            isIn = cell["lowerIncluded"] as? Bool == true ? value >= lower : value > lower
        }
        if let upper = (cell["upper"] as? String).flatMap(read) {
            isIn = isIn && (cell["upperIncluded"] as? Bool == true ? value <= upper : value < upper)
        }
        return isIn
    }

    // MARK: Conditions

    private func operands(
        of condition: [String: Any], _ answers: [String: String], _ given: [Int?]
    ) -> [Value]? {
        var values: [Value] = []
        for operand in condition["operands"] as? [[String: Any]] ?? [] {
            if let index = operand["question"] as? Int {
                let question = list("questions")[index]
                guard given[index] != nil, let answer = answers[question["id"] as? String ?? ""] else {
                    return nil
                }
                values.append(
                    question["type"] as? String == "number" ? Value(answer) : .truth(answer == "yes"))
            } else {
                let reached = reach(operand["root"] as? Int ?? -1, given)
                guard reached.count == 1, let own = operand["values"] as? [Any] else { return nil }
                values.append(Value(own[reached[0]]))
            }
        }
        return values
    }

    func run(_ condition: [String: Any], _ operands: [Value]) -> Value {
        var stack: [Value] = []
        for step in condition["program"] as? [Any] ?? [] {
            if let step = step as? [String: Any] {
                stack.append(
                    (step["operand"] as? Int).map { operands[$0] } ?? Value(step["value"] ?? NSNull()))
            } else if let name = step as? String {
                let arity = ["not": 1, "negate": 1, "if": 3][name] ?? 2
                let taken = Array(stack.suffix(arity))
                stack.removeLast(arity)
                stack.append(Self.apply(name, taken))
            }
        }
        return stack.last ?? .null
    }

    private static func apply(_ name: String, _ taken: [Value]) -> Value {
        let truths = taken.map { if case .truth(let truth) = $0 { truth } else { nil as Bool? } }
        let numbers = taken.compactMap { if case .number(let number) = $0 { number } else { nil } }
        switch name {
        case "not": return truths[0].map { .truth(!$0) } ?? .null
        case "if": return truths[0] == true ? taken[1] : taken[2]
        case "and":
            return truths.contains(false) ? .truth(false) : truths.contains(nil) ? .null : .truth(true)
        case "or": return truths.contains(true) ? .truth(true) : truths.contains(nil) ? .null : .truth(false)
        case "=", "!=":
            guard let isEqual = isEqual(taken[0], taken[1]) else { return .null }
            return .truth(isEqual == (name == "="))
        default: break
        }
        guard numbers.count == taken.count else { return .null }
        let (a, b) = (numbers[0], numbers.last ?? 0)
        switch name {
        case "negate": return .number(-a)
        case "+": return .number(a + b)
        case "-": return .number(a - b)
        case "*": return .number(a * b)
        case "/": return b == 0 ? .null : .number(a / b)
        case "<": return .truth(a < b)
        case "<=": return .truth(a <= b)
        case ">": return .truth(a > b)
        case ">=": return .truth(a >= b)
        default: return .null
        }
    }

    private static func isEqual(_ a: Value, _ b: Value) -> Bool? {
        switch (a, b) {
        case (.null, _), (_, .null), (.truth, .truth), (.number, .number): a == b
        default: nil
        }
    }
}
