import Diagnostics

/// Checks that each option can be told from the others by id and by name.
func optionProblems(_ options: [Option]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var byID: [String: Option] = [:]
    var byName: [String: Option] = [:]
    for option in options {
        if option.name.trimmed.isEmpty {
            problems.append(.unnamed(option))
        } else if let first = byName.updateValue(option, forKey: option.name.folded) {
            problems.append(.sameName(option, first))
        }
        if let first = byID.updateValue(option, forKey: option.id) { problems.append(.sameID(option, first)) }
    }
    return problems
}

extension Diagnostic {
    fileprivate static func unnamed(_ option: Option) -> Diagnostic {
        Diagnostic(
            "unnamed-option", at: option.location, "the option '\(option.id)' has no name",
            suggestion: "give it a name that targets can start with")
    }

    fileprivate static func sameName(_ option: Option, _ first: Option) -> Diagnostic {
        Diagnostic(
            "duplicate-option", at: option.location, "two options are called '\(option.name)'",
            suggestion: "targets name options, so each needs a name of its own",
            notes: [Note("the first is here", at: first.location)])
    }

    fileprivate static func sameID(_ option: Option, _ first: Option) -> Diagnostic {
        Diagnostic(
            "duplicate-option", at: option.location, "two options have the id '\(option.id)'",
            suggestion: "give each an id of its own", notes: [Note("the first is here", at: first.location)])
    }
}
