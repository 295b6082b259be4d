package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.jvm.testing.RawServer;

/** Requests with {@code setUseThreads} share one thread, however many there are. */
@Timeout(120)
class ManyThreadedRequestsTest {
    private static final int REQUESTS = 200;

    private static long threads() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> thread.getName().equals("PollHTTP request"))
                .count();
    }

    @Test
    void manyRequestsAtOnceUseOneThread() throws Exception {
        CountDownLatch arrived = new CountDownLatch(REQUESTS);
        CountDownLatch go = new CountDownLatch(1);
        List<HTTPRequest> requests = new ArrayList<>();
        List<HTTPResponse> responses = new ArrayList<>();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            arrived.countDown();
            go.await();
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        })) {
            for (int i = 0; i < REQUESTS; i++) {
                HTTPRequest http = HTTPRequest.create();
                http.setUseThreads(true);
                http.setResponseListener(responses::add);
                assertEquals(ErrorCode.OK, http.request("http://localhost:" + server.port() + "/"));
                requests.add(http);
            }
            arrived.await();
            assertEquals(1, threads());
            go.countDown();
            while (responses.size() < REQUESTS) {
                requests.forEach(HTTPRequest::poll);
                LockSupport.parkNanos(1_000_000); // one frame
            }
            responses.forEach(response -> assertEquals("ok", response.text(), response::message));
        } finally {
            requests.forEach(HTTPRequest::close);
        }
    }
}
