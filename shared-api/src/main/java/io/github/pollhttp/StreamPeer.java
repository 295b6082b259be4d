package io.github.pollhttp;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A non-blocking stream of bytes in both directions, named after Godot's {@code StreamPeer}. {@link HTTPClient#getConnection()} returns one, and a
 * program implements one to bring its own transport, see {@link HTTPClient#setConnection}. JVM only.
 */
public interface StreamPeer extends AutoCloseable {
    /**
     * Reads the bytes that are available now, without waiting.
     *
     * @param target the buffer for the bytes; its position moves past those read
     * @return the number of bytes read, 0 if none are available now, -1 if the peer has ended the stream
     * @throws IOException if the stream is broken
     */
    int read(ByteBuffer target) throws IOException;

    /**
     * Writes the bytes that the stream accepts now, without waiting.
     *
     * @param source the bytes; its position moves past those written
     * @return the number of bytes written, 0 if the stream accepts none now
     * @throws IOException if the stream is broken
     */
    int write(ByteBuffer source) throws IOException;

    /** Closes the stream in both directions. May be called repeatedly and from any thread. */
    @Override
    void close();
}
