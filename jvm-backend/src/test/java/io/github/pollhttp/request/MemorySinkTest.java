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
        return new MemorySink(new JvmRequestPlatform(), announced);
    }

    /** Writes as a transfer does. A transfer tries again in the next frame when the sink is not ready. */
    private static byte[] store(MemorySink sink, byte[] all) {
        for (int at = 0; at < all.length;) {
            while (!sink.isReady()) {
                Thread.onSpinWait();
            }
            at += write(sink, all, at);
        }
        while (!sink.finish()) {
            Thread.onSpinWait();
        }
        return sink.body().bytes();
    }

    /** Writes at most a chunk: into the space that the sink lends, or from another buffer if it lends none. */
    private static int write(MemorySink sink, byte[] all, int at) {
        ByteBuffer space = sink.space(CHUNK);
        if (space == null) {
            int count = Math.min(CHUNK, all.length - at);
            sink.write(ByteBuffer.wrap(all, at, count));
            return count;
        }
        int start = space.position();
        int count = Math.min(space.remaining(), all.length - at);
        space.put(all, at, count).limit(start + count).position(start);
        sink.write(space);
        return count;
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
        for (int at = 0; at < MEBIBYTE;) {
            assertTrue(sink.isReady());
            at += write(sink, new byte[MEBIBYTE], at);
        }
        assertTrue(sink.finish());
    }

    @Test
    void bodyOfTheAnnouncedLengthIsNeverCopied() {
        MemorySink sink = sink(MEBIBYTE);
        assertTrue(sink.isReady());
        byte[] lent = sink.space(CHUNK).array();
        assertSame(lent, store(sink, bytes(MEBIBYTE)));
    }

    @Test
    void shortBodyOfUnknownLengthTakesFourKibibytes() {
        MemorySink sink = sink(-1);
        assertTrue(sink.isReady());
        assertEquals(4096, sink.space(CHUNK).array().length);
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
