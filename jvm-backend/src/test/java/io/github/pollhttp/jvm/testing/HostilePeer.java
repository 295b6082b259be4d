package io.github.pollhttp.jvm.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;

import io.github.pollhttp.StreamPeer;

/** A peer that sends given bytes in pieces, whatever it receives, and then ends the stream. Each second read finds nothing. */
public final class HostilePeer implements StreamPeer {
    private final ByteBuffer bytes;
    private final IntUnaryOperator cut;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int reads;
    private boolean closed;

    /** @param cut the length of the next piece, given the number of remaining bytes */
    public HostilePeer(byte[] bytes, IntUnaryOperator cut) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.cut = cut;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (!target.hasRemaining() || ++reads % 2 == 0) {
            return 0;
        }
        if (!bytes.hasRemaining()) {
            return -1;
        }
        int count = Math.min(target.remaining(), cut.applyAsInt(bytes.remaining()));
        target.put(bytes.slice(bytes.position(), count));
        bytes.position(bytes.position() + count);
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        requireOpen();
        int count = source.remaining();
        while (source.hasRemaining()) {
            received.write(source.get());
        }
        return count;
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
    }

    public int reads() {
        return reads;
    }

    public boolean isClosed() {
        return closed;
    }

    /** @return what the client has sent */
    public byte[] received() {
        return received.toByteArray();
    }

    @Override
    public void close() {
        closed = true;
    }
}
