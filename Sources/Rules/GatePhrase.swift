/// Whether the words behind an option's name say that it is viable, or that it is not.
enum GatePhrase {
    case viable
    case notViable

    /// Reads the words; `nil` where they speak of neither.
    ///
    /// With a copula, the viable word may be followed by anything (`is viable with LoRA`). Without one it
    /// must end the phrase, so that `viable choice for teams` stays a qualifier. A word of the site's own
    /// for *viable* may stand behind any one word, since we do not know every language's copula.
    init?(_ text: Substring, words: Words) {
        let text = text.drop(while: \.isWhitespace)
        if GatePhrase.isNegated(text, words: words) {
            self = .notViable
        } else if GatePhrase.isViable(text, words: words) {
            self = .viable
        } else {
            return nil
        }
    }

    /// *Is*, *are*, *remains* in the languages that sites are likely to be in.
    private static let copulas: Set = [
        "is", "are", "becomes", "remains", "stays", "ist", "sind", "bleibt", "est", "sont", "reste", "es",
        "son",
        "está", "é", "são", "è", "sono", "zijn", "är", "er", "on", "ovat", "jest", "są", "je", "jsou", "este",
        "は", "が", "是",
    ]

    /// The copulas that stand for nothing else in a language that sites are likely to be in: Finnish *on* does.
    private static let plainCopulas = copulas.subtracting(["on"])

    /// What begins a qualifier as if it were a gate.
    private static let almostViable = ["possible", "feasible", "allowed", "only if"]

    /// What says of an option that it is not viable, in a word.
    private static let unviable: Set = ["unviable", "impossible", "infeasible", "unfeasible"]
    /// The same behind a copula.
    private static let closing = unviable.union(["out", "excluded", "forbidden", "never"])
    private static let attachedNegations: Set = [
        "isn't", "isnt", "aren't", "arent", "can't", "cannot",
    ]

    /// Whether the words that qualify a signal look like a gate, which they are not: `is feasible`,
    /// `possible`, `viable choice for teams`.
    static func isAlmost(_ qualifier: String, words: Words) -> Bool {
        plainCopulas.contains(firstWord(of: qualifier[...]))
            || (almostViable + words.viable).contains { qualifier[...].after(phrase: $0) != nil }
    }

    private static let negations: Set = [
        "isn't", "isnt", "aren't", "arent", "never", "no", "hardly", "cannot",
    ]

    private static func isViable(_ text: Substring, words: Words) -> Bool {
        words.viable.contains { viable in
            if let rest = text.after(phrase: viable) {
                return rest.first { !$0.isWhitespace }.map { !$0.isWordPart } ?? true
            }
            let isSites = !Words.english.viable.contains(viable)
            let behindWord = text.drop { !$0.isWhitespace }
            if isSites || copulas.contains(text.prefix { !$0.isWhitespace }.folded),
                behindWord.after(phrase: viable) != nil
            {
                return true
            }
            // 検索は可能: the copula is attached, and the phrase to it.
            return isSites && text.first?.isOfScriptWithoutSpaces == true
                && (1...2).contains { text.dropFirst($0).after(phrase: viable) != nil }
        }
    }

    private static func isNegated(_ text: Substring, words: Words) -> Bool {
        let first = firstWord(of: text)
        if unviable.contains(first) || attachedNegations.contains(first) { return true }
        if plainCopulas.contains(first) {
            let second = firstWord(of: text.drop { !$0.isWhitespace })
            if closing.contains(second) || words.not.contains(where: { $0.folded == second }) { return true }
        }
        let negations = negations.union(words.not.map(\.folded))
        var rest = text
        var sawNegation = false
        // A negation further off is about something else: `where latency is no issue and … viable`.
        for _ in 0..<4 {
            if words.viable.contains(where: { rest.after(phrase: $0) != nil }) { return sawNegation }
            sawNegation = sawNegation || negations.contains(rest.prefix { !$0.isWhitespace }.folded)
            rest = rest.drop { !$0.isWhitespace }.drop(while: \.isWhitespace)
        }
        return false
    }

    /// The first word, folded, without marks behind it.
    private static func firstWord(of text: Substring) -> String {
        var word = text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
        while let last = word.last, !last.isWordPart { word.removeLast() }
        return word.folded
    }
}
