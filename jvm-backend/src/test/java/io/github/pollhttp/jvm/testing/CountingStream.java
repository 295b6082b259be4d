package io.github.pollhttp.jvm.testing;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;

/** Stands right upon a channel, so that each of its calls is a system call, and counts them. */
public final class CountingStream extends WrappedStream implements Selectable {
    private final Selectable channel;
    private final ByteBuffer programBuffer;
    private int reads;
    private int emptyReads;
    private int writes;
    private int partialWrites;
    private long bytesIntoProgramBuffer;

    /**
     * @param stream   of a connected socket
     * @param programBuffer the program's own buffer
     */
    public CountingStream(StreamPeer stream, ByteBuffer programBuffer) {
        super(stream);
        this.channel = (Selectable) stream;
        this.programBuffer = programBuffer;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        reads++;
        int count = super.read(target);
        if (count == 0) {
            emptyReads++;
        }
        bytesIntoProgramBuffer += target == programBuffer ? count : 0;
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        writes++;
        int count = super.write(source);
        partialWrites += source.hasRemaining() ? 1 : 0;
        return count;
    }

    @Override
    public void awaitedBy(WaitSet readiness, boolean toWrite) {
        channel.awaitedBy(readiness, toWrite);
    }

    @Override
    public boolean isQuiet() {
        return channel.isQuiet();
    }

    public int reads() {
        return reads;
    }

    /** Those that found nothing. */
    public int emptyReads() {
        return emptyReads;
    }

    /** Those of which the peer took a part, or nothing. */
    public int partialWrites() {
        return partialWrites;
    }

    public int writes() {
        return writes;
    }

    /** How many bytes went from the system straight into the program's buffer. */
    public long bytesIntoProgramBuffer() {
        return bytesIntoProgramBuffer;
    }
}
