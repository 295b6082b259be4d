package io.github.pollhttp.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;

/** Stands right upon a channel, so that each of its calls is a system call, and counts them. */
final class CountingStream extends WrappedStream implements Awaitable {
    private final Awaitable channel;
    private final ByteBuffer programs;
    private int reads;
    private int readsInVain;
    private int writes;
    private int writesCutShort;
    private long intoProgram;

    /**
     * @param stream   of a connected socket
     * @param programs the program's own buffer
     */
    CountingStream(StreamPeer stream, ByteBuffer programs) {
        super(stream);
        this.channel = (Awaitable) stream;
        this.programs = programs;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        reads++;
        int count = super.read(target);
        if (count == 0) {
            readsInVain++;
        }
        intoProgram += target == programs ? count : 0;
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        writes++;
        int count = super.write(source);
        writesCutShort += source.hasRemaining() ? 1 : 0;
        return count;
    }

    @Override
    public void awaitedBy(Readiness readiness, boolean toWrite) {
        channel.awaitedBy(readiness, toWrite);
    }

    @Override
    public boolean isQuiet() {
        return channel.isQuiet();
    }

    int reads() {
        return reads;
    }

    /** Those that found nothing. */
    int readsInVain() {
        return readsInVain;
    }

    /** Those of which the peer took a part, or nothing. */
    int writesCutShort() {
        return writesCutShort;
    }

    int writes() {
        return writes;
    }

    /** How many bytes went from the system straight into the program's buffer. */
    long intoProgram() {
        return intoProgram;
    }
}
