package io.github.pollhttp.spi;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Decodes one body from a content coding such as gzip, in pieces of any size. Not safe for use by several threads at once. */
public interface ContentDecoder extends AutoCloseable {
    /**
     * Decodes until the source is empty or the target is full. The decoder may still hold bytes when the source is empty: call it again while it
     * fills the target.
     *
     * @param source the coded bytes; its position moves past those read
     * @param target the buffer for the decoded bytes; its position moves past those written
     * @throws IOException if the bytes are not in this coding
     */
    void decode(ByteBuffer source, ByteBuffer target) throws IOException;

    /**
     * Whether the coded data is complete.
     *
     * @return true if the body may end here; false in the middle of the coded data
     */
    boolean isWhole();

    /** Frees the memory of the decoder. */
    @Override
    void close();
}
