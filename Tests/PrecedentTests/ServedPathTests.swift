import Foundation
import Testing

/// No request gets what lies outside of the site that is served.
@Suite(.serialized)
struct ServedPathTests {
    private static let secret = "Nobody may read this."

    /// A site that is served, and the folders that are there as long as this is.
    private struct Serving {
        let folders: [TemporaryFolder]
        let program: ServingProgram
    }

    private func serving() async throws -> Serving {
        let folder = try TemporaryFolder()
        try folder.write("secret.txt", Self.secret)
        try folder.write("outside/secret.txt", Self.secret)
        let site = try TemporaryFolder(in: folder, named: "site")
        try SmallSite.write(to: site)
        try site.write("notes.txt", Self.secret)
        try site.write("public/left.html", Self.secret)
        try site.write("content/.hidden.txt", Self.secret)
        try site.write("content/plain.txt", "Everybody may.")
        try site.write("templates/assets/own.css", "body {}")
        for (link, target) in [
            ("content/leak.txt", "../../secret.txt"), ("content/absolute.txt", folder.path + "/secret.txt"),
            ("content/passwd", "/etc/passwd"), ("content/outside", "../../outside"),
            ("content/above", "../.."), ("content/root", "/"), ("content/inside.txt", "plain.txt"),
            ("templates/assets/leak.css", "../../../secret.txt"), ("public/leak.txt", "../../secret.txt"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(site.path)/\(link)", withDestinationPath: target)
        }
        return Serving(folders: [folder, site], program: try await ServingProgram(in: site))
    }

    private static let attempts = [
        "/../secret.txt", "/../../etc/passwd", "/decisions/../../secret.txt", "/./../secret.txt", "/..",
        "/../",
        "/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/.%2e/secret.txt", "/%2e./secret.txt",
        "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/..%2Fsecret.txt", "/decisions%2f..%2f..%2fsecret.txt",
        "/%252e%252e/secret.txt", "/%252e%252e%252fsecret.txt", "/..%252fsecret.txt",
        "/%25252e%25252e/secret.txt",
        "/..\\secret.txt", "/..%5csecret.txt", "/%5c..%5csecret.txt", "/decisions\\..\\..\\secret.txt",
        "/plain.txt%00", "/plain.txt%00.html", "/%00/../secret.txt", "/secret.txt%00", "//etc/passwd",
        "///etc/passwd", "//localhost/etc/passwd", "/etc/passwd", "/%2fetc%2fpasswd", "/%2Fetc/passwd",
        "/file:///etc/passwd", "/~root", "/proc/self/environ", "/%c0%ae%c0%ae/secret.txt",
        "/%c0%ae%c0%ae%c0%afsecret.txt", "/%uff0e%uff0e/secret.txt", "/%ef%bc%8e%ef%bc%8e/secret.txt",
        "/..;/secret.txt", "/decisions/..;/..;/secret.txt", "/....//secret.txt", "/.../secret.txt",
        "/content/index.md", "/precedent.yml", "/notes.txt", "/public/left.html", "/left.html",
        "/.hidden.txt",
        "/templates/page.mustache", "/.git/config", "/leak.txt", "/absolute.txt", "/passwd",
        "/outside/secret.txt",
        "/outside/", "/above/secret.txt", "/above/", "/root/etc/passwd", "/assets/leak.css", "/plain.txt/",
        "/plain.txt/../../secret.txt", "/assets/../../secret.txt", "/_precedent/../../secret.txt",
        "/_precedent/%2e%2e/%2e%2e/secret.txt", "/?page=../secret.txt/../..",
        "/_precedent/live.js/../../secret.txt",
    ]

    @Test func nothingOutsideIsShown() async throws {
        let serving = try await serving()
        defer { withExtendedLifetime(serving.folders) {} }
        let program = serving.program
        for target in Self.attempts where target != "/?page=../secret.txt/../.." {
            let reply = try await program.get(target)
            #expect(reply.status == 404, "\(target)")
            #expect(!reply.body.contains(Self.secret) && !reply.body.contains("root:"), "\(target)")
        }
        #expect(try await program.get("/?page=../secret.txt/../..").status == 200)
        #expect(try await program.get("/plain.txt").body == "Everybody may.")
        #expect(try await program.get("/inside.txt").body == "Everybody may.")
        #expect(try await program.get("/assets/own.css").body == "body {}")
    }

    @Test func noOtherFormOfARequestIs() async throws {
        let serving = try await serving()
        defer { withExtendedLifetime(serving.folders) {} }
        let program = serving.program
        for line in [
            "GET ../secret.txt HTTP/1.1", "GET secret.txt HTTP/1.1", "GET file:///etc/passwd HTTP/1.1",
            "GET http://localhost/../secret.txt HTTP/1.1", "GET \\..\\secret.txt HTTP/1.1",
            "GET /%2e%2e/secret.txt HTTP/1.0", "OPTIONS * HTTP/1.1", "PUT /../secret.txt HTTP/1.1",
            "CONNECT localhost:22 HTTP/1.1", "GET /\u{1}/../secret.txt HTTP/1.1", "GET /../secret.txt",
            "NONSENSE",
        ] {
            let reply = try await program.reply(
                to: "\(line)\r\nHost: localhost:\(program.port)\r\nConnection: close\r\n\r\n")
            #expect(reply.status == 0 || (400..<500).contains(reply.status), "\(line): \(reply.head)")
            #expect(!reply.body.contains(Self.secret) && !reply.body.contains("root:"), "\(line)")
            // And it serves on.
            #expect(try await program.get("/").status == 200, "\(line)")
        }
    }

    /// A page of somebody else's whose name leads here.
    @Test func anotherHostIsNotAnswered() async throws {
        let serving = try await serving()
        defer { withExtendedLifetime(serving.folders) {} }
        let port = serving.program.port
        for host in [
            "evil.example", "evil.example:\(port)", "localhost", "127.0.0.1:1",
            "localhost:\(port)\r\nHost: evil.example",
        ] {
            for path in ["/", "/_precedent/events?page=/&version=0", "/decisions/log/records.js"] {
                let reply = try await serving.program.reply(
                    to: "GET \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
                #expect(reply.status == 421 || reply.status == 400, "\(host), \(path)")
                #expect(!reply.body.contains("Messaging"))
            }
        }
    }

    @Test func requestsFollowEachOtherOnOneConnection() async throws {
        let serving = try await serving()
        defer { withExtendedLifetime(serving.folders) {} }
        let program = serving.program
        let head = { (method: String, path: String, close: Bool) in
            "\(method) \(path) HTTP/1.1\r\nHost: localhost:\(program.port)\r\n\(close ? "Connection: close\r\n" : "")\r\n"
        }
        let connection = try Connection(to: program.port)
        try connection.send(
            head("HEAD", "/plain.txt", false) + head("GET", "/../secret.txt", false)
                + head("GET", "/plain.txt", true))
        let all = String(decoding: await connection.readToEnd(), as: UTF8.self)
        #expect(all.matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.output.1) } == ["200", "404", "200"])
        #expect(all.contains("content-length: 14"))
        // Of a request for the head there is no body.
        #expect(all.ranges(of: "Everybody may.").count == 1 && all.hasSuffix("Everybody may."))
        let refused = try await program.reply(
            to: "POST / HTTP/1.1\r\nHost: localhost:\(program.port)\r\nContent-Length: 5\r\n\r\nhello")
        #expect(refused.status == 405)
        #expect(refused.field("allow") == "GET, HEAD")
    }
}
