package io.github.pollhttp.jvm.tls;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lends buffers to TLS connections for as long as bytes wait in them, so that an idle connection owns none. On the heap, for the JDK's
 * ciphers allocate more than twice as much with direct ones; of 64 KiB, so that several records (RFC 8446 section 5.1: 16 KiB each) pass at
 * once.
 */
final class TlsBuffers {
    private static final int SIZE = 64 * 1024;
    private static final int MOST_KEPT = 16;

    /** Connections may move from one thread to another between two calls, and their buffers with them. */
    private static final Deque<ByteBuffer> FREE = new ArrayDeque<>();

    private TlsBuffers() {}

    /** @return a buffer that holds nothing: its limit is its position */
    static ByteBuffer lend() {
        ByteBuffer free;
        synchronized (FREE) {
            free = FREE.pollFirst();
        }
        return free == null ? ByteBuffer.allocate(SIZE).limit(0) : free;
    }

    /** @param buffer is the borrower's no more */
    static void giveBack(ByteBuffer buffer) {
        buffer.clear().limit(0);
        synchronized (FREE) {
            if (FREE.size() < MOST_KEPT) {
                FREE.addFirst(buffer);
            }
        }
    }
}
