package io.github.pollhttp.jvm.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import io.github.pollhttp.StreamPeer;

/** A program's own transport: what {@code set_connection} hands to the client. */
final class SocketChannelPeer implements StreamPeer {
    private final SocketChannel channel;

    private SocketChannelPeer(SocketChannel channel) {
        this.channel = channel;
    }

    static SocketChannelPeer connectedTo(InetSocketAddress address) {
        try {
            SocketChannel channel = SocketChannel.open(address);
            channel.configureBlocking(false);
            return new SocketChannelPeer(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return channel.write(source);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
