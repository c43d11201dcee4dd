import Diagnostics

// What can be wrong with an expression.
extension Diagnostic {
    static func unexpected(_ found: String, expected: String, at place: SourceLocation) -> Diagnostic {
        let found = found.isEmpty ? "the end" : "'\(found)'"
        return Diagnostic(
            "unreadable-expression", at: place, "\(expected) is expected, and \(found) is found",
            suggestion: Self.hint(for: found))
    }

    /// What authors who know other languages write.
    private static func hint(for found: String) -> String? {
        switch found {
        case "'='": "the comparisons are = != < <= > >="
        case "'>'": "the comparisons are = != < <= > >="
        case "'''", "'`'": "texts stand in double quotes"
        default: nil
        }
    }

    static func chainedComparison(at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unreadable-expression", at: place, "a comparison cannot be part of another one",
            suggestion: "join the two by 'and', or write 'x in [1..5]'")
    }

    static func tooDeep(at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "nested-too-deep", at: place,
            "an expression may nest \(Expression.greatestDepth) deep, and this nests deeper",
            suggestion: "split it up, or add many values with sum( )")
    }

    static func unknownName(_ name: String, names: [String], at place: SourceLocation) -> Diagnostic {
        let suggestion =
            switch name.folded {
            case "yes": "a yes is true here: write 'true'"
            case "no": "a no is false here: write 'false'"
            default: didYouMean(name, among: names) ?? "a text stands in quotes: \"\(name)\""
            }
        return Diagnostic(
            "unknown-name", at: place, "nothing here is called '\(name)'", suggestion: suggestion)
    }

    static func unknownFunction(_ name: String, at place: SourceLocation) -> Diagnostic {
        let names = Function.allCases.map(\.rawValue)
        return Diagnostic(
            "unknown-function", at: place, "there is no function '\(name)'",
            suggestion: didYouMean(name, among: names)
                ?? "the functions are \(names.joinedAsList())")
    }

    static func wrongArgumentCount(_ function: Function, count: Int, at place: SourceLocation) -> Diagnostic {
        let (least, most) = (function.arity.lowerBound, function.arity.upperBound)
        let wanted =
            most == Int.max
            ? "a list or at least one value" : least == most ? "\(least)" : "\(least) or \(most)"
        return Diagnostic(
            "wrong-arguments", at: place, "'\(function.rawValue)' takes \(wanted), and is given \(count)")
    }
}

// What can be wrong with a literal, in an expression or in a cell.
extension Diagnostic {
    static func longNumber(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-number", at: place,
            "'\(text)' has more digits than the \(Number.mostDigits) that a number may have")
    }

    static func numberWithExponent(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-number", at: place, "'\(text)' is not a number",
            suggestion: "write it out, without an exponent")
    }

    static func badDate(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-date", at: place, "'\(text)' is not a date",
            suggestion: "write a day that there is as YYYY-MM-DD, as in 2026-01-31")
    }

    static func bareDate(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-date", at: place, "'\(text)' is a subtraction in an expression",
            suggestion: "write date(\"\(text)\") for the day, or leave space around the minus")
    }

    static func openString(at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "open-quote", at: place, "the quote that begins here does not end", suggestion: "close it with \""
        )
    }

    static func badEscape(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "bad-escape", at: place, "'\(text)' means nothing in a text",
            suggestion: "write a backslash as \\\\")
    }
}
