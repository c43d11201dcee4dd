import Diagnostics
import FoundationEssentials
import Markdown
import Rules

// What the front matter of a framework says about its questions (FORMATS 1.2).
extension FrameworkReader {
    /// `fixed:`, the facts that nobody can change.
    mutating func fixed(_ questions: Set<String>) -> [String] {
        guard let written = file.document.frontMatter["fixed"] else { return [] }
        if case .mapping = written.content {
            problems.append(Messages.wrongShape(written, "'fixed' is a list of questions", "fixed: [a, b]"))
        }
        return written.elements.compactMap { name in
            guard let id = name.text else { return nil }
            return isKnown(id, at: name.location, among: questions) ? id : nil
        }
    }

    /// `likelihood:`, how likely answers are: weights by label, by question.
    mutating func likelihood(_ questions: Set<String>) -> [String: [String: Number]] {
        guard let written = file.document.frontMatter["likelihood"] else { return [:] }
        if written.entries.isEmpty, !written.isNothing {
            problems.append(
                Messages.wrongShape(
                    written, "'likelihood' maps questions to their answers",
                    "likelihood: { a: { yes: 3, no: 1 } }"))
        }
        var likelihood: [String: [String: Number]] = [:]
        for entry in written.entries where isKnown(entry.key, at: entry.keyLocation, among: questions) {
            let before = problems.count
            for answer in entry.value.entries {
                let label = words.canonical(answer.key)
                guard let weight = answer.value.text.flatMap({ Number(plain: $0) }), weight >= 0 else {
                    problems.append(Messages.badLikelihood(answer.value))
                    continue
                }
                likelihood[entry.key, default: [:]][label] = weight
            }
            if problems.count == before, likelihood[entry.key]?.values.allSatisfy({ $0 == 0 }) ?? true {
                problems.append(Messages.badLikelihood(entry.value))
            }
        }
        return likelihood
    }

    /// `renamed:`, former ids and what they are now, of questions that the rules ask.
    mutating func renamed(_ logic: Logic?) -> [String: String] {
        guard let written = file.document.frontMatter["renamed"], let logic else { return [:] }
        if written.entries.isEmpty, !written.isNothing {
            problems.append(
                Messages.wrongShape(
                    written, "'renamed' maps former ids to ids", "renamed: { old-id: new-id }"))
        }
        let questions = Set(logic.questions.map(\.id))
        var renamed: [String: String] = [:]
        for entry in written.entries {
            guard let id = entry.value.text else {
                problems.append(
                    Messages.wrongShape(
                        entry.value, "'renamed' maps former ids to ids", "renamed: { old-id: new-id }"))
                continue
            }
            if questions.contains(entry.key) {
                problems.append(Messages.stillAsked(entry))
            } else if isKnown(id, at: entry.value.location, among: questions) {
                renamed[entry.key] = id
            }
        }
        return renamed
    }

    /// What `likelihood:` says of answers that a question does not have.
    func unknownLikelihoods(_ logic: Logic) -> [Diagnostic] {
        guard let written = file.document.frontMatter["likelihood"] else { return [] }
        return written.entries.flatMap { entry -> [Diagnostic] in
            guard let index = logic.question(withID: entry.key) else { return [] }
            let labels = logic.questions[index].type.labels
            guard !labels.isEmpty else { return [Messages.noLabels(entry, logic.questions[index])] }
            return entry.value.entries.filter { answer in
                logic.questions[index].type.parse(answer: answer.key, words: words) == nil
            }.map { Messages.unknownAnswer($0, labels) }
        }
    }

    private mutating func isKnown(_ id: String, at location: SourceLocation, among questions: Set<String>)
        -> Bool
    {
        guard !questions.contains(id) else { return true }
        let known = questions.sorted()
        problems.append(
            Diagnostic(
                "unknown-question", at: location, "no question is called '\(id)'",
                suggestion: didYouMean(id, among: known)
                    ?? (known.isEmpty ? nil : "the questions are \(known.joined(separator: ", "))")))
        return false
    }
}

extension Words {
    /// `yes` and `no` for the site's own words, any other text as it is.
    fileprivate func canonical(_ label: String) -> String {
        switch AnswerType.yesNo.parse(answer: label, words: self) {
        case .yes?: "yes"
        case .no?: "no"
        default: label
        }
    }
}

extension Metadata {
    /// Whether nothing is written.
    fileprivate var isNothing: Bool { if case .scalar = content { text == nil } else { false } }
}

private enum Messages {
    static func wrongShape(_ value: Metadata, _ what: String, _ example: String) -> Diagnostic {
        Diagnostic("bad-value", at: value.location, what, suggestion: "write it as '\(example)'")
    }

    static func badLikelihood(_ value: Metadata) -> Diagnostic {
        Diagnostic(
            "bad-likelihood", at: value.location,
            "how likely answers are has to be numbers, not all of them 0",
            suggestion: "write '{ yes: 3, no: 1 }' for three to one")
    }

    static func noLabels(_ entry: Metadata.Entry, _ question: Question) -> Diagnostic {
        Diagnostic(
            "bad-likelihood", at: entry.keyLocation,
            "'\(question.name)' has no answers to list: it takes \(question.type.description)",
            suggestion: "leave it out; its cases are taken to be equally likely")
    }

    static func unknownAnswer(_ answer: Metadata.Entry, _ labels: [String]) -> Diagnostic {
        Diagnostic(
            "bad-likelihood", at: answer.keyLocation, "'\(answer.key)' is none of the answers",
            suggestion: didYouMean(answer.key, among: labels)
                ?? "the answers are \(labels.joined(separator: ", "))")
    }

    static func stillAsked(_ entry: Metadata.Entry) -> Diagnostic {
        Diagnostic(
            "bad-renaming", at: entry.keyLocation, "'\(entry.key)' is a question still",
            suggestion: "write 'OLD-ID: NEW-ID', where nothing is called OLD-ID any more")
    }
}
