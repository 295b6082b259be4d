package io.github.pollhttp.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.spi.ContentDecoder;

/**
 * Decodes one body from one or more content codings, the last applied one first (RFC 9110 section 8.4). Between two decoders there is a buffer. One
 * call fills each buffer at most once, so that its work is bounded, whatever the codings expand to.
 */
public class DecoderChain {
    private final ContentDecoder[] decoders;
    /** The decoded bytes of each decoder except the last, for the next one to read. */
    private final List<ByteBuffer> between = new ArrayList<>();
    private final boolean[] fed;
    /** Null until {@link #keep} has bytes to keep, so that a small body needs no buffer of its own. */
    private @Nullable ByteBuffer untaken;

    /**
     * Creates a chain that owns the decoders.
     *
     * @param decoders   at least one, in the order in which they decode
     * @param bufferSize the size of a buffer between two decoders, in bytes
     */
    public DecoderChain(List<ContentDecoder> decoders, int bufferSize) {
        this.decoders = decoders.toArray(new ContentDecoder[0]);
        this.fed = new boolean[decoders.size()];
        for (int i = 1; i < decoders.size(); i++) {
            between.add(ByteBuffer.allocate(bufferSize).limit(0));
        }
    }

    /**
     * Decodes what the buffers have room for.
     *
     * @param source the bytes of the body; may be empty
     * @param target a buffer for decoded bytes
     * @return whether any decoder has read or written bytes; if none has, they need more of the source
     * @throws IOException if the bytes are not in these codings
     */
    public boolean decode(ByteBuffer source, ByteBuffer target) throws IOException {
        boolean progressed = false;
        for (int i = 0; i < decoders.length; i++) {
            ByteBuffer in = i == 0 ? source : between.get(i - 1);
            if (i == between.size()) {
                progressed |= decode(i, in, target);
            } else if (!between.get(i).hasRemaining()) {
                progressed |= decode(i, in, between.get(i).clear());
                between.get(i).flip();
            }
        }
        return progressed;
    }

    private boolean decode(int index, ByteBuffer in, ByteBuffer out) throws IOException {
        int before = in.remaining();
        int start = out.position();
        fed[index] |= before > 0;
        decoders[index].decode(in, out);
        return in.remaining() < before || out.position() > start;
    }

    /**
     * Returns the bytes that {@link #keep} has kept and that are not decoded yet.
     *
     * @return a buffer with at least one byte; null if there is none
     */
    public @Nullable ByteBuffer untaken() {
        return untaken != null && untaken.hasRemaining() ? untaken : null;
    }

    /**
     * Keeps the bytes that {@link #decode} did not take because the target was full.
     *
     * @param source the source of the last call, a buffer that others use afterwards, or the one of {@link #untaken}
     */
    public void keep(ByteBuffer source) {
        if (source != untaken && source.hasRemaining()) {
            if (untaken == null || untaken.capacity() < source.remaining()) {
                untaken = ByteBuffer.allocate(untaken == null ? source.remaining() : source.capacity());
            }
            untaken.clear().put(source).flip();
        }
    }

    /**
     * Whether the coded data is complete, so that the body may end here. An empty body is complete in any coding.
     *
     * @return true if the body may end here
     */
    public boolean isWhole() {
        for (int i = 0; i < decoders.length; i++) {
            if (fed[i] && !decoders[i].isWhole() || i < between.size() && between.get(i).hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    /** Frees the memory of the decoders. */
    public void close() {
        for (ContentDecoder each : decoders) {
            each.close();
        }
    }
}
