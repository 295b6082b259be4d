package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in memory. */
class MemorySinkTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 5, 3_000_000, 3_000_001, Long.MAX_VALUE})
    void theBodyIsWhatWasWrittenWhateverWasAnnounced(long announced) {
        byte[] all = bytes(3_000_000);
        MemorySink sink = new MemorySink(announced);
        for (int at = 0; at < all.length; at += 60_000) {
            sink.write(ByteBuffer.wrap(all, at, 60_000));
        }
        assertArrayEquals(all, sink.body());
    }

    @Test
    void aTrueAnnouncementSavesTheCopy() {
        MemorySink sink = new MemorySink(MEBIBYTE);
        sink.write(ByteBuffer.wrap(bytes(MEBIBYTE)));
        assertSame(sink.body(), sink.body());
    }

    @Test
    void anAnnouncementAloneTakesNoMemory() {
        MemorySink sink = new MemorySink(200 * MEBIBYTE);
        ByteBuffer few = ByteBuffer.wrap(bytes(1000));
        long before = allocated();
        sink.write(few);
        assertTrue(allocated() - before < MEBIBYTE, "allocated: " + (allocated() - before));
        assertEquals(1000, sink.body().length);
    }

    /** By this thread, so far. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
