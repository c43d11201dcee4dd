import ArgumentParser
import Decisions
import DevServer
import Foundation
import Platform
import SiteGenerator

struct ServeCommand: AsyncParsableCommand {
    static let name = "serve"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Show the site in a browser while it is written.",
        discussion: """
            Builds the site in memory and serves it to browsers on this machine only. When a file of the content, a template
            or precedent.yml is saved, the pages that look different are loaded again by themselves. Problems are printed here
            and shown in the open pages, which stay as they were until the errors are mended. Nothing is written; 'precedent
            build' does that. Ctrl-C ends it.

            EXAMPLES
              precedent serve
              precedent serve --site ../decisions --port 8000 --drafts
            """)

    @OptionGroup var options: SiteOptions
    @Option(help: "The port to serve at, or the next one that is free; 0 for any.")
    var port = 4040
    @Flag(help: "Show drafts as well.")
    var drafts = false
    @Flag(name: .shortAndLong, help: "Say nothing but the address and problems.")
    var quiet = false

    func validate() throws {
        guard (0...65535).contains(port) else {
            throw ValidationError(
                "\(port) is no port; they are numbered from 1 to 65535, and 0 is any that is free")
        }
    }

    func run() async throws {
        try options.requireSite()
        let signals = Signals()
        let watch = try FolderWatch()
        var work = ServedWork(options.site, includingDrafts: drafts, isQuiet: quiet, watch: watch)
        // Watched before it is read, so that no change falls in between.
        watch.watch(work.places)
        watch.start()
        let first = try await work.begin()
        let server = try await start(first)
        let message = server.port == port || port == 0 ? "" : "Port \(port) is taken.\n"
        Terminal.write("\(message)Serving \(server.address) until Ctrl-C.\n")
        await withTaskGroup(of: Void.self) { [work] group in
            group.addTask { try? await server.run() }
            group.addTask {
                var work = work
                for await _ in watch.changes { server.show(await work.follow()) }
            }
            let asked = signals.asked
            group.addTask { for await _ in asked { return } }
            await group.next()
            watch.stop()
            group.cancelAll()
        }
        // Until here they have to be listened to.
        signals.leave()
    }

    private func start(_ site: ShownSite) async throws -> DevServer {
        do {
            return try await DevServer(site, port: port)
        } catch ServerRefusal.noFreePort {
            throw UsageError(
                message: "no port from \(port) on is free\n  help: name another one with --port, or 0 for any"
            )
        } catch ServerRefusal.refused(let port, let reason) {
            throw UsageError(
                message:
                    "port \(port) cannot be had: \(reason)\n  help: name another one with --port, such as 4040"
            )
        }
    }
}

/// The signals by which a program is asked to end.
private struct Signals {
    /// One element for each that comes.
    let asked: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    /// From now on they are taken. The second of a kind ends the program at once, as ever.
    init() {
        let (asked, told) = AsyncStream<Void>.makeStream()
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                told.yield()
            }
            source.resume()
            return source
        }
        self.asked = asked
    }

    func leave() { for source in sources { source.cancel() } }
}
