import Foundation
import NIOCore
import NIOHTTP1

/// What goes to and fro on one connection.
struct Conversation: Sendable {
    let responder: Responder
    let broadcast: Broadcast

    typealias Reply = HTTPServerResponsePart
    private typealias Requests = NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator

    /// Answers requests until either side has enough.
    func hold(with client: NIOAsyncChannel<HTTPServerRequestPart, Reply>) async {
        // A browser that goes away in the middle is nobody's mistake.
        try? await client.executeThenClose { requests, replies in
            var parts = requests.makeAsyncIterator()
            while let part = try await parts.next() {
                guard case .head(let head) = part else { continue }
                while let rest = try await parts.next() { if case .end = rest { break } }
                let refusal = responder.refusal(of: head)
                if refusal == nil, let page = Self.pageThatListens(head) {
                    try await tell(page, by: replies) { while try await parts.next() != nil {} }
                    return
                }
                let response = refusal ?? responder.response(to: head.uri, of: broadcast.site)
                let goesOn = head.isKeepAlive && refusal == nil
                try await send(response, to: head, by: replies, goesOn: goesOn)
                if !goesOn { return }
            }
        }
    }

    private func send(
        _ response: Response, to head: HTTPRequestHead, by replies: NIOAsyncChannelOutboundWriter<Reply>,
        goesOn: Bool
    ) async throws {
        var headers = Self.headers(type: response.type)
        headers.add(name: "content-length", value: String(response.bytes.count))
        if let location = response.location { headers.add(name: "location", value: location) }
        if let allowed = response.allowed { headers.add(name: "allow", value: allowed) }
        if !goesOn { headers.add(name: "connection", value: "close") }
        try await replies.write(
            .head(HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)))
        if head.method != .HEAD {
            try await replies.write(.body(.byteBuffer(ByteBuffer(bytes: response.bytes))))
        }
        try await replies.write(.end(nil))
    }

    /// What all answers have: nothing is kept, nothing is guessed, and no other site may show it as its own.
    private static func headers(type: String) -> HTTPHeaders {
        [
            "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff",
            "cross-origin-resource-policy": "same-origin",
        ]
    }

    // MARK: Events

    /// A page that wants to hear when it changes.
    private struct Listener: Sendable {
        /// Its address.
        let target: String
        /// What it shows.
        let version: String
    }

    private static func pageThatListens(_ head: HTTPRequestHead) -> Listener? {
        guard head.method == .GET, SiteAddress(head.uri)?.path == LiveScript.eventsPath else { return nil }
        let asked = URLComponents(string: head.uri)?.queryItems ?? []
        let value = { name in asked.first { $0.name == name }?.value ?? "" }
        return Listener(target: value("page"), version: value("version"))
    }

    /// Sends events (HTML, 9.2) until the page or the server is gone.
    /// - Parameter staying: waits until the page is.
    private func tell(
        _ page: Listener, by replies: NIOAsyncChannelOutboundWriter<Reply>,
        while staying: () async throws -> Void
    ) async throws {
        let changes = broadcast.changes()
        try await replies.write(
            .head(
                HTTPResponseHead(
                    version: .http1_1, status: .ok, headers: Self.headers(type: "text/event-stream"))))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await self.sendEvents(to: page, at: changes, by: replies)
                replies.finish()
            }
            try await staying()
            group.cancelAll()
        }
    }

    private func sendEvents(
        to page: Listener, at changes: AsyncStream<Void>, by replies: NIOAsyncChannelOutboundWriter<Reply>
    ) async throws {
        try await replies.write(.body(.byteBuffer(ByteBuffer(string: "retry: 500\n\n"))))
        var version = page.version
        var problems = PageProblems?.none
        func tell() async throws {
            let site = broadcast.site
            if problems != site.site.problems {
                problems = site.site.problems
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                let text = String(decoding: try encoder.encode(problems), as: UTF8.self)
                try await replies.write(
                    .body(.byteBuffer(ByteBuffer(string: "event: problems\ndata: \(text)\n\n"))))
            }
            let now = responder.version(at: page.target, of: site)
            guard now != version else { return }
            version = now
            try await replies.write(.body(.byteBuffer(ByteBuffer(string: "event: reload\ndata: \(now)\n\n"))))
        }
        // What changed before the page began to listen.
        try await tell()
        for await _ in changes { try await tell() }
        try await replies.write(.end(nil))
    }
}
