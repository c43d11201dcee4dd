import Decisions
import Languages
import Rules

/// What was signed, beside what is recommended now, in words.
struct SigningWording {
    private let signing: Signing
    private let framework: Framework
    private let verdict: Verdict
    private let phrases: Phrases
    /// The options that are recommended now.
    private let today: [String]

    /// Words a sign-off of an assessment that comes to a verdict now.
    init(_ signing: Signing, _ verdict: Verdict, of framework: Framework, in phrases: Phrases) {
        self.signing = signing
        self.framework = framework
        self.verdict = verdict
        self.phrases = phrases
        today = verdict.recommendations.map { framework.options[$0.option].id }
    }

    /// What was recommended when it was signed.
    var recommendation: String {
        let names = signing.recommendation.map { id in
            framework.options.first { $0.id == id }?.name ?? id
        }
        return names.isEmpty ? phrases("verdict.outcome-none") : phrases.list(names, .and)
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
        switch (signing.date.map(phrases.date), signing.by) {
        case (let date?, let by?): phrases("signing.signed-on-by", ["date": date, "by": by])
        case (let date?, nil): phrases("signing.signed-on", ["date": date])
        case (nil, let by?): phrases("signing.signed-by", ["by": by])
        case (nil, nil): phrases("signing.signed")
        }
    }

    /// "By the rules of version 1.1": what makes the difference between what was signed and what comes of it now.
    var presently: String {
        if hasSameRules == true { return phrases("signing.by-answers") }
        guard let version = framework.version, version != signing.version else {
            return phrases(
                "report.by-rules", ["presentRules": Self.presentRules(of: framework, in: phrases)])
        }
        return phrases("signing.by-version", ["version": version])
    }

    /// "the present rules", or for a version that is kept "the rules of version 1".
    static func presentRules(of framework: Framework, in phrases: Phrases) -> String {
        guard framework.keptFrom != nil, let version = framework.version else {
            return phrases("signing.present-rules")
        }
        return phrases("signing.rules-of-version", ["version": version])
    }

    /// Whether the rules are the present ones; `nil` where it is not noted which they were.
    private var hasSameRules: Bool? {
        guard signing.rules != nil, let digest = framework.logic?.meaningDigest else { return nil }
        return signing.isUnder(digest: digest)
    }

    /// "version 1, the same rules".
    var version: String {
        let version = Self.version(signing.version, in: phrases)
        return switch hasSameRules {
        case true?: phrases("signing.same-rules", ["version": version])
        case false?: phrases("signing.other-rules", ["version": version])
        case nil: version
        }
    }

    /// "version 1", "no version".
    static func version(_ version: String?, in phrases: Phrases) -> String {
        version.map { phrases("framework.version", ["version": $0]) } ?? phrases("signing.no-version")
    }

    /// How both compare: first what is recommended, then the rules that it comes from.
    var comparison: String { "\(outcome) \(rules)" }

    private var outcome: String {
        let now = VerdictWording(verdict, of: framework, in: phrases).outcome
        return switch agreement {
        case .same: phrases("signing.same")
        case .different:
            phrases("signing.changed", ["then": recommendation, "now": now])
        case .open: phrases("signing.still-possible", ["then": recommendation, "now": now])
        }
    }

    private var rules: String {
        let then = Self.version(signing.version, in: phrases)
        let now = Self.version(framework.version, in: phrases)
        switch hasSameRules {
        case true?:
            let same =
                agreement == .same
                ? phrases("signing.rules-same") : phrases("signing.rules-same-answers-not")
            return then == now
                ? same : same + " " + phrases("signing.version-since", ["now": now, "then": then])
        case false?:
            return then == now
                ? phrases("signing.rules-changed-in-version", ["now": now])
                : phrases("signing.rules-changed", ["then": then, "now": now])
        case nil: return phrases("signing.rules-unknown")
        }
    }
}
