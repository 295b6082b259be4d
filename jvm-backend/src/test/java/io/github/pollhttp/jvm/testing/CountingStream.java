package io.github.pollhttp.jvm.testing;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;

/** Counts reads and writes of a socket. It wraps the socket directly, so each counted call is one system call. */
public final class CountingStream extends WrappedStream implements Selectable {
    private final Selectable channel;
    private final ByteBuffer programBuffer;
    private int reads;
    private int emptyReads;
    private int writes;
    private int partialWrites;
    private long bytesIntoProgramBuffer;
    private int quietChecks;

    /**
     * @param stream        the stream of a connected socket
     * @param programBuffer the buffer of the program; bytes that are read straight into it are counted apart
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
        quietChecks++;
        return channel.isQuiet();
    }

    /** The number of calls of {@link #isQuiet}, which may make a system call, too. */
    public int quietChecks() {
        return quietChecks;
    }

    public int reads() {
        return reads;
    }

    /** The number of reads that returned 0 bytes. */
    public int emptyReads() {
        return emptyReads;
    }

    /** The number of writes that did not take all bytes, because the socket was full. */
    public int partialWrites() {
        return partialWrites;
    }

    public int writes() {
        return writes;
    }

    /** The number of bytes that were read straight into the program's buffer, without a copy. */
    public long bytesIntoProgramBuffer() {
        return bytesIntoProgramBuffer;
    }
}
