import Diagnostics

// What can be wrong with a cell of a decision table.
extension Diagnostic {
    /// Something stands where something else is needed.
    static func unexpectedInCell(
        _ found: String, expected: String, column: UnaryTests.Column, without: String?,
        at place: SourceLocation
    ) -> Diagnostic {
        let hint: String? =
            switch (column, found.first) {
            case (.number, "-"?): "an interval is written [5..10]"
            case (.number, let first?) where !first.isNumber && without != nil:
                "write '\(without ?? "")': the question names the unit"
            case (.number, let first?) where first.isLetter: "leave units out: the question names them"
            default: nil
            }
        return Diagnostic(
            "unreadable-cell", at: place,
            "\(expected) is expected, and \(found.isEmpty ? "the end" : "'\(found)'") is found",
            suggestion: hint)
    }

    /// There is nothing where a test should be.
    static func missingTest(at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unreadable-cell", at: place, "a value is missing here",
            suggestion: "write '-' alone in a cell where any value will do")
    }

    /// `not( )` is only a part of the cell.
    static func partialNegation(at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unreadable-cell", at: place, "not( ) can only be round all that a cell says",
            suggestion: "write not(a, b), or two rows")
    }

    /// `-` is only a part of the cell.
    static func dashInList(at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unreadable-cell", at: place, "'-' means any value, and can only be all that a cell says",
            suggestion: "write '-' alone, or the value in quotes")
    }

    /// It looks like a comparison of another language.
    static func unknownComparison(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unreadable-cell", at: place, "'\(text)' is no comparison",
            suggestion: "the comparisons are = != < <= > >=")
    }

    /// An interval goes from one kind of value to another.
    static func mixedInterval(at place: SourceLocation) -> Diagnostic {
        Diagnostic("unreadable-cell", at: place, "the ends of an interval are of different kinds here")
    }

    /// A comma may part thousands or values.
    static func thousands(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-number", at: place, "'\(text)' may be one number or two",
            suggestion:
                "write '\(text.filter { $0 != "," })', or '\(text.replacing(",", with: ", "))' for two")
    }

    /// A label is none of those that the column has.
    static func unknownLabel(_ text: String, labels: [String], at place: SourceLocation) -> Diagnostic {
        // A label that holds a comma or a comparison is only one in quotes.
        let suggestion =
            labels.contains { $0.folded == text.folded }
            ? "write it in quotes: \"\(text)\""
            : didYouMean(text, among: labels)
                ?? "the answers are \(labels.map { "'\($0)'" }.joinedAsList())"
        return Diagnostic(
            "unknown-label", at: place, "'\(text)' is no answer of this column", suggestion: suggestion)
    }

    /// A cell refers to another column or question.
    static func nameInCell(_ name: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "misplaced-value", at: place, "'\(name)' is a name, and cells compare with values as written",
            suggestion: "head a column with an expression over both, such as `\(name) > 5`")
    }

    /// A value does not belong in the column.
    static func misplaced(
        _ text: String, in column: UnaryTests.Column, at place: SourceLocation
    ) -> Diagnostic {
        let (what, hint) =
            switch column {
            case .number:
                ("not a number, and this column holds numbers", "write digits, as in > 500 or [100..500)")
            case .date: ("not a date, and this column holds dates", "write a date as in >= 2026-01-31")
            case .text, .open, .yesNo, .choice, .scale:
                ("not a value", "write a text in quotes, as in \"\(text.filter { !"'\"".contains($0) })\"")
            }
        return Diagnostic("misplaced-value", at: place, "\(text) is \(what)", suggestion: hint)
    }

    /// An order is asked for where there is none.
    static func noOrder(
        _ what: String, in column: UnaryTests.Column, at place: SourceLocation
    ) -> Diagnostic {
        let (values, hint) =
            switch column {
            case .choice(let labels) where labels.count > 1:
                (
                    "the answers of this column",
                    "list those that are meant, as in '\(labels[0]), \(labels[1])', or declare the question as a scale, "
                        + "'\(labels[0]) < \(labels[1])'"
                )
            case .text: ("texts", "list those that are meant, each in quotes")
            default: ("the answers of this column", "list those that are meant")
            }
        return Diagnostic(
            "no-order", at: place, "\(what) needs an order, and \(values) have none", suggestion: hint)
    }

    /// An order is asked for with a value that has none.
    static func noOrder(_ what: String, of value: Value, at place: SourceLocation) -> Diagnostic {
        let name =
            switch value {
            case .null: "null has"
            case .string: "texts have"
            case .boolean, .number, .date, .list: "yes and no have"
            }
        return Diagnostic("no-order", at: place, "\(what) needs an order, and \(name) none")
    }
}
