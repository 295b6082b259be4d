package io.github.pollhttp.jvm.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.jvm.testing.HoldingServer;
import io.github.pollhttp.request.HTTPRequest;

/** Limits the heap of an HTTPRequest that has sent its request and waits for the response, as counted by the JVM. */
@Timeout(120)
class WaitingRequestTest {
    private static final int REQUESTS = 1000;

    /** Measured: 4,717 bytes, with the end of the connection that the server holds in the same JVM. */
    private static final long MOST_PER_REQUEST = 8192;

    private final List<HTTPRequest> requests = new ArrayList<>();

    private static long heap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // the first collections may only enqueue references
            System.gc();
            used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }

    private void start(HoldingServer server, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            while (!server.isReadyForMore(i)) {
                frame();
            }
            HTTPRequest http = HTTPRequest.create();
            assertEquals(ErrorCode.OK, http.request(server.url()));
            requests.add(http);
        }
        while (!server.hasAll()) {
            frame();
        }
    }

    private void frame() {
        requests.forEach(HTTPRequest::poll);
        LockSupport.parkNanos(1_000_000); // the rest of a frame
    }

    @Test
    void waitingRequestHoldsAtMost8KbOfHeap() throws Exception {
        try (HoldingServer first = new HoldingServer(1); HoldingServer server = new HoldingServer(REQUESTS)) {
            start(first, 1); // loads the classes and makes the buffers of this thread
            long before = heap();
            start(server, REQUESTS);
            long each = (heap() - before) / REQUESTS;
            assertTrue(each <= MOST_PER_REQUEST, "bytes a request: " + each);
        } finally {
            requests.forEach(HTTPRequest::close);
        }
    }
}
