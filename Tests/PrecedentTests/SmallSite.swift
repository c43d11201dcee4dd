/// A small site in which nothing is wrong, and changes to it.
enum SmallSite {
    /// A file of the site.
    struct File: Hashable, Sendable, ExpressibleByStringLiteral {
        let path: String

        init(stringLiteral path: String) { self.path = path }

        static let configuration: File = "precedent.yml"
        static let home: File = "content/index.md"
        static let framework: File = "content/frameworks/queue.md"
        static let assessment: File = "content/assessments/billing.md"
        static let record: File = "content/decisions/0001-use-a-log.md"
    }

    /// A change to the site.
    enum Edit: Sendable {
        /// Other words in a file.
        case change(File, String, to: String)
        /// A further file.
        case add(File, String)
        /// A file less.
        case remove(File)
        /// A byte that is no UTF-8, an é of Windows-1252.
        case spoil(File, after: String)
    }

    struct NoSuchText: Error {
        let text: String
    }

    /// Writes the site, changed.
    static func write(to folder: TemporaryFolder, _ edits: [Edit] = []) throws {
        var files = sound
        var spoiled: [(file: File, after: String)] = []
        for edit in edits {
            switch edit {
            case .change(let file, let old, let new):
                guard let text = files[file], text.contains(old) else { throw NoSuchText(text: old) }
                files[file] = text.replacing(old, with: new)
            case .add(let file, let text): files[file] = text
            case .remove(let file): files[file] = nil
            case .spoil(let file, let text): spoiled.append((file, text))
            }
        }
        for (file, text) in files {
            var bytes = Array(text.utf8)
            for spoil in spoiled where spoil.file == file {
                guard let range = text.firstRange(of: spoil.after) else {
                    throw NoSuchText(text: spoil.after)
                }
                bytes.insert(0xE9, at: text.utf8.distance(from: text.startIndex, to: range.upperBound))
            }
            try folder.write(file.path, bytes: bytes)
        }
    }

    /// A file's name as the address of a link in Markdown.
    static func markdownAddress(_ name: String) -> String {
        name.reduce(into: "") { address, character in
            let encoded = "%#? :()<>\"".contains(character)
            address += encoded ? "%" + String(character.asciiValue ?? 0, radix: 16) : String(character)
        }
    }

    private static let sound: [File: String] = [
        .configuration: "title: Messaging\n",
        .home: "Our decisions.\n",
        .framework: """
        # Queue or log

        A log keeps what a queue forgets.

        | Factor | Queue | Log |
        | --- | --- | --- |
        | Replay | none | any time |

        - **Replay.** Must messages be read twice? → Log
        - **Ops.** Is a team free to run it? → Log is viable
        - **Unsure.** Still unsure? → Start with Queue

        """,
        .assessment: """
        ---
        framework: queue
        ---
        # Billing

        | Question | Answer | Evidence |
        | --- | --- | --- |
        | Replay | yes | Invoices are rebuilt. |
        | Ops | ? | |

        """,
        .record: """
        ---
        status: accepted
        date: 2026-03-04
        assessment: billing
        recommended: log
        chosen: log
        ---
        # Use a log

        We use a log.

        """,
    ]
}
