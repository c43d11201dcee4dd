import Diagnostics
import FoundationEssentials

/// A signal as it was read from a target, and what its author may have meant instead: a gate, a weight, a second
/// option.
struct SignalReading {
    let target: SourcedText
    let option: Option
    let weight: Number
    let qualifier: String?

    func problems(_ parser: TargetParser, options: [Option], words: Words) -> [Diagnostic] {
        var problems = weight == 0 ? [zeroWeight] : []
        guard let qualifier else { return problems }
        if GatePhrase.isAlmost(qualifier, words: words) {
            problems.append(almostGate(qualifier))
        } else if let number = WeightPhrase.number(in: qualifier, words: words) {
            problems.append(almostWeight(qualifier, number))
        } else if let second = parser.secondOption(in: qualifier), options[second].id != option.id {
            problems.append(secondOption(options[second], qualifier))
        }
        return problems
    }

    /// "for" or "against".
    private var side: String { weight < 0 ? "against" : "for" }

    private var zeroWeight: Diagnostic {
        Diagnostic(
            "zero-weight", .warning, at: target.location, "a signal of weight 0 counts nothing",
            suggestion: "write another weight, as in '\(option.name) (2)', or leave the item out")
    }

    private func almostGate(_ qualifier: String) -> Diagnostic {
        Diagnostic(
            "almost-gate", .warning, at: target.location,
            "this is a signal \(side) '\(option.name)', qualified by '\(qualifier)'",
            suggestion: "write '\(option.name) is viable' for a gate")
    }

    private func almostWeight(_ qualifier: String, _ number: String) -> Diagnostic {
        // The mark before a qualifier is no part of it, but of a number it is the sign.
        var before = target.text.trimmed[...]
        while let last = before.last, last == "." || last == "。" { before.removeLast() }
        let isNegative =
            before.hasSuffix(qualifier)
            && before.dropLast(qualifier.count).last.map { "-−–".contains($0) } ?? false
            && qualifier.first?.isNumber == true
        let written = "\(weight < 0 ? "not " : "")\(option.name) (\(isNegative ? "-" : "")\(number))"
        return Diagnostic(
            "almost-weight", .warning, at: target.location,
            "this is a signal of weight \(weight.magnitude) \(side) '\(option.name)', qualified by '\(qualifier)'",
            suggestion: "write '\(written)'")
    }

    private func secondOption(_ second: Option, _ qualifier: String) -> Diagnostic {
        Diagnostic(
            "second-option", .warning, at: target.location,
            "a target names one option: this is a signal \(side) '\(option.name)', qualified by '\(qualifier)'",
            suggestion: "write a second item for '\(second.name)', or word the qualifier otherwise")
    }
}

/// Weights as people write them who do not know the one form that is read, `(2)`.
private enum WeightPhrase {
    /// The number that a qualifier most likely stands for, as it would have to be written.
    static func number(in qualifier: String, words: Words) -> String? {
        var text = qualifier[...]
        if let close = ["(": ")", "[": "]"][text.first.map(String.init) ?? ""], text.hasSuffix(close) {
            text = text.dropFirst().dropLast()
        }
        var folded = text.folded
        if let named = names[folded] { return named }
        if let rest = words.weight.lazy.compactMap({ text.after(phrase: $0) }).first {
            folded = rest.drop { ":= ".contains($0) }.folded
        }
        if let sign = folded.first, "x×*+".contains(sign) {
            folded.removeFirst()
        } else if let sign = folded.last, "x×".contains(sign) {
            folded.removeLast()
        }
        let digits = folded.trimmed
        return digits.first?.isNumber == true && Number(plain: digits) != nil ? digits : nil
    }

    private static let names = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "double": "2", "twice": "2",
        "triple": "3", "high": "2", "strong": "2", "medium": "1", "normal": "1", "low": "0.5", "weak": "0.5",
    ]
}
