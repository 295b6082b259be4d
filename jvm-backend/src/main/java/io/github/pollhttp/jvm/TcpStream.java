package io.github.pollhttp.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import io.github.pollhttp.StreamPeer;

/** A connected, non-blocking TCP socket. */
final class TcpStream implements StreamPeer {
    private final SocketChannel channel;

    TcpStream(SocketChannel channel) {
        this.channel = channel;
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
        closeQuietly(channel);
    }

    static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the connection is gone either way, and nobody waits for its last bytes
        }
    }
}
