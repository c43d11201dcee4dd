import CPrism

/// Prism on a heap of its own. Not to be used from two threads at a time.
final class Engine {
    private let prism: OpaquePointer
    /// Whether it has taken no text apart yet.
    private(set) var isFresh = true

    /// Starts one; `nil` where there is no memory for it.
    init?() {
        guard let prism = prism_open() else { return nil }
        self.prism = prism
    }

    deinit { prism_close(prism) }

    /// What became of a text.
    struct Run {
        /// The kind of each byte; `nil` where the grammar threw or met a limit, after which the engine is not to be used again.
        let kinds: [UInt8]?
        /// How much work it was.
        let steps: Int
    }

    /// Takes a text in ASCII apart, with at most so much work.
    func run(_ text: [UInt8], in language: String, steps: Int) -> Run {
        isFresh = false
        var kinds = [UInt8](repeating: 0, count: text.count)
        var left = Int64(steps)
        let result = text.withUnsafeBytes { bytes in
            kinds.withUnsafeMutableBufferPointer { kinds in
                prism_mark(
                    prism, language, bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count,
                    kinds.baseAddress, &left)
            }
        }
        return Run(kinds: result == PRISM_MARKED ? kinds : nil, steps: steps - Int(left))
    }
}
