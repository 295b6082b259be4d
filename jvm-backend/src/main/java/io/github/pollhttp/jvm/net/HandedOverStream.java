package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;

/** The stream of a connection that has switched to another protocol. Its first bytes are those that arrived together with the response head. */
public final class HandedOverStream implements StreamPeer {
    private final ByteBuffer received;
    private final StreamPeer stream;

    /**
     * @param received the bytes that arrived after the response head; they are copied
     * @param stream   the source of the bytes after them
     */
    public HandedOverStream(ByteBuffer received, StreamPeer stream) {
        this.received = ByteBuffer.allocate(received.remaining()).put(received).flip();
        this.stream = stream;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!received.hasRemaining()) {
            return stream.read(target);
        }
        int count = Math.min(received.remaining(), target.remaining());
        int limit = received.limit();
        target.put(received.limit(received.position() + count));
        received.limit(limit);
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return stream.write(source);
    }

    @Override
    public void close() {
        stream.close();
    }
}
