import ArgumentParser
import Decisions
import Platform
import SiteGenerator

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Build the site and put it where it is served from.",
        discussion: """
            Puts the site on a branch of the repository as one commit, by itself: neither the working tree nor what is staged is \
            touched, and 'CNAME' stays. With --to it goes into a folder instead: only files that changed are written, each \
            replaced in one step, and what an earlier publish put there and is gone is removed. With errors in the content nothing is published.

            EXAMPLES
              precedent publish --push
              precedent publish --to /srv/www/decisions --dry-run
            """)

    @OptionGroup var options: SiteOptions
    @Option(help: "The branch.") var branch = "gh-pages"
    @Flag(help: "Push the branch.") var push = false
    @Option(help: "The remote to push to.") var remote = "origin"
    @Flag(help: "Take the branch even where it holds something else.") var replace = false
    @Option(
        name: .customLong("to"), help: "A folder to put the site into, instead of a branch.",
        completion: .directory)
    var folder: String?
    @Flag(help: "List what would change, and change nothing.") var dryRun = false

    func validate() throws {
        if folder != nil, push { throw ValidationError("--push is about a branch, and --to names a folder") }
    }

    func run() async throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let site = scratch.path + "/site"
        let loaded = try await options.load(readingHistory: true)
        let builder = try await SiteBuilder(loaded, drawing: true)
        Terminal.reportErrors(among: builder.problems, root: options.site, texts: loaded.convertedTexts)
        guard try await builder.build(to: site) != nil else {
            Terminal.write("Nothing was published.\n", to: .errors)
            throw ExitCode(1)
        }
        if let folder {
            try publish(site, into: folder)
        } else {
            try publish(site, onBranchOf: loaded.root)
        }
    }

    private func publish(_ site: String, into folder: String) throws {
        let publisher: FolderPublisher
        do {
            publisher = try FolderPublisher(site, to: folder)
        } catch OutputRefusal.foreignFolder {
            throw UsageError(
                message:
                    "'\(folder)' is not empty and was not made by precedent, so it is left alone\n  help: empty it, or name a folder of the site's own, such as \(folder.hasSuffix("/") ? folder : folder + "/")decisions"
            )
        } catch OutputRefusal.isFile {
            throw UsageError(
                message: "'\(folder)' is a file\n  help: --to names the folder to put the site into")
        }
        let publication = try publisher.plan()
        report(publication)
        if dryRun { return }
        try publisher.publish(publication)
        Terminal.write("Published to \(folder): \(Self.counts(of: publication)).\n")
    }

    private func publish(_ site: String, onBranchOf repository: String) throws {
        let publisher = try BranchPublisher(repository: repository, branch: branch, site: site)
        if push { try publisher.fetch(from: remote) }
        let plan = try publisher.plan(remote: remote, replacing: replace)
        report(plan.publication)
        if dryRun { return }
        if plan.publication.changes.isEmpty {
            Terminal.write("The branch \(branch) holds this site already.\n")
        } else {
            let commit = try publisher.publish(plan)
            Terminal.write(
                "Published on the branch \(branch) as \(commit.prefix(10)): \(Self.counts(of: plan.publication)).\n"
            )
        }
        if push {
            try publisher.push(to: remote)
            Terminal.write("Pushed \(branch) to \(remote).\n")
        }
    }

    private func report(_ publication: Publication) {
        guard dryRun else { return }
        for change in publication.changes {
            Terminal.write("\(change.kind.rawValue.padding(to: 7))  \(change.path)\n")
        }
        Terminal.write("\(Self.counts(of: publication)); nothing was changed\n", to: .errors)
    }

    private static func counts(of publication: Publication) -> String {
        let kinds: [Publication.Kind] = [.added, .changed, .removed]
        return kinds.map { "\(publication.count($0)) \($0.rawValue)" }.joined(separator: ", ")
    }
}
