package io.github.pollhttp;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A stream of bytes to a peer and back that never waits: what {@link HTTPClient#getConnection()} hands out, and what a program implements
 * to bring its own transport. Named after Godot's {@code StreamPeer}.
 */
public interface StreamPeer extends AutoCloseable {
    /**
     * Reads what has arrived.
     *
     * @param target takes the bytes; its position moves past them
     * @return the number of bytes read, 0 when none are there yet, -1 when the peer has ended the stream
     * @throws IOException if the stream is broken
     */
    int read(ByteBuffer target) throws IOException;

    /**
     * Writes what the stream takes at once.
     *
     * @param source the bytes; its position moves past those taken
     * @return the number of bytes taken, 0 when there is no room now
     * @throws IOException if the stream is broken
     */
    int write(ByteBuffer source) throws IOException;

    /** Ends the stream in both directions. Does nothing the second time, and may be called from any thread. */
    @Override
    void close();
}
