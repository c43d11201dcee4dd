extension ExpressionParser {
    /// A test behind `in` and how deep it is.
    struct TestBranch {
        /// The test.
        let test: Expression.Test
        /// How many parts lie one in another, itself counted.
        let height: Int
    }

    /// Reads what stands behind `in`: a comparison without its left side, an interval, tests in brackets, or an
    /// expression (DMN 1.5, 10.3.1.2, rules 7 and 49).
    mutating func test(depth: Int) throws(Refusal) -> TestBranch {
        guard depth < Expression.greatestDepth else { throw tooDeep() }
        scanner.skipSpace()
        for comparison in Comparison.longestFirst where scanner.take(comparison.rawValue) {
            let end = try expression(.sum, depth: depth + 1)
            return try testBranch([end.height], .comparison(comparison, end.node))
        }
        for bracket in ["(", "[", "]"] where scanner.take(bracket) {
            return try bracketed(bracket, depth: depth)
        }
        let node = try expression(.sum, depth: depth + 1)
        return try testBranch([node.height], .value(node.node))
    }

    private func testBranch(_ heights: [Int], _ test: Expression.Test) throws(Refusal) -> TestBranch {
        TestBranch(test: test, height: try height(over: heights))
    }

    /// Reads on behind a bracket, which opens an interval, a list, or tests.
    private mutating func bracketed(_ open: String, depth: Int) throws(Refusal) -> TestBranch {
        var items: [TestBranch] = []
        if open == "[", scanner.take("]") { return try testBranch([], .value(.list([]))) }
        repeat {
            let item = try test(depth: depth + 1)
            if items.isEmpty, case .value(let lower) = item.test, scanner.take("..") {
                return try interval(open, from: Branch(node: lower, height: item.height), depth: depth)
            }
            items.append(item)
        } while open != "]" && scanner.take(",")
        guard open != "]" else { throw unexpected("'..'") }
        let close = open == "(" ? ")" : "]"
        guard scanner.take(close) else {
            throw unexpected(items.count == 1 ? "',', '..' or '\(close)'" : "',' or '\(close)'")
        }
        let nodes = items.compactMap { item in
            if case .value(let node) = item.test { node } else { nil }
        }
        if nodes.count == items.count, open == "[" {
            return try testBranch(items.map(\.height), .value(.list(nodes)))
        }
        if nodes.count == 1, items.count == 1 {
            // Brackets round one expression may be those of a larger one: `x in (a + b) * 2`.
            let whole = try expression(
                .sum, depth: depth, after: Branch(node: nodes[0], height: items[0].height))
            return try testBranch([whole.height], .value(whole.node))
        }
        return try testBranch(items.map(\.height), .any(items.map(\.test)))
    }

    private mutating func interval(
        _ open: String, from lower: Branch, depth: Int
    ) throws(Refusal) -> TestBranch {
        let upper = try expression(.sum, depth: depth + 1)
        scanner.skipSpace()
        let includesUpper = scanner.take("]")
        guard includesUpper || scanner.take(")") || scanner.take("[") else {
            throw unexpected("the bracket that ends the interval")
        }
        return try testBranch(
            [lower.height, upper.height],
            .interval(
                Interval(
                    lower: lower.node, includesLower: open == "[", upper: upper.node,
                    includesUpper: includesUpper)))
    }
}

extension Comparison {
    /// The operators, the longer before those that they start with.
    static let longestFirst: [Comparison] = [
        .notEqual, .lessOrEqual, .greaterOrEqual, .equal, .less, .greater,
    ]
}
