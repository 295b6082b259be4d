package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

/** A body in memory. */
record ArrayContent(byte[] bytes) implements RequestContent {
    @Override
    public void copy(long from, ByteBuffer out) {
        int start = (int) from;
        out.put(bytes, start, Math.min(bytes.length - start, out.remaining()));
    }

    @Override
    public int mostSentAPoll() {
        return 1024 * 1024;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
