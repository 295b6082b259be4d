package io.github.pollhttp.jvm.testing;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;

/** Reads and writes at most one byte per call, and none in every other call. */
public final class ByteByByteStream extends WrappedStream {
    private int reads;
    private int writes;

    public ByteByByteStream(StreamPeer stream) {
        super(stream);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (reads++ % 2 == 0 || !target.hasRemaining()) {
            return 0;
        }
        ByteBuffer one = ByteBuffer.allocate(1);
        int count = super.read(one);
        target.put(one.flip());
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (writes++ % 2 == 0 || !source.hasRemaining()) {
            return 0;
        }
        int limit = source.limit();
        int count = super.write(source.limit(source.position() + 1));
        source.limit(limit);
        return count;
    }
}
