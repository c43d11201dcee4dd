import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Why a server cannot start.
public enum ServerRefusal: Error, Hashable {
    /// No port from the one that was asked for on is free.
    case noFreePort(from: Int)
    /// The system does not let us have the port.
    case refused(port: Int, reason: String)
}

/// Shows a site to browsers on this machine, and lets open pages follow it.
public struct DevServer: Sendable {
    /// How many ports are tried.
    private static let tries = 100
    private static let host = "127.0.0.1"

    private typealias Client = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    private let listening: NIOAsyncChannel<Client, Never>
    private let broadcast: Broadcast
    /// The port that was had.
    public let port: Int

    /// The address of the site.
    public var address: String { "http://\(Self.host):\(port)/" }

    /// Starts to listen, on a port or the next one that is free.
    /// - Parameter port: 0 for any.
    /// - Throws: `ServerRefusal`.
    public init(_ site: any ServedSite, port: Int) async throws {
        let last = port == 0 ? 0 : min(65535, port + Self.tries - 1)
        for candidate in port...last {
            do {
                listening = try await Self.listen(candidate)
                self.port = listening.channel.localAddress?.port ?? candidate
                broadcast = Broadcast(site)
                return
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                continue
            } catch let error as IOError {
                throw ServerRefusal.refused(
                    port: candidate, reason: String(cString: strerror(error.errnoCode)))
            }
        }
        throw ServerRefusal.noFreePort(from: port)
    }

    private static func listen(_ port: Int) async throws -> NIOAsyncChannel<Client, Never> {
        try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .bind(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    return try Client(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// Shows another state of the site from now on; open pages that look different in it are loaded again.
    public func show(_ site: any ServedSite) { broadcast.show(site) }

    /// Answers requests until the task is cancelled. Pages that listen are told good-bye then.
    public func run() async throws {
        let conversation = Conversation(responder: Responder(port: port), broadcast: broadcast)
        try await withTaskCancellationHandler {
            try await listening.executeThenClose { clients in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await client in clients {
                        group.addTask { await conversation.hold(with: client) }
                    }
                    group.cancelAll()
                }
            }
        } onCancel: {
            broadcast.end()
        }
    }
}
