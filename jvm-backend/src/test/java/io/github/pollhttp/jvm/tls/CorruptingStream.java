package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.testing.WrappedStream;

/** A stream that changes received bytes, like a transmission error or an attacker: the last one of each read after {@link #begin}, or a single one. */
final class CorruptingStream extends WrappedStream {
    private boolean corrupting;
    private long only = -1;
    private long received;

    CorruptingStream(StreamPeer stream) {
        super(stream);
    }

    void begin() {
        corrupting = true;
    }

    /** Changes one bit of the byte at this position of all received bytes. */
    void beginAt(long position) {
        only = position;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = super.read(target);
        if (corrupting && count > 0) {
            int last = target.position() - 1;
            target.put(last, (byte) (target.get(last) ^ 1));
        }
        if (count > 0) {
            if (received <= only && only < received + count) {
                int changed = target.position() - count + (int) (only - received);
                target.put(changed, (byte) (target.get(changed) ^ 1));
            }
            received += count;
        }
        return count;
    }
}
