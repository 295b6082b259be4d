package io.github.pollhttp.jvm.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.StreamPeer;

/** A body with more bytes than an int can count is read to its end, and reading it allocates almost nothing. */
class LongBodyTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long LENGTH = (1L << 31) + 7;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** Covers the request, and code that the JVM runs for the first time. One object per read would be 500,000 bytes or more. */
    private static final int MOST_ALLOCATED = 50_000;

    /** A stream whose peer sends a head, as many bytes of any value as the body has, and the end of the body. */
    private static final class LongResponse implements StreamPeer {
        private final ByteBuffer head;
        private final ByteBuffer end;
        private long left = LENGTH;
        private boolean asked;

        LongResponse(String head, String end) {
            this.head = ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII));
            this.end = ByteBuffer.wrap(end.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public int read(ByteBuffer target) {
            int start = target.position();
            if (asked && head.hasRemaining()) {
                copy(head, target);
            } else if (asked && left > 0) {
                int count = (int) Math.min(target.remaining(), left);
                target.position(start + count); // the values of the bytes do not matter
                left -= count;
            } else if (asked) {
                copy(end, target);
            }
            return target.position() - start;
        }

        private static void copy(ByteBuffer source, ByteBuffer target) {
            while (source.hasRemaining() && target.hasRemaining()) {
                target.put(source.get());
            }
        }

        @Override
        public int write(ByteBuffer source) {
            asked = true;
            int count = source.remaining();
            source.position(source.limit());
            return count;
        }

        @Override
        public void close() {}
    }

    @Test
    void bodyWithContentLengthIsCountedToItsEnd() {
        assertEquals(LENGTH, readBody(new LongResponse(OK + "Content-Length: " + LENGTH + "\r\n\r\n", "")));
    }

    @Test
    void bodyOfOneChunkIsCountedToItsEnd() {
        assertEquals(-1, readBody(new LongResponse(
                OK + "Transfer-Encoding: chunked\r\n\r\n" + Long.toHexString(LENGTH) + "\r\n", "\r\n0\r\n\r\n")));
    }

    /** @return the announced length */
    private static long readBody(LongResponse response) {
        try (HTTPClient client = HTTPClient.create()) {
            client.setConnection(response);
            client.request(Method.METHOD_GET, "/", List.of());
            ByteBuffer target = ByteBuffer.allocateDirect(64 * 1024);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long count = 0;
            while (client.getStatus() == Status.STATUS_REQUESTING || client.getStatus() == Status.STATUS_BODY) {
                client.poll();
                count += client.readResponseBodyChunk(target.clear());
            }
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertEquals(LENGTH, count);
            assertEquals(Status.STATUS_CONNECTED, client.getStatus());
            assertTrue(allocated < MOST_ALLOCATED, "allocated " + allocated + " bytes");
            return client.getResponseBodyLength();
        }
    }
}
