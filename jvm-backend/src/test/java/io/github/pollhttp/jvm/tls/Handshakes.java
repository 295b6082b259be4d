package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

import io.github.pollhttp.Failure;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.TcpStream;

/** Runs TLS handshakes with a server on this computer under any host name, without DNS. */
public final class Handshakes {
    private Handshakes() {}

    static ConnectStep begin(String host, RawServer server, TLSOptions options) throws IOException {
        return begin(host, stream(server), options);
    }

    /**
     * @param host   host name that the certificate must be for
     * @param stream connection to the server
     */
    static ConnectStep begin(String host, StreamPeer stream, TLSOptions options) {
        Endpoint endpoint = new Endpoint(true, host, 443);
        return begin(endpoint, stream, options, true);
    }

    /** @param mayAskResponders false if the client has a proxy */
    static ConnectStep begin(Endpoint endpoint, StreamPeer stream, TLSOptions options, boolean mayAskResponders) {
        return new TlsHandshake(stream, endpoint, options, mayAskResponders, Failures.to(endpoint, null));
    }

    public static StreamPeer stream(RawServer server) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
        channel.configureBlocking(false);
        return new TcpStream(channel);
    }

    /** The handshake succeeds if a server presents this identity as game.example. */
    static void assertAccepted(Identity identity, TLSOptions options) throws Exception {
        try (RawServer server = serve(identity)) {
            succeed("game.example", server, options).close();
        }
    }

    /** The handshake fails if a server presents this identity as game.example. */
    static Failure assertFails(Identity identity, TLSOptions options) throws Exception {
        try (RawServer server = serve(identity)) {
            return fail("game.example", server, options);
        }
    }

    private static RawServer serve(Identity identity) throws Exception {
        return new RawServer(TlsConversation.by(identity, RawServer::awaitEnd));
    }

    public static StreamPeer succeed(String host, RawServer server, TLSOptions options) throws IOException {
        return succeed(host, stream(server), options);
    }

    public static StreamPeer succeed(String host, StreamPeer below, TLSOptions options) {
        StreamPeer[] stream = new StreamPeer[1];
        Failure failure = finish(begin(host, below, options), stream);
        if (failure != null) {
            throw new AssertionError(failure.message(), failure.cause());
        }
        return stream[0];
    }

    public static Failure fail(String host, RawServer server, TLSOptions options) throws IOException {
        return fail(host, stream(server), options);
    }

    public static Failure fail(String host, StreamPeer below, TLSOptions options) {
        StreamPeer[] stream = new StreamPeer[1];
        Failure failure = finish(begin(host, below, options), stream);
        if (failure == null) {
            stream[0].close();
            throw new AssertionError("the handshake with " + host + " did not fail");
        }
        return failure;
    }

    static Failure finish(ConnectStep handshake, StreamPeer[] stream) {
        Failure[] failure = new Failure[1];
        GameLoop.await(() -> {
            try {
                stream[0] = handshake.poll();
            } catch (FailureException e) {
                failure[0] = e.failure();
            }
            return stream[0] != null || failure[0] != null;
        });
        return failure[0];
    }

    /** Polls a handshake that must not fail. */
    static StreamPeer poll(ConnectStep handshake) {
        try {
            return handshake.poll();
        } catch (FailureException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
