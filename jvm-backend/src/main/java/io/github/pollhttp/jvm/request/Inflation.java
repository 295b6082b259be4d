package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One deflate stream (RFC 1951), bare or in zlib's wrapping (RFC 1950), from buffer to buffer. */
final class Inflation implements AutoCloseable {
    private final Inflater inflater;

    /** @param bare without zlib's header and check sum */
    Inflation(boolean bare) {
        inflater = new Inflater(bare);
    }

    /** Goes on until the source is empty, the target full, or the stream at its end; what is behind the end stays in the source. */
    void inflate(ByteBuffer source, ByteBuffer target) throws IOException {
        inflater.setInput(source);
        try {
            int count = 1;
            while (count > 0 && target.hasRemaining()) {
                count = inflater.inflate(target);
            }
        } catch (DataFormatException e) {
            throw new IOException(e.getMessage() == null ? "it is damaged" : e.getMessage(), e);
        }
        if (inflater.needsDictionary()) {
            throw new IOException("it needs a dictionary");
        }
    }

    boolean isEnded() {
        return inflater.finished();
    }

    /** Makes it ready for the next stream. */
    void reset() {
        inflater.reset();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
