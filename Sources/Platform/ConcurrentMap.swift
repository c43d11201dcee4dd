import Foundation
import Synchronization

extension Array where Element: Sendable {
    /// Transforms all elements on all cores, and gives the results in the order of the elements. Each worker takes
    /// the next few elements that nobody has taken yet, so that a slow one holds nobody up.
    /// - Throws: the first error that `transform` throws, in no certain order; the rest is then given up.
    public func concurrentMap<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) throws -> Result
    ) async throws -> [Result] {
        let workers = Swift.min(ProcessInfo.processInfo.activeProcessorCount, (count + 7) / 8)
        guard workers > 1 else { return try map(transform) }
        // Large enough that the counter is no bottleneck, small enough that the ends meet.
        let stride = Swift.max(1, Swift.min(16, count / (workers * 4)))
        let next = Counter()
        return try await withThrowingTaskGroup(of: [(Int, [Result])].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var mine: [(Int, [Result])] = []
                    while true {
                        let start = next.take(stride)
                        guard start < self.count else { return mine }
                        try Task.checkCancellation()
                        mine.append(
                            (start, try self[start..<Swift.min(start + stride, self.count)].map(transform)))
                        // What else is going on gets its turn.
                        await Task.yield()
                    }
                }
            }
            var parts: [(Int, [Result])] = []
            for try await part in group { parts += part }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}

/// A number that several workers draw from.
private final class Counter: Sendable {
    private let value = Atomic(0)

    func take(_ count: Int) -> Int { value.add(count, ordering: .relaxed).oldValue }
}
