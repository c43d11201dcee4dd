import Decisions
import Diagnostics
import Glibc
import Languages
import Markdown
import Platform
import Rules

/// The Mermaid diagrams in authors' Markdown: drawn by the program or the script that the site names, else code.
///
/// A drawing is a file of its own and shown as a picture, so that nothing in it can run, and two of them share no ids. Its
/// name tells its content, so that the last site's drawings are taken where the text is the same: a browser is slow to start.
struct MermaidDiagrams: Sendable {
    /// The drawings, by their path in the site.
    private(set) var files: [String: [UInt8]] = [:]
    /// What could not be drawn, and why.
    private(set) var problems: [Diagnostic] = []
    /// The path of the script that draws in the browser.
    private let script: String?
    /// The words of the site's language.
    private let phrases: Phrases
    /// The drawings, by the text of the diagram.
    private var drawings: [String: Drawing] = [:]

    /// A picture in the site.
    private struct Drawing: Sendable {
        let path: String
        let size: Size?
    }

    /// The width and height of a picture, in CSS pixels.
    private struct Size: Sendable {
        let width: Int
        let height: Int
    }

    /// Draws what is to be drawn now.
    /// - Parameters:
    ///   - drawing: whether a program may run.
    ///   - known: the files of drawings that were made before.
    init(_ loaded: LoadedSite, drawing: Bool, known: [String: [UInt8]] = [:]) async {
        phrases = loaded.configuration.phrases
        guard let mermaid = loaded.configuration.mermaid else {
            script = nil
            return
        }
        guard case .program(let program) = mermaid.drawer else {
            if case .script(let file) = mermaid.drawer, loaded.model.map.assets.contains(file) {
                script = file
            } else {
                script = nil
            }
            return
        }
        script = nil
        guard drawing else { return }
        let old = "\(loaded.root)/\(loaded.configuration.output)"
        let texts = Self.firstPlaces(of: loaded.model)
        let results = try? await texts.concurrentMap { block in
            Self.drawing(of: block, by: program, in: loaded.root, old: old, known: known)
        }
        var isMissing = false
        for (block, result) in zip(texts, results ?? []) {
            switch result {
            case .success(let (path, bytes)):
                files[path] = bytes
                drawings[block.text] = Drawing(path: path, size: Self.size(of: bytes))
            case .failure(.noProgram): isMissing = true
            case .failure(.said(let words)): problems.append(Messages.undrawn(block, program, words))
            }
        }
        if isMissing { problems.append(Messages.noProgram(program, mermaid.location)) }
    }

    /// How many different diagrams the files of a site hold.
    static func count(in model: DecisionModel) -> Int { firstPlaces(of: model).count }

    /// Whether any block of code may be replaced.
    var isEmpty: Bool { script == nil && drawings.isEmpty }

    /// What stands in the place of a block of code; `nil` where it stays code.
    /// - Parameters:
    ///   - path: of the page that it is on.
    ///   - isFirst: whether no diagram stands before it on the page.
    func html(of language: String, _ text: String, on path: String, isFirst: Bool) -> String? {
        guard language.lowercased() == Self.language else { return nil }
        let code = HTMLEscaping.escape(text)
        if let script {
            // It draws what has this class; until then, and without it, the text is there to read.
            let loading =
                isFirst
                ? "<script src=\"\(HTMLEscaping.escape(SiteMap.relative(script, from: path)))\" defer></script>\n"
                : ""
            return "<pre class=\"mermaid\" tabindex=\"0\">\(code)</pre>\n\(loading)"
        }
        guard let drawing = drawings[text] else { return nil }
        let size = drawing.size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
        return """
            <figure class="diagram">
            <img src="\(HTMLEscaping.escape(SiteMap.relative(drawing.path, from: path)))" alt="\(HTMLEscaping.escape(Self.title(of: text) ?? phrases("page.diagram")))"\(size) loading="lazy">
            <details><summary>\(HTMLEscaping.escape(phrases("page.diagram-text")))</summary>
            <pre tabindex="0"><code class="language-mermaid">\(code)</code></pre>
            </details>
            </figure>

            """
    }

    // MARK: Drawing

    private static let language = "mermaid"

    /// Why there is no drawing.
    private enum Failure: Error {
        case noProgram
        case said(String?)
    }

