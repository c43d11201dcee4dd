import Decisions
import Rules

/// What was signed, beside what is recommended today, in words.
struct SigningWording {
    private let signing: Signing
    private let framework: Framework
    private let verdict: Verdict
    /// The options that are recommended today.
    private let today: [String]

    /// Words a sign-off of an assessment that comes to a verdict today.
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

    /// Whether the same is recommended today.
    var agrees: Bool { verdict.decided && Set(signing.recommendation) == Set(today) }

    /// Whether the rules are those of today; `nil` where it is not noted which they were.
    private var hasSameRules: Bool? {
        guard signing.rules != nil, let digest = framework.logic?.meaningDigest else { return nil }
        return signing.isUnder(digest: digest)
    }

    /// "version 1, the rules of today".
    var version: String {
        let version = Self.version(signing.version)
        return switch hasSameRules {
        case true?: "\(version), the rules of today"
        case false?: "\(version), other rules than today"
        case nil: version
        }
    }

    /// "version 1", "no version".
    static func version(_ version: String?) -> String { version.map { "version \($0)" } ?? "no version" }

    /// How both compare: first what is recommended, then the rules that it comes from.
    var comparison: String { "\(outcome) \(rules)" }

    private var outcome: String {
        let now = VerdictWording(verdict, of: framework).outcome
        if agrees { return "Today the same is recommended as was signed." }
        return verdict.decided
            ? "What is recommended has changed since: \(recommendation) was signed, and today it is \(now)."
            : "What was signed as \(recommendation) is \(now) today."
    }

    private var rules: String {
        let (then, now) = (Self.version(signing.version), Self.version(framework.version))
        switch hasSameRules {
        case true?:
            let same =
                agrees
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
