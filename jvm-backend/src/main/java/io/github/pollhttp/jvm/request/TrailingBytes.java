package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What comes behind the end of coded data: ignored, as browsers do, since servers do pad; but not without end. */
final class TrailingBytes {
    private static final int MOST = 64 * 1024;

    private int count;

    void ignore(ByteBuffer source) throws IOException {
        count += source.remaining();
        source.position(source.limit());
        if (count > MOST) {
            throw new IOException("more than " + MOST + " bytes follow behind its end");
        }
    }
}
