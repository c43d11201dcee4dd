import NIOHTTP1
import Testing

@testable import DevServer

/// What a server says to requests.
struct ResponderTests {
    /// A site of a few files in memory.
    struct Site: ServedSite {
        var files = [
            "index.html": "<html><head><title>Home</title></head><body></body></html>",
            "decisions/index.html": "<html><head></head></html>", "a b.html": "<p>No head</p>",
            "assets/style.css": "body {}", "images/x.svg": "<svg/>", "notes": "?", "notes.MD": "# N",
        ]
        var surroundings = 0
        var problems = PageProblems.none

        func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
        func isFolder(_ path: String) -> Bool { files.keys.contains { $0.hasPrefix(path + "/") } }
    }

    private let responder = Responder(port: 4040)

    private func response(_ target: String, _ site: Site = Site()) -> Response {
        responder.response(to: target, of: CachedSite(site))
    }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8"), ("/a%20b.html", "text/html; charset=utf-8"),
        ("/assets/style.css?x=1", "text/css; charset=utf-8"), ("/images/x.svg", "image/svg+xml"),
        ("/notes", "application/octet-stream"), ("/notes.MD", "text/markdown; charset=utf-8"),
        ("/_precedent/live.js", "text/javascript; charset=utf-8"),
    ])
    func filesHaveTheirType(_ target: String, _ type: String) {
        let response = response(target)
        #expect(response.status == .ok)
        #expect(response.type == type)
    }

    @Test func pagesAloneHaveTheScript() throws {
        let page = String(decoding: response("/").bytes, as: UTF8.self)
        let tag = try #require(
            page.firstMatch(
                of: /<script src="\/_precedent\/live\.js\?version=([0-9a-f]+)" defer><\/script>\n<\/head>/)
        )
        #expect(String(tag.output.1) == responder.version(at: "/", of: CachedSite(Site())))
        #expect(page.replacing(tag.output.0, with: "</head>") == Site().files["index.html"])
        let bare = String(decoding: response("/a%20b.html").bytes, as: UTF8.self)
        #expect(bare.hasPrefix("<p>No head</p><script "))
        #expect(response("/assets/style.css").bytes == Array("body {}".utf8))
    }

    @Test(arguments: [
        ("/decisions", "/decisions/"), ("/decisions?q=a/b", "/decisions/?q=a/b"),
    ])
    func aFolderHasASlashBehindIt(_ target: String, _ location: String) {
        #expect(response(target).status == .found)
        #expect(response(target).location == location)
    }

    @Test(arguments: [
        "/images", "/images/", "/nothing", "/..", "/decisions/../index.html", "/_precedent/", "/index.html/",
    ])
    func whatIsNotThereIsNotFound(_ target: String) {
        let response = response(target)
        #expect(response.status == .notFound)
        #expect(String(decoding: response.bytes, as: UTF8.self).contains("Nothing is here yet"))
    }

    @Test func theSitesOwnPageTellsThatNothingIsThere() {
        var site = Site()
        site.files["404.html"] = "<head></head>Ours"
        let response = response("/nothing", site)
        #expect(response.status == .notFound)
        let page = String(decoding: response.bytes, as: UTF8.self)
        #expect(page.hasSuffix("Ours") && page.contains("live.js"))
    }

    @Test(arguments: [
        ("localhost:4040", true), ("LOCALHOST:4040", true), ("127.0.0.1:4040", true), ("[::1]:4040", true),
        ("localhost", false), ("localhost:4041", false), ("evil.example:4040", false),
        ("127.0.0.2:4040", false),
        ("localhost:4040.evil.example", false), ("localhost.:4040", false), ("", false),
    ])
    func onlyThisMachineIsAnswered(_ host: String, _ isAnswered: Bool) {
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: ["Host": host])
        #expect(responder.refusal(of: head)?.status == (isAnswered ? nil : .misdirectedRequest))
    }

    @Test func aHostIsNamedOnce() {
        for headers in [HTTPHeaders(), ["Host": "localhost:4040", "host": "localhost:4040"]] {
            let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: headers)
            #expect(responder.refusal(of: head)?.status == .misdirectedRequest)
        }
    }

    @Test(arguments: [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .TRACE, .RAW(value: "BREW")])
    func pagesAreOnlyRead(_ method: HTTPMethod) {
        let head = HTTPRequestHead(
            version: .http1_1, method: method, uri: "/", headers: ["Host": "localhost:4040"])
        #expect(responder.refusal(of: head)?.status == .methodNotAllowed)
        #expect(responder.refusal(of: head)?.allowed == "GET, HEAD")
    }

    @Test func aPageIsAnotherWhenItOrWhatItShowsIs() {
        let version = { (site: Site, target: String) in responder.version(at: target, of: CachedSite(site)) }
        var edited = Site()
        edited.files["index.html"] = "<head></head>New"
        #expect(version(edited, "/") != version(Site(), "/"))
        #expect(version(edited, "/decisions/") == version(Site(), "/decisions/"))
        var restyled = Site()
        restyled.surroundings = 1
        #expect(version(restyled, "/decisions/") != version(Site(), "/decisions/"))
        // A page that is not there yet.
        edited.files["new.html"] = "New"
        #expect(version(edited, "/new.html") != version(Site(), "/new.html"))
    }
}
