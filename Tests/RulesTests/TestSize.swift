import Foundation

/// How long the tests run that try random input.
enum TestSize {
    /// How many random frameworks the oracle judges.
    static let frameworks = number("PRECEDENT_FRAMEWORKS") ?? 20_000
    /// How many seconds random mutations run.
    static let fuzzSeconds = number("PRECEDENT_FUZZ_SECONDS") ?? 4

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }
}
