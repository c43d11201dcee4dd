import SiteGenerator

/// A line of the terminal that says how far a build is, where it takes longer than one waits without wondering. It is gone
/// when the build is done, and is never there where nobody sits at a terminal.
struct ProgressLine {
    private let task: Task<Void, Never>?

    /// - Parameter progress: of the build that is watched.
    init(_ progress: BuildProgress) {
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
    func end() async {
        task?.cancel()
        await task?.value
    }

    static func text(_ progress: BuildProgress) -> String {
        progress.files == 0 ? "Reading" : "Writing \(progress.written) of \(progress.files) files"
    }
}
