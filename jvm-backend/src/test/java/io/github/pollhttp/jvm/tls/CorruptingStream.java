package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.testing.WrappedStream;

/** A stream that changes the last byte of each read after {@link #begin}, like a transmission error or an attacker. */
final class CorruptingStream extends WrappedStream {
    private boolean corrupting;

    CorruptingStream(StreamPeer stream) {
        super(stream);
    }

    void begin() {
        corrupting = true;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = super.read(target);
        if (corrupting && count > 0) {
            int last = target.position() - 1;
            target.put(last, (byte) (target.get(last) ^ 1));
        }
        return count;
    }
}
