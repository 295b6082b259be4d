package io.github.pollhttp.jvm.limits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.StreamPeer;

/** A stream whose peer takes all bytes at once and answers with an endless response. It counts bytes and calls. */
final class EndlessResponseStream implements StreamPeer {
    private final byte[] opening;
    private final byte[] repeated;
    private boolean asked;
    private boolean closed;
    private long given;
    private long taken;
    private int calls;

    /**
     * @param opening  the first bytes of the response; they arrive after the first write
     * @param repeated the bytes that follow, again and again; empty for no response at all
     */
    EndlessResponseStream(String opening, String repeated) {
        this.opening = opening.getBytes(StandardCharsets.ISO_8859_1);
        this.repeated = repeated.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read(ByteBuffer target) {
        calls++;
        if (!asked || repeated.length == 0) {
            return 0;
        }
        int count = target.remaining();
        while (target.hasRemaining()) {
            target.put(given < opening.length
                    ? opening[(int) given]
                    : repeated[(int) ((given - opening.length) % repeated.length)]);
            given++;
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        calls++;
        asked = true;
        int count = source.remaining();
        taken += count;
        source.position(source.limit());
        return count;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Number of bytes that the client has read. */
    long given() {
        return given;
    }

    /** Number of bytes that the client has written. */
    long taken() {
        return taken;
    }

    /** Number of calls of read and write. */
    int calls() {
        return calls;
    }
}