    /// How long a program may take for a diagram: a browser is slow to start, and slower on a machine that builds.
    private static let limit = Duration.seconds(60)

    /// The diagrams of all files, each where it stands first.
    private static func firstPlaces(of model: DecisionModel) -> [CodeBlock] {
        let files =
            model.frameworks.map(\.file) + model.assessments.map(\.file) + model.records.map(\.file)
            + model.pages + model.introductions
        var seen: Set<String> = []
        return files.flatMap { $0.document.codeBlocks(in: language) }.filter {
            seen.insert($0.text).inserted
        }
    }

    private static func drawing(
        of block: CodeBlock, by program: String, in root: String, old: String, known: [String: [UInt8]]
    ) -> Result<(path: String, bytes: [UInt8]), Failure> {
        let name = SHA256.hexDigest(of: "\(program)\n\(block.text)".utf8).prefix(16)
        let path = "assets/diagrams/\(name).svg"
        if let bytes = known[path] { return .success((path, bytes)) }
        if let bytes = try? Files.read("\(old)/\(path)"), isSVG(bytes) { return .success((path, bytes)) }
        // Drawn for light pages: on dark ones it stands on a light ground.
        let arguments = [
            "--input", "-", "--output", "-", "--outputFormat", "svg", "--backgroundColor", "white", "--quiet",
        ]
        // A way with a folder in it starts from the site's folder, where the program runs.
        do {
            let run = try Subprocess.run(
                program, arguments, in: root, input: Array(block.text.utf8), limit: limit)
            guard run.status == 0, isSVG(run.output) else {
                let lines = run.errors.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
                return .failure(
                    .said((lines.first { $0.contains("rror") } ?? lines.first).map { String($0) }))
            }
            return .success((path, run.output))
        } catch let error as FileError where error.code == ENOENT {
            return .failure(.noProgram)
        } catch let error as FileError where error.code == ETIMEDOUT {
            return .failure(.said("(nothing for \(limit.components.seconds) seconds, when it was ended)"))
        } catch {
            return .failure(.said("\(error)"))
        }
    }

    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        let text = bytes.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return text.starts(with: "<svg".utf8) || text.starts(with: "<?xml".utf8)
    }

    /// The size that the picture's `viewBox` gives, so that the page does not move when it arrives.
    private static func size(of svg: [UInt8]) -> Size? {
        let head = String(decoding: svg.prefix(2000), as: UTF8.self)
        guard let found = head.firstMatch(of: /viewBox="([^"]*)"/) else { return nil }
        let numbers = found.output.1.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
        guard numbers.count == 4, (1...100_000).contains(numbers[2]), (1...100_000).contains(numbers[3])
        else {
            return nil
        }
        return Size(width: Int(numbers[2].rounded(.up)), height: Int(numbers[3].rounded(.up)))
    }

    /// What the author calls the diagram: Mermaid's `accDescr`, `accTitle` or `title`.
    private static func title(of text: String) -> String? {
        let lines = text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
        for key in ["accDescr", "accTitle", "title"] {
            for line in lines where line.hasPrefix(key) {
                let behind = line.dropFirst(key.count)
                let rest = behind.drop(while: \.isWhitespace)
                if rest.first == ":" {
                    let title = rest.dropFirst().drop(while: \.isWhitespace)
                    if !title.isEmpty { return String(title) }
                } else if key == "title", behind.startIndex < rest.startIndex, let first = rest.first,
                    first.isLetter || first.isNumber || "\"“'".contains(first)
                {
                    // A node of that name has marks of a line behind it, or other letters.
                    return String(rest)
                }
            }
        }
        return nil
    }
}

private enum Messages {
    static func noProgram(_ program: String, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "undrawn-diagram", .warning, at: location,
            "there is no program '\(program)', so diagrams are shown as code",
            suggestion:
                "install mermaid-cli, or name a script of the content folder, such as 'scripts/mermaid.min.js'"
        )
    }

    static func undrawn(_ block: CodeBlock, _ program: String, _ words: String?) -> Diagnostic {
        Diagnostic(
            "undrawn-diagram", .warning, at: block.location,
            "'\(program)' did not draw this diagram, which is shown as code",
            notes: words.map { [Diagnostic.Note("it says: \($0)")] } ?? [])
    }
}
