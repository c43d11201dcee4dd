import NIOHTTP1

/// What a server says to a request, but for the events of a page.
struct Response: Sendable {
    let status: HTTPResponseStatus
    let type: String
    let bytes: [UInt8]
    /// Where to go instead.
    var location: String?
    /// The methods that would do.
    var allowed: String?
}

/// Answers requests for the files of a site.
struct Responder: Sendable {
    /// The port by which browsers know the server.
    let port: Int

    /// Why a request gets nothing of the site; `nil` where it is in order.
    ///
    /// A page of somebody else's whose name leads to this machine (DNS rebinding) says that name as the host; a browser lets no
    /// page say another.
    func refusal(of head: HTTPRequestHead) -> Response? {
        let hosts = head.headers["host"]
        guard hosts.count == 1, names.contains(hosts[0].lowercased()) else {
            return text(.misdirectedRequest, "This server answers to localhost only.\n")
        }
        guard head.method == .GET || head.method == .HEAD else {
            return text(
                .methodNotAllowed, "Pages can be read here, and nothing else.\n", allowed: "GET, HEAD")
        }
        return nil
    }

    private var names: [String] {
        let hosts = ["localhost", "127.0.0.1", "[::1]"]
        return hosts.map { "\($0):\(port)" } + (port == 80 ? hosts : [])
    }

    /// What there is at the target of a request.
    func response(to target: String, of site: CachedSite) -> Response {
        guard let address = SiteAddress(target) else { return notFound(site) }
        if address.file == LiveScript.path {
            return Response(
                status: .ok, type: ContentType.of(LiveScript.path), bytes: Array(LiveScript.text.utf8))
        }
        if let bytes = site.bytes(of: address.file) {
            return response(.ok, ContentType.of(address.file), bytes, of: site)
        }
        if !address.isFolder, site.site.isFolder(address.path),
            site.bytes(of: address.path + "/index.html") != nil
        {
            let path = target.prefix { $0 != "?" && $0 != "#" }
            var moved = text(.found, "")
            moved.location = path + "/" + target.dropFirst(path.count)
            return moved
        }
        return notFound(site)
    }

    private func notFound(_ site: CachedSite) -> Response {
        let page = site.bytes(of: "404.html") ?? Array(Self.nothing.utf8)
        return response(.notFound, ContentType.page, page, of: site)
    }

    /// Which version of a page a browser would get now.
    func version(at target: String, of site: CachedSite) -> String {
        let bytes = SiteAddress(target).flatMap { site.bytes(of: $0.file) }
        return site.version(of: bytes ?? site.bytes(of: "404.html") ?? Array(Self.nothing.utf8))
    }

    private func response(
        _ status: HTTPResponseStatus, _ type: String, _ bytes: [UInt8], of site: CachedSite
    ) -> Response {
        guard type == ContentType.page else { return Response(status: status, type: type, bytes: bytes) }
        let page = LiveScript.added(to: bytes, version: site.version(of: bytes))
        return Response(status: status, type: type, bytes: page)
    }

    private func text(_ status: HTTPResponseStatus, _ words: String, allowed: String? = nil) -> Response {
        Response(
            status: status, type: ContentType.of("x.txt"), bytes: Array(words.utf8), allowed: allowed)
    }

    /// What is shown where the site has no page for it: nothing has been built yet.
    private static let nothing = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Nothing is here yet</title>
        </head>
        <body>
        <h1>Nothing is here yet</h1>
        <p>The site has no page at this address. Where problems keep it from being built, they are shown below and in the terminal; once they are mended, the page follows by itself.</p>
        </body>
        </html>

        """
}
