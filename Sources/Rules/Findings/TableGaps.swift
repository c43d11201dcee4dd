import Diagnostics

extension RuleAnalysis {
    /// Answers for which no rule of a table matches, so that it says nothing. A table that adds to tallies need not
    /// speak to everything, and where a table that it reads says nothing, that one is at fault.
    func gaps() -> [Diagnostic] {
        program.tables.indices.filter { program.tables[$0].role != .favours }.flatMap {
            index -> [Diagnostic] in
            if let compiler {
                do throws(LimitExceeded) {
                    var compiler = compiler
                    let root = try compiler.gap(of: index, within: reckonable)
                    return shown(root, in: compiler.builder).map { [.gap(in: program.tables[index], $0)] }
                        ?? []
                } catch {}
            }
            if let boxes = boxes(of: index) { return gapsOnBoxes(boxes, of: index) }
            return compiler == nil ? [] : [.partlyAnalysed(program.tables[index], "gaps")]
        }
    }

    private func gapsOnBoxes(_ boxes: BoxTable, of index: Int) -> [Diagnostic] {
        let gaps = boxes.gaps(limit: Self.shown)
        guard let first = gaps.found.first else {
            return gaps.isExact ? [] : [.partlyAnalysed(program.tables[index], "gaps")]
        }
        let shown = Shown(
            regions: gaps.found.map { situations($0.region, of: index) },
            witness: answers(first.region, of: index),
            isCut: gaps.count > gaps.found.count || !gaps.isExact, isCautious: false)
        return [.gap(in: program.tables[index], shown)]
    }
}

extension Compiler {
    /// Where no rule of a table matches though all that it reads says something.
    fileprivate mutating func gap(of index: Int, within region: Int32) throws(LimitExceeded) -> Int32 {
        guard let result = results[index] else { return ~Compiler.isFalse }
        var gap = try builder.map(result.root) {
            result.terminals[$0] == .none ? Compiler.isTrue : Compiler.isFalse
        }
        gap = try builder.combine(gap, region) { $0 & $1 }
        for table in program.tablesRead(by: index) {
            guard let read = results[table] else { continue }
            gap = try builder.combine(gap, read.root) { isGap, terminal in
                switch read.terminals[terminal] {
                case .none, .violated: Compiler.isFalse
                case .outputs: isGap
                }
            }
        }
        return gap
    }
}

extension Program {
    /// The tables whose outputs a table reads, by itself or in an expression.
    fileprivate func tablesRead(by index: Int) -> [Int] {
        let subjects = tables[index].inputs.flatMap { input -> [DecisionTable.Subject] in
            guard case .expression(let own) = input.subject, expressions.indices.contains(own) else {
                return [input.subject]
            }
            return expressions[own].subjects
        }
        return Set(
            subjects.compactMap { subject in
                if case .output(let table, _) = subject { table } else { nil }
            }
        ).sorted()
    }
}

extension Diagnostic {
    fileprivate static func gap(in table: DecisionTable, _ shown: RuleAnalysis.Shown) -> Diagnostic {
        Diagnostic(
            "table-gap", .warning, at: table.location,
            "no rule of '\(table.name)' \(shown.isCautious ? "may match" : "matches") some answers",
            suggestion: "add a rule for them, or under F a last rule that holds for all answers",
            notes: [shown.example] + shown.extent)
    }
}

extension RuleAnalysis.Shown {
    /// All of the regions, where they are more than the example.
    fileprivate var extent: [Diagnostic.Note] {
        let isWhole = regions.count == 1 && !isCut && regions[0] == witness.replacing(": ", with: " ")
        return isWhole
            ? [] : [.init("that is: \(regions.joined(separator: "; "))" + (isCut ? "; and more" : ""))]
    }
}
