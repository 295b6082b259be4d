package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes to and from a server, never waiting. */
interface BareStream {
    /** Goes on with connecting. @return whether that is over */
    boolean isReady() throws IOException;

    int read(ByteBuffer target) throws IOException;

    int write(ByteBuffer source) throws IOException;

    void close();
}
