package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses one deflate stream (RFC 1951), raw or in the zlib format (RFC 1950), from buffer to buffer. The buffers must have arrays, because
 * Android's {@link Inflater} takes other buffers only since API level 35.
 */
final class Inflation implements AutoCloseable {
    private final Inflater inflater;

    /** @param bare true for a raw deflate stream, without the header and checksum of zlib */
    Inflation(boolean bare) {
        inflater = new Inflater(bare);
    }

    /** Decompresses until the source is empty, the target is full or the stream has ended. Bytes after the end stay in the source. */
    void inflate(ByteBuffer source, ByteBuffer target) throws IOException {
        inflater.setInput(source.array(), source.arrayOffset() + source.position(), source.remaining());
        try {
            int count = 1;
            while (count > 0 && target.hasRemaining()) {
                count = inflater.inflate(target.array(), target.arrayOffset() + target.position(), target.remaining());
                target.position(target.position() + count);
            }
            source.position(source.limit() - inflater.getRemaining());
        } catch (DataFormatException e) {
            throw new IOException(e.getMessage() == null ? "it is damaged" : e.getMessage(), e);
        }
        if (inflater.needsDictionary()) {
            throw new IOException("it needs a preset dictionary, which HTTP does not provide");
        }
    }

    boolean isEnded() {
        return inflater.finished();
    }

    /** Prepares for the next stream. */
    void reset() {
        inflater.reset();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
