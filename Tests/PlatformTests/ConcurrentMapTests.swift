import Platform
import Synchronization
import Testing

/// Work on all cores comes to the same as work on one.
struct ConcurrentMapTests {
    private struct Refusal: Error, Equatable {
        let element: Int
    }

    @Test(arguments: [0, 1, 7, 8, 9, 16, 17, 100, 1009, 20_000])
    func resultsStandInTheOrderOfTheElements(count: Int) async throws {
        let elements = (0..<count).map { $0 &* 7919 % 1009 }
        #expect(try await elements.concurrentMap { "\($0)" } == elements.map { "\($0)" })
    }

    @Test func eachElementIsTakenOnce() async throws {
        let taken = Mutex([Int](repeating: 0, count: 1000))
        _ = try await Array(0..<1000).concurrentMap { element in taken.withLock { $0[element] += 1 } }
        #expect(taken.withLock { $0 } == [Int](repeating: 1, count: 1000))
    }

    @Test(arguments: [(1, 0), (7, 3), (100, 0), (100, 99), (1009, 500)])
    func anErrorIsPassedOn(count: Int, failing: Int) async {
        await #expect(throws: Refusal(element: failing)) {
            try await Array(0..<count).concurrentMap { element in
                if element == failing { throw Refusal(element: element) }
                return element
            }
        }
    }

    @Test func ofSeveralErrorsOneIsPassedOn() async {
        await #expect(throws: Refusal.self) {
            try await Array(0..<500).concurrentMap { element -> Int in throw Refusal(element: element) }
        }
    }
}
