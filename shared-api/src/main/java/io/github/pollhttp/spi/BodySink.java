package io.github.pollhttp.spi;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

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
     * Lends the place where the next bytes belong, so that the caller can read into it and {@link #write} need not copy. Allowed only if
     * {@link #isReady()} is true.
     *
     * @param most the largest number of bytes to lend, 1 or more
     * @return a buffer with room for at least one byte, valid until the next call; null if the sink has no such place
     */
    default @Nullable ByteBuffer space(int most) {
        return null;
    }

    /**
     * Accepts all of the given bytes. Allowed only if {@link #isReady()} is true.
     *
     * @param bytes the bytes from position to limit, in the buffer that {@link #space} has lent, with its position unchanged, or in any other; the
     *              sink copies those of another buffer that it cannot store at once
     * @throws FileFailure if they cannot be written
     */
    void write(ByteBuffer bytes) throws FileFailure;

    /**
     * Stores everything that was written. Called when the body is whole, until it returns true.
     *
     * @return true when nothing is left to do but {@link #finish}
     * @throws FileFailure if the file cannot be opened or written
     */
    boolean flush() throws FileFailure;

    /**
     * Gives a file its name. Called after {@link #flush}, until it returns true. From the first call on it can no longer be cancelled: it succeeds
     * or throws.
     *
     * @return true when the file has its name, or the body in memory is complete
     * @throws FileFailure if the file did not get its name
     */
    boolean finish() throws FileFailure;

    /**
     * Returns the body, if this sink stores it in memory. Complete after {@link #finish}; whether it is null does not change.
     *
     * @return the body, or null if the sink stores it in a file
     */
    default @Nullable ResponseBody body() {
        return null;
    }

    /** Cancels, and deletes the stored bytes. May be called repeatedly and in every state; after the first {@link #finish} it has no effect. */
    void discard();

    /** Cancels, and keeps the stored bytes if the download can be resumed. May be called repeatedly and in every state. */
    default void suspend() {
        discard();
    }
}
