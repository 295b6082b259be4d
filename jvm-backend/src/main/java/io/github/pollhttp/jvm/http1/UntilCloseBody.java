package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

/** Decodes a body that ends at the end of the connection (RFC 9112 section 6.3 item 8). It does not know why the connection ended. */
final class UntilCloseBody extends BodyDecoder {
    private boolean ended;

    @Override
    void decode(ByteBuffer in, ByteBuffer out) {
        move(in, out, Long.MAX_VALUE);
    }

    @Override
    boolean isEnded() {
        return ended;
    }

    @Override
    long plainBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    void passed(int count) {}

    @Override
    void endOfStream() {
        ended = true;
    }
}
