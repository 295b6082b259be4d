package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Decodes the body of a response from the received bytes, one subclass for each framing (RFC 9112 section 6.3). It does not know the head, nor which
 * framing applies.
 */
abstract class BodyDecoder {
    /**
     * Moves body bytes from {@code in} to {@code out} until one of them is exhausted or the body ends.
     *
     * @param in  received bytes; bytes after the end of the body stay in it
     * @param out receives the body
     * @throws ProtocolException if the framing is invalid
     */
    abstract void decode(ByteBuffer in, ByteBuffer out) throws ProtocolException;

    /** @return whether the whole body, with its framing, has been decoded */
    abstract boolean isEnded();

    /**
     * Reports that the stream has ended.
     *
     * @throws ProtocolException if the body is not complete
     */
    abstract void endOfStream() throws ProtocolException;

    /** @return how many of the next bytes are body data without framing, so that they can be received directly into the program's buffer */
    long plainBytes() {
        return 0;
    }

    /** @return the Content-Length, or -1 if there is none */
    long announcedLength() {
        return -1;
    }

    /** @return the trailer fields as "Name: value"; empty before the end of the body, or if there are none */
    List<String> trailers() {
        return List.of();
    }

    /** Counts body bytes that were received directly into the program's buffer, at most {@link #plainBytes}. */
    void passed(int count) {
        throw new IllegalStateException("this body must be decoded.");
    }

    /** @return how many bytes were moved, at most {@code limit} */
    static int move(ByteBuffer in, ByteBuffer out, long limit) {
        int count = (int) Math.min(Math.min(in.remaining(), out.remaining()), limit);
        int end = in.limit();
        in.limit(in.position() + count);
        out.put(in);
        in.limit(end);
        return count;
    }
}
