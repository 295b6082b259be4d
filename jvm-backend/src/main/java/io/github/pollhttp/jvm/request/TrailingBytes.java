package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Ignores bytes after the end of coded data, up to a limit. Browsers ignore them too, because some servers add padding. */
final class TrailingBytes {
    private static final int MOST = 64 * 1024;

    private int count;

    void ignore(ByteBuffer source) throws IOException {
        count += source.remaining();
        source.position(source.limit());
        if (count > MOST) {
            throw new IOException("more than " + MOST + " bytes follow after its end");
        }
    }
}
