import Decisions
import Glibc
import Platform

/// A program of this machine that makes a PDF of a page: a browser of Chromium's family, or WeasyPrint.
struct PDFProgram {
    private let name: String

    /// Those that are looked for on the PATH, in this order.
    static let known = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
        "weasyprint",
    ]

    /// How long one may take: a browser that waits for something waits for ever.
    private static let limit = Duration.seconds(60)

    private var isWeasyPrint: Bool {
        name.split(separator: "/").last?.lowercased().contains("weasyprint") ?? false
    }

    /// The PDF of a page on disk.
    /// - Parameters:
    ///   - chosen: the program to use; else the first one that is there.
    ///   - folder: where the program may put what it needs.
    /// - Throws: `UsageError` where there is no program, or where it makes no PDF.
    static func pdf(of page: String, with chosen: String?, in folder: String) throws -> [UInt8] {
        for name in chosen.map({ [$0] }) ?? known {
            if let pdf = try PDFProgram(name: name).pdf(of: page, in: folder) { return pdf }
        }
        throw UsageError(
            message: chosen.map {
                "there is no program '\($0)'\n  help: --with names a Chromium or WeasyPrint"
            }
                ?? "no program is there that makes a PDF\n  help: install Chromium or WeasyPrint, name one with --with, or print the page of 'precedent build' in a browser"
        )
    }

    /// `nil` where there is no such program.
    private func pdf(of page: String, in folder: String) throws -> [UInt8]? {
        let pdf = "\(folder)/report.pdf"
        let run: Subprocess.Run
        do {
            run = try Subprocess.run(name, arguments(page, to: pdf, in: folder), limit: Self.limit)
        } catch let error as FileError where error.code == ETIMEDOUT {
            throw UsageError(
                message:
                    "'\(name)' made no PDF in \(Self.limit.components.seconds) seconds, and was ended\n  help: --with names another program"
            )
        } catch let error as FileError where error.code == ENOENT {
            return nil
        }
        let bytes = run.status == 0 && Files.kind(of: pdf) == .file ? try Files.read(pdf) : []
        guard bytes.starts(with: "%PDF-".utf8) else {
            let lines = run.errors.split(separator: "\n")
            let reason = lines.last { $0.lowercased().contains("error") } ?? lines.last
            throw UsageError(
                message:
                    "'\(name)' made no PDF, and ended with code \(run.status)\(reason.map { "\n  note: \($0)" } ?? "")\n  help: --with names another program"
            )
        }
        return bytes
    }

    private func arguments(_ page: String, to pdf: String, in folder: String) -> [String] {
        if isWeasyPrint { return ["--quiet", page, pdf] }
        // Chromium refuses to run its sandbox as the superuser; the page is our own, and lies on this disk.
        let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
        return sandbox + [
            "--headless", "--disable-gpu", "--disable-extensions", "--no-first-run",
            "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            "--print-to-pdf=\(pdf)", Self.address(of: page),
        ]
    }

    /// A file's path as an address.
    private static func address(of path: String) -> String { "file://" + SiteMap.address(of: path) }
}
