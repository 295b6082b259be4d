package io.github.pollhttp.jvm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

import io.github.pollhttp.Failure;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.spi.BackendException;
import io.github.pollhttp.spi.Endpoint;

/** Handshakes with a server on this computer under any name, which no name server has to know. */
final class Handshakes {
    private Handshakes() {}

    static TlsHandshake begin(String host, RawServer server, TLSOptions options) throws IOException {
        return new TlsHandshake(stream(server), new Endpoint(true, host, server.port()), options);
    }

    static StreamPeer stream(RawServer server) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
        channel.configureBlocking(false);
        return new TcpStream(channel);
    }

    static StreamPeer succeed(String host, RawServer server, TLSOptions options) throws IOException {
        StreamPeer[] stream = new StreamPeer[1];
        Failure failure = finish(begin(host, server, options), stream);
        if (failure != null) {
            throw new AssertionError(failure.message(), failure.cause());
        }
        return stream[0];
    }

    static Failure fail(String host, RawServer server, TLSOptions options) throws IOException {
        StreamPeer[] stream = new StreamPeer[1];
        Failure failure = finish(begin(host, server, options), stream);
        if (failure == null) {
            stream[0].close();
            throw new AssertionError("the handshake with " + host + " did not fail");
        }
        return failure;
    }

    private static Failure finish(TlsHandshake handshake, StreamPeer[] stream) {
        Failure[] failure = new Failure[1];
        Game.await(() -> {
            try {
                stream[0] = handshake.poll();
            } catch (BackendException e) {
                failure[0] = e.failure();
            }
            return stream[0] != null || failure[0] != null;
        });
        return failure[0];
    }

    /** Of one that has to succeed. */
    static StreamPeer poll(TlsHandshake handshake) {
        try {
            return handshake.poll();
        } catch (BackendException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
