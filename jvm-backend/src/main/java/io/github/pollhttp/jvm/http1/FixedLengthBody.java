package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

/** A body whose length is known: Content-Length, or none at all (RFC 9112 section 6.2). */
final class FixedLengthBody extends BodyDecoder {
    private long length;
    private long left;

    FixedLengthBody of(long announced) {
        length = announced;
        left = announced;
        return this;
    }

    @Override
    void decode(ByteBuffer in, ByteBuffer out) {
        left -= move(in, out, left);
    }

    @Override
    boolean isEnded() {
        return left == 0;
    }

    @Override
    long plainBytes() {
        return left;
    }

    @Override
    void passed(int count) {
        left -= count;
    }

    @Override
    void endOfStream() throws ProtocolException {
        if (left > 0) {
            throw ProtocolException.truncated("the body ended after " + (length - left) + " of " + length + " bytes");
        }
    }

    @Override
    long announcedLength() {
        return length;
    }
}
