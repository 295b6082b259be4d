package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.spi.ContentDecoder;

/**
 * The content coding {@code deflate}: the zlib format (RFC 9110 section 8.4.1.2). Some servers send a raw deflate stream instead, which is accepted
 * too. The first two bytes tell which of them it is (RFC 1950 section 2.2).
 */
final class DeflateDecoder implements ContentDecoder {
    private static final int METHOD_MASK = 0x0F;
    private static final int DEFLATE = 8;

    private final ByteBuffer head = ByteBuffer.allocate(2);
    private final TrailingBytes trailing = new TrailingBytes();
    private Inflation inflation;

    @Override
    public void decode(ByteBuffer source, ByteBuffer target) throws IOException {
        while (head.hasRemaining() && source.hasRemaining()) {
            head.put(source.get());
        }
        if (head.hasRemaining()) {
            return;
        }
        if (inflation == null) {
            inflation = new Inflation(!isZlib());
            inflation.inflate(head.duplicate().flip(), target);
        }
        if (!inflation.isEnded()) {
            inflation.inflate(source, target);
        }
        if (inflation.isEnded()) {
            trailing.ignore(source);
        }
    }

    private boolean isZlib() {
        int first = head.get(0) & 0xFF;
        int both = first << 8 | head.get(1) & 0xFF;
        return (first & METHOD_MASK) == DEFLATE && both % 31 == 0;
    }

    @Override
    public boolean isWhole() {
        return inflation != null && inflation.isEnded();
    }

    @Override
    public void close() {
        if (inflation != null) {
            inflation.close();
        }
    }
}
