import SiteGenerator

/// A line of the terminal that says how far a build is, where it takes longer than one waits without wondering. It is gone
/// when the build is done, and is never there where nobody sits at a terminal.
struct ProgressLine {
    private let task: Task<Void, Never>?

    /// Does some work of a build, and shows how far it is meanwhile.
    /// - Parameters:
    ///   - progress: what the work tells how far it is.
    ///   - isShown: whether it is to be seen.
    /// - Throws: what the work throws.
    static func during<Result>(
        _ progress: BuildProgress, isShown: Bool, _ work: () async throws -> Result
    ) async throws -> Result {
        let line = isShown ? ProgressLine(progress) : nil
        do {
            let result = try await work()
            await line?.end()
            return result
        } catch {
            await line?.end()
            throw error
        }
    }

    private init(_ progress: BuildProgress) {
        guard Terminal.showsProgress else {
            task = nil
            return
        }
        task = Task.detached(priority: .high) {
            // Most builds are done before anybody could read it.
            try? await Task.sleep(for: .milliseconds(500))
            while !Task.isCancelled {
                Terminal.redraw(Self.text(progress))
                try? await Task.sleep(for: .milliseconds(100))
            }
            Terminal.redraw("")
        }
    }

    /// Takes the line away.
    private func end() async {
        task?.cancel()
        await task?.value
    }

    private static func text(_ progress: BuildProgress) -> String {
        progress.files == 0 ? "Reading" : "Writing \(progress.written) of \(progress.files) files"
    }
}
