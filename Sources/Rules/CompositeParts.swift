import Diagnostics

/// What composites are made of, and what is wrong with that.
struct CompositeParts {
    /// For each option all that it combines, however deep, ascending.
    private(set) var all: [[Int]]
    /// For each option those of `all` that combine nothing.
    private(set) var atoms: [[Int]] = []
    /// Parts that do not exist, and options that are parts of themselves.
    private(set) var problems: [Diagnostic] = []

    init(of options: [Option]) {
        let indices = Dictionary(options.indices.map { (options[$0].id, $0) }) { first, _ in first }
        var direct: [[Int]] = []
        for option in options {
            direct.append(option.combines.compactMap { indices[$0] })
            for id in option.combines where indices[id] == nil {
                problems.append(.unknownPart(id, of: option, among: options))
            }
        }

        all = options.map { _ in [] }
        var isReported = options.map { _ in false }
        for option in options.indices {
            var seen = Set<Int>()
            // Each part with the path that led to it, to show a cycle.
            var waiting = direct[option].map { [option, $0] }
            while let path = waiting.popLast(), let part = path.last {
                if part == option, !isReported[option] {
                    for index in path { isReported[index] = true }
                    problems.append(.cycle(path.map { options[$0] }))
                }
                guard part != option, seen.insert(part).inserted else { continue }
                waiting += direct[part].map { path + [$0] }
            }
            all[option] = seen.sorted()
        }
        atoms = all.map { parts in parts.filter { direct[$0].isEmpty } }
    }
}

extension Diagnostic {
    fileprivate static func unknownPart(_ id: String, of option: Option, among options: [Option])
        -> Diagnostic
    {
        Diagnostic(
            "unknown-option", at: option.location, "'\(option.id)' combines '\(id)', which is no option's id",
            suggestion: didYouMean(id, among: options.map(\.id).filter { $0 != option.id }))
    }

    fileprivate static func cycle(_ path: [Option]) -> Diagnostic {
        Diagnostic(
            "composite-cycle", at: path.first?.location,
            "'\(path.first?.id ?? "")' combines itself: \(path.map(\.id).joined(separator: " → "))",
            suggestion: "a composite may only combine options that do not lead back to it")
    }
}
