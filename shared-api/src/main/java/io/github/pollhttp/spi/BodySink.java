package io.github.pollhttp.spi;

import java.nio.ByteBuffer;

/** Stores a body in memory or in a file. No method blocks. */
public interface BodySink {
    /**
     * Whether the sink accepts bytes now. It does not while it opens a file or still stores earlier bytes.
     *
     * @return true if {@link #write} may be called
     * @throws FileFailure if the file cannot be opened or written
     */
    boolean isReady() throws FileFailure;

    /**
     * Accepts all of the given bytes. Allowed only if {@link #isReady()} is true.
     *
     * @param bytes the bytes from position to limit; the sink copies those that it cannot store at once
     * @throws FileFailure if they cannot be written
     */
    void write(ByteBuffer bytes) throws FileFailure;

    /**
     * Completes a whole body. Called until it returns true.
     *
     * @return true when the file has its final name, or the body in memory is complete
     * @throws FileFailure if the file cannot be completed
     */
    boolean finish() throws FileFailure;

    /** Cancels: deletes the stored bytes, unless the download can be resumed. May be called repeatedly and in every state. */
    void discard();
}
