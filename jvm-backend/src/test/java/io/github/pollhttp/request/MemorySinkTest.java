package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

import io.github.pollhttp.jvm.request.JvmRequestPlatform;

/** The sink that keeps a body in memory: its contents, and on which thread it allocates. */
class MemorySinkTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }

    private static MemorySink sink(long announced) {
        return new MemorySink(new JvmRequestPlatform(), announced, CHUNK);
    }

    /** Writes as a transfer does. A transfer tries again in the next frame when the sink is not ready. */
    private static byte[] store(MemorySink sink, byte[] all) {
        for (int at = 0; at < all.length; at += CHUNK) {
            while (!sink.isReady()) {
                Thread.onSpinWait();
            }
            sink.write(ByteBuffer.wrap(all, at, Math.min(CHUNK, all.length - at)));
        }
        while (!sink.finish()) {
            Thread.onSpinWait();
        }
        return sink.body();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 5, 3_000_000, 3_000_001, Long.MAX_VALUE})
    void bodyIsWhatWasWrittenForAnyAnnouncedLength(long announced) {
        byte[] all = bytes(3_000_000);
        assertArrayEquals(all, store(sink(announced), all));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 40 * MEBIBYTE})
    void pollingThreadNeitherAllocatesNorCopiesALongBody(long announced) {
        byte[] all = bytes(40 * MEBIBYTE);
        long before = allocated();
        byte[] body = store(sink(announced), all);
        assertTrue(allocated() - before < MEBIBYTE, "allocated: " + (allocated() - before));
        assertArrayEquals(all, body);
    }

    @Test
    void announcedMebibyteIsWrittenWithoutAnotherThread() {
        MemorySink sink = sink(MEBIBYTE);
        for (int at = 0; at < MEBIBYTE; at += CHUNK) {
            assertTrue(sink.isReady());
            sink.write(ByteBuffer.allocate(CHUNK));
        }
        assertTrue(sink.finish());
    }

    @Test
    void correctLengthSavesTheCopy() {
        MemorySink sink = sink(MEBIBYTE);
        store(sink, bytes(MEBIBYTE));
        assertSame(sink.body(), sink.body());
    }

    @Test
    void announcedLengthAloneAllocatesNoMemory() {
        MemorySink sink = sink(200 * MEBIBYTE);
        byte[] few = bytes(1000);
        long before = allocatedByAll();
        assertArrayEquals(few, store(sink, few));
        assertTrue(allocatedByAll() - before < MEBIBYTE, "allocated: " + (allocatedByAll() - before));
    }

    @Test
    void outOfMemoryErrorIsThrownToTheThreadThatTakesTheArray() {
        ArrayWork work = new ArrayWork(() -> {
            throw new OutOfMemoryError("thrown by the test");
        });
        work.step();
        assertTrue(work.isDone());
        assertThrows(OutOfMemoryError.class, work::result);
    }

    /** Bytes that this thread has allocated so far. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static long allocatedByAll() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).sum();
    }
}
