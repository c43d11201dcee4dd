import Diagnostics
import Markdown
import Rules

/// Checks what assessments were signed under against what their frameworks say today.
struct VersionCheck {
    private let model: DecisionModel

    init(_ model: DecisionModel) { self.model = model }

    func problems() -> [Diagnostic] {
        let versions = Dictionary(
            model.frameworks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return model.assessments.flatMap { assessment -> [Diagnostic] in
            guard let framework = model.framework(assessment.framework) else { return [] }
            var found: [Diagnostic] = []
            if let problem = frozen(assessment, framework, versions) { found.append(problem) }
            // The last one is what stands; those before it are history.
            guard let signing = assessment.signings.last, let digest = framework.logic?.meaningDigest else {
                return found
            }
            if signing.version != framework.version {
                found.append(
                    Messages.olderVersion(signing, assessment, framework, model.verdict(of: assessment)))
            } else if !signing.isUnder(digest: digest) {
                found.append(Messages.changedRules(signing, framework))
            }
            return found
        }
    }

    /// `ID@1` where there is an `ID` by now that says something else.
    private func frozen(
        _ assessment: Assessment, _ framework: Framework, _ versions: [String: Framework]
    ) -> Diagnostic? {
        guard let id = framework.keptFrom, let today = versions[id], today.version != framework.version,
            let written = assessment.file.document.frontMatter["framework"]
        else { return nil }
        return Messages.frozen(written, framework, today)
    }
}

private enum Messages {
    private static func version(_ framework: Framework) -> String {
        framework.version.map { "version \($0)" } ?? "no version"
    }

    static func olderVersion(
        _ signing: Signing, _ assessment: Assessment, _ framework: Framework, _ verdict: Verdict?
    ) -> Diagnostic {
        let then = signing.version.map { "version \($0)" } ?? "no version"
        return Diagnostic(
            "older-version", .warning, at: signing.location,
            "this was signed under \(then) of '\(framework.id)', which has \(version(framework)) by now",
            suggestion:
                "look at the answers again, then 'precedent sign \(assessment.id)'; or write 'framework: \(framework.id)@VERSION' where 'precedent freeze' has kept that version",
            notes: verdict.flatMap { flip(signing, framework, $0) }.map { [.init($0)] } ?? [])
    }

    /// What was signed and what the rules say by now, where those differ for certain.
    private static func flip(_ signing: Signing, _ framework: Framework, _ verdict: Verdict) -> String? {
        let today = verdict.recommendations.map { framework.options[$0.option].id }
        guard verdict.decided, Set(today) != Set(signing.recommendation) else { return nil }
        let named = { (ids: [String]) in
            ids.isEmpty ? "no recommendation" : ids.map { "'\($0)'" }.joined(separator: " and ")
        }
        return "signed was \(named(signing.recommendation)); the rules of today recommend \(named(today))"
    }

    static func frozen(_ written: Metadata, _ framework: Framework, _ today: Framework) -> Diagnostic {
        Diagnostic(
            "older-version", .warning, at: written.location,
            "this is judged by \(version(framework)) of '\(today.id)', which has \(version(today)) by now",
            suggestion: "write 'framework: \(today.id)', or 'allow: [older-version]' where it is meant")
    }

    static func changedRules(_ signing: Signing, _ framework: Framework) -> Diagnostic {
        Diagnostic(
            "changed-rules", at: signing.location,
            "the rules of '\(framework.id)' have changed since this was signed, and \(framework.version == nil ? "it has no version" : "its version has not")",
            suggestion: framework.version == nil
                ? "write a 'version:' in the framework" : "raise 'version:' in the framework",
            notes: [
                .init(
                    "the framework is this one",
                    at: framework.file.document.frontMatter["version"]?.location
                        ?? SourceLocation(file: framework.file.document.file, line: 1))
            ])
    }
}
