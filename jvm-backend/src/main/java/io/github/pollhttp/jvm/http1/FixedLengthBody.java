package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

/** Decodes a body whose length is known from the head (RFC 9112 section 6.2), possibly 0. It does not know how the length was announced. */
final class FixedLengthBody extends BodyDecoder {
    private long length;
    private long left;

    /** Begins a new body, even if the previous one is not complete. */
    FixedLengthBody of(long bytes) {
        length = bytes;
        left = bytes;
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
            throw ProtocolException
                    .truncated("the response's body ended after " + (length - left) + " of " + length + " bytes");
        }
    }

    @Override
    long announcedLength() {
        return length;
    }
}
