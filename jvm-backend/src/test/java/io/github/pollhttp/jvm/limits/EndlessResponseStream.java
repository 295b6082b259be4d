package io.github.pollhttp.jvm.limits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.StreamPeer;

/** A peer that takes everything at once, answers with more than anyone can take, and counts: work is measured by bytes, not by a clock. */
final class EndlessResponseStream implements StreamPeer {
    private final byte[] opening;
    private final byte[] repeated;
    private boolean asked;
    private boolean closed;
    private long given;
    private long taken;
    private int calls;

    /**
     * @param opening how the answer begins, once something has been asked
     * @param repeated what it goes on with for ever
     */
    EndlessResponseStream(String opening, String repeated) {
        this.opening = opening.getBytes(StandardCharsets.ISO_8859_1);
        this.repeated = repeated.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read(ByteBuffer target) {
        calls++;
        if (!asked) {
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

    /** How many bytes the client has received. */
    long given() {
        return given;
    }

    /** How many bytes the client has sent. */
    long taken() {
        return taken;
    }

    /** How often the client has read or written. */
    int calls() {
        return calls;
    }
}
