package io.github.pollhttp.jvm.tls;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A pool of buffers, one for the whole JVM. A TLS connection borrows a buffer only while bytes wait in it, so an idle connection holds no buffer.
 * The pool does not know whether the bytes are encrypted.
 *
 * <p>
 * The buffers are on the heap because the JDK's ciphers allocate more than twice as much with direct buffers. They have 64 KiB so that one read or
 * write moves several records (at most 16 KiB of data each, RFC 8446 section 5.1).
 */
final class TlsBuffers {
    private static final int SIZE = 64 * 1024;
    private static final int MOST_KEPT = 16;

    /** Shared by all threads, because a connection and its buffers may be used by a different thread in each call. */
    private static final Deque<ByteBuffer> FREE = new ArrayDeque<>();

    private TlsBuffers() {}

    /** @return an empty buffer in read mode: position and limit are 0 */
    static ByteBuffer lend() {
        ByteBuffer free;
        synchronized (FREE) {
            free = FREE.pollFirst();
        }
        return free == null ? ByteBuffer.allocate(SIZE).limit(0) : free;
    }

    /** @param buffer a borrowed buffer; the caller must not use it afterwards */
    static void giveBack(ByteBuffer buffer) {
        buffer.clear().limit(0);
        synchronized (FREE) {
            if (FREE.size() < MOST_KEPT) {
                FREE.addFirst(buffer);
            }
        }
    }
}
