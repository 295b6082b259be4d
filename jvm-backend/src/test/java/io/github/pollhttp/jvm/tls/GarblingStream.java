package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.WrappedStream;

/** Changes the last byte of whatever is read, from a moment on. */
final class GarblingStream extends WrappedStream {
    private boolean garbling;

    GarblingStream(StreamPeer stream) {
        super(stream);
    }

    void begin() {
        garbling = true;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = super.read(target);
        if (garbling && count > 0) {
            int last = target.position() - 1;
            target.put(last, (byte) (target.get(last) ^ 1));
        }
        return count;
    }
}
