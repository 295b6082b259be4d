package io.github.pollhttp.spi;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Decodes one body from a content coding such as gzip, in pieces of any size. Belongs to one thread at a time. */
public interface ContentDecoder extends AutoCloseable {
    /**
     * Decodes until the source is empty or the target is full; bytes may wait inside, so the source alone does not tell whether there is more.
     *
     * @param source coded bytes
     * @param target takes the decoded ones
     * @throws IOException if the bytes are not of this coding
     */
    void decode(ByteBuffer source, ByteBuffer target) throws IOException;

    /**
     * Whether a body that ends here is whole.
     *
     * @return false in the middle of the coded data
     */
    boolean isWhole();

    /** Frees what the decoder holds. */
    @Override
    void close();
}
