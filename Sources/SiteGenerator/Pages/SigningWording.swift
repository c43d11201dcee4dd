import Decisions
import Rules

/// What was signed, beside what is recommended now, in words.
struct SigningWording {
    private let signing: Signing
    private let framework: Framework
    private let verdict: Verdict
    /// The options that are recommended now.
    private let today: [String]

    /// Words a sign-off of an assessment that comes to a verdict now.
    init(_ signing: Signing, _ verdict: Verdict, of framework: Framework) {
        self.signing = signing
        self.framework = framework
        self.verdict = verdict
        today = verdict.recommendations.map { framework.options[$0.option].id }
    }

    /// What was recommended when it was signed.
    var recommendation: String {
        let names = signing.recommendation.map { id in
            framework.options.first { $0.id == id }?.name ?? id
        }
        return names.isEmpty ? "no recommendation" : joined(names, with: "and")
    }

    /// Whether what was signed is what comes of it now.
    enum Agreement: String, Sendable {
        /// The same is recommended, something else is, or nothing is certain while what was signed is still possible.
        case same = "yes"
        case different = "no"
        case open
    }

    /// How what was signed compares with what comes of it now.
    var agreement: Agreement {
        let signed = Set(signing.recommendation)
        if verdict.decided { return signed == Set(today) ? .same : .different }
        let possible = verdict.possible.map { Set($0.options.map { framework.options[$0].id }) }
        return possible.contains(signed) ? .open : .different
    }

    /// "Signed 28 November 2026 by Kim Larsen".
    var signature: String {
        "Signed" + (signing.date.map { " \($0.prose)" } ?? "") + (signing.by.map { " by \($0)" } ?? "")
    }

    /// "By the rules of version 1.1": what makes the difference between what was signed and what comes of it now.
    var presently: String {
        if hasSameRules == true { return "By the present answers" }
        guard let version = framework.version, version != signing.version else {
            return "By \(Self.presentRules(of: framework))"
        }
        return "By the rules of version \(version)"
    }

    /// "the present rules", or for a version that is kept "the rules of version 1".
    static func presentRules(of framework: Framework) -> String {
        guard framework.keptFrom != nil, let version = framework.version else { return "the present rules" }
        return "the rules of version \(version)"
    }

    /// Whether the rules are the present ones; `nil` where it is not noted which they were.
    private var hasSameRules: Bool? {
        guard signing.rules != nil, let digest = framework.logic?.meaningDigest else { return nil }
        return signing.isUnder(digest: digest)
    }

    /// "version 1, the same rules".
    var version: String {
        let version = Self.version(signing.version)
        return switch hasSameRules {
        case true?: "\(version), the same rules"
        case false?: "\(version), other rules"
        case nil: version
        }
    }

    /// "version 1", "no version".
    static func version(_ version: String?) -> String { version.map { "version \($0)" } ?? "no version" }

    /// How both compare: first what is recommended, then the rules that it comes from.
    var comparison: String { "\(outcome) \(rules)" }

    private var outcome: String {
        let now = VerdictWording(verdict, of: framework).outcome
        return switch agreement {
        case .same: "The same is recommended as was signed."
        case .different:
            "What is recommended has changed since: \(recommendation) was signed, and now it is \(now)."
        case .open: "\(recommendation) was signed and is still possible; now it is \(now)."
        }
    }

    private var rules: String {
        let (then, now) = (Self.version(signing.version), Self.version(framework.version))
        switch hasSameRules {
        case true?:
            let same =
                agreement == .same
                ? "The rules are the same." : "The rules are the same, so the assessment itself has changed."
            return then == now ? same : "\(same) The framework has \(now) by now, instead of \(then)."
        case false?:
            return then == now
                ? "The rules have changed since, and the framework still has \(now)."
                : "The rules have changed since, from \(then) to \(now)."
        case nil: return "It is not noted which rules that was under."
        }
    }
}
