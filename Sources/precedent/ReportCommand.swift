import ArgumentParser
import Decisions
import Diagnostics
import Platform
import Rules
import SiteGenerator

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Print what an assessment comes to, or make a PDF of its report.",
        discussion: """
            Prints what 'assess' prints, for the answers that an assessment has by now, or had on a day. With --pdf the report's page \
            becomes a document: by the first Chromium or WeasyPrint that is installed, or by the one that --with names.

            EXAMPLES
              precedent report clause-reviewer
              precedent report clause-reviewer@2026-03-02
              precedent report clause-reviewer --pdf
              precedent report clause-reviewer --pdf out/clause-reviewer.pdf --with weasyprint
            """)

    @Argument(help: "The assessment, with '@' and a date for its answers on that day.") var assessment: String
    @Argument(
        help: "The PDF's file, with --pdf; else it is called as the assessment is, and lies here.",
        completion: .file(extensions: ["pdf"]))
    var file: String?
    @Flag(help: "Make a PDF.") var pdf = false
    @ArgumentParser.Option(
        name: .customLong("with"), help: "The program that makes the PDF: a Chromium, or WeasyPrint.")
    var program: String?
    @ArgumentParser.Option(help: "The size of the PDF's paper: a4, unless letter is said.") var paper:
        PaperSize?
    @OptionGroup var options: SiteOptions

    func validate() throws {
        if !pdf, let file { throw ValidationError("say --pdf to write the report to '\(file)'") }
        if !pdf, program != nil { throw ValidationError("--with is about --pdf") }
        if !pdf, paper != nil { throw ValidationError("--paper is about --pdf") }
        if pdf, assessment.contains("@") {
            throw ValidationError(
                "a PDF shows the answers as they stand, with those of other days; leave the '@' out")
        }
    }

    func run() async throws {
        let loaded = try await options.load()
        let (found, milestone) = try loaded.assessment(assessment)
        guard pdf else { return try printText(of: found, milestone, in: loaded) }
        let builder = try await SiteBuilder(loaded, drawing: true)
        Terminal.report(builder.problems, root: options.site, texts: loaded.convertedTexts)
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let site = "\(scratch.path)/site"
        guard try await builder.build(to: site) != nil else {
            Terminal.write("Nothing was written.\n", to: .errors)
            throw ExitCode(1)
        }
        let page = "\(site)/\(found.file.pagePath)"
        try Files.replace(
            page,
            with: PrintedPage.document(
                try Files.read(page), at: found.file.pagePath, title: found.title,
                base: loaded.configuration.base, paper: (paper ?? .a4).rawValue))
        let bytes = try PDFProgram.pdf(of: page, with: program, in: scratch.path)
        let name = found.id.split(separator: "/").last.map(String.init) ?? found.id
        let target = file ?? "\(name).pdf"
        try write(bytes, to: target)
        Terminal.write(target + "\n")
    }

    /// A file that was there stays as it is until the new one is whole.
    private func write(_ bytes: [UInt8], to path: String) throws {
        switch Files.kind(of: path) {
        case .folder:
            throw UsageError(message: "'\(path)' is a folder\n  help: name the file to write in it")
        case nil:
            if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
                try Files.makeFolder(String(path[..<slash]))
            }
            try Files.write(bytes, to: path, replacing: false)
        default: try Files.replace(path, with: bytes)
        }
    }

    private func printText(
        of found: Assessment, _ milestone: Assessment.Milestone, in loaded: LoadedSite
    ) throws {
        guard let framework = loaded.model.framework(found.framework),
            let logic = loaded.model.logic(of: found)
        else {
            throw UsageError(message: "'\(assessment)' cannot be judged\n  help: 'precedent check' says why")
        }
        let day = (milestone.date ?? found.date).map { ", \($0.iso)" } ?? ""
        let verdict = logic.evaluate(milestone.values)
        Terminal.write(
            Terminal.bold("\(found.title)\(day)") + "\n"
                + VerdictText(verdict, framework: framework, logic: logic, answers: milestone.values).text)
    }
}

/// A size of paper, by its name in CSS.
enum PaperSize: String, ExpressibleByArgument, CaseIterable {
    case a4, letter
}

extension LoadedSite {
    /// The assessment of a name, with its answers as they stand or as they were on the day that the name says.
    /// - Throws: `UsageError` that says what there is.
    func assessment(_ name: String) throws -> (assessment: Assessment, milestone: Assessment.Milestone) {
        if let found = model.assessment(called: name) { return found }
        throw UsageError(
            message: "no assessment is called '\(name)'\n  help: "
                + (didYouMean(name, among: model.assessments.map(\.id))
                    ?? "they lie in \(configuration.content)/assessments"))
    }
}
