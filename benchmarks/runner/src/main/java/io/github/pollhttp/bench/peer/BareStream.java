package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A non-blocking stream of bytes to and from a server. */
interface BareStream {
    /**
     * Continues to connect.
     *
     * @return true if the stream is connected
     */
    boolean isReady() throws IOException;

    int read(ByteBuffer target) throws IOException;

    int write(ByteBuffer source) throws IOException;

    void close();
}
