package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

import io.github.pollhttp.spi.FailureException;

/** The body of a request. An exchange copies it in pieces, and copies bytes again that the stream has not taken. */
public interface RequestContent {
    /** No body. */
    RequestContent NONE = new ArrayContent(new byte[0]);

    /** @param bytes the body, not copied */
    static RequestContent of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new ArrayContent(bytes);
    }

    /**
     * Copies the next bytes, as many as fit or fewer, but at least one.
     *
     * @param from index of the first byte to copy; there is such a byte
     * @param out  a buffer with room for it
     * @throws FailureException if the body is a file that cannot be read
     */
    void copy(long from, ByteBuffer out) throws FailureException;

    /** @return the most bytes to send in one poll, so that a peer that accepts everything at once does not delay the frame */
    int mostSentAPoll();

    /** Called when no more bytes will be copied, and perhaps several times. */
    void close();
}
