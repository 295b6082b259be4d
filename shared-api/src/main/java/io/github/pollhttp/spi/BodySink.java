package io.github.pollhttp.spi;

import java.nio.ByteBuffer;

/** Where a body goes: the memory, or a file. No call waits. */
public interface BodySink {
    /**
     * Whether the sink takes bytes now; it may be opening a file or still be busy with those it has.
     *
     * @return true if {@link #write} may be called
     * @throws FileFailure if the file cannot be opened or written
     */
    boolean isReady() throws FileFailure;

    /**
     * Takes bytes, all of them.
     *
     * @param bytes the bytes; the sink copies what it cannot write at once
     * @throws FileFailure if they cannot be written
     */
    void write(ByteBuffer bytes) throws FileFailure;

    /**
     * Ends a whole body; called until it answers true.
     *
     * @return true once the file is in its place
     * @throws FileFailure if it cannot be put there
     */
    boolean finish() throws FileFailure;

    /** Gives up: removes what has been written, unless it is to be resumed. Safe in every state and twice. */
    void discard();
}
