package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.jvm.testing.HoldingServer;

/** Requests with {@code setUseThreads} share one thread and its buffers, however many there are. */
@Timeout(120)
class ManyThreadedRequestsTest {
    private static final int REQUESTS = 2000;

    /** Measured: 1 MB. With a thread for each request it was 164 KB a request. */
    private static final long MOST_DIRECT_MEMORY = 20_000_000;

    private final List<HTTPRequest> requests = new ArrayList<>();
    private final List<HTTPResponse> responses = new ArrayList<>();

    private static long threads() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> thread.getName().equals("PollHTTP request"))
                .count();
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }

    private void start(String url) {
        HTTPRequest http = HTTPRequest.create();
        http.setUseThreads(true);
        http.setResponseListener(responses::add);
        assertEquals(ErrorCode.OK, http.request(url));
        requests.add(http);
    }

    private static void rest() {
        LockSupport.parkNanos(1_000_000); // one frame
    }

    @Test
    void manyRequestsAtOnceUseOneThreadAndLittleDirectMemory() throws Exception {
        long before = directMemory();
        try (HoldingServer server = new HoldingServer(REQUESTS)) {
            for (int i = 0; i < REQUESTS; i++) {
                while (!server.isReadyForMore(i)) {
                    rest();
                }
                start(server.url());
            }
            while (!server.hasAll()) {
                rest();
            }
            long most = directMemory() - before;
            assertEquals(1, threads());
            server.answerAll();
            while (responses.size() < REQUESTS) {
                requests.forEach(HTTPRequest::poll);
                most = Math.max(most, directMemory() - before);
                rest();
            }
            assertTrue(most <= MOST_DIRECT_MEMORY, "bytes of direct memory: " + most);
            responses.forEach(response -> assertEquals("ok", response.text(), response::message));
        } finally {
            requests.forEach(HTTPRequest::close);
        }
    }
}
