package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.HTTPClient.Status;

/** {@link HTTPRequest#get}. */
@Timeout(60)
class OneLineTest {
    private static final long FRAME_NANOS = 500_000;

    private final List<String> ends = new ArrayList<>();

    private HTTPRequest get(String url) {
        HTTPRequest http = HTTPRequest.get(url,
                (result, code, headers, body) -> ends.add(result + " " + code + " " + new String(body)));
        while (ends.isEmpty()) {
            http.poll();
            LockSupport.parkNanos(FRAME_NANOS);
        }
        return http;
    }

    @Test
    void oneLineAsksAndTheConnectionIsClosedBehindIt() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("hello"))) {
            HTTPRequest http = get(origin.url("/"));
            assertEquals(List.of("RESULT_SUCCESS 200 hello"), ends);
            assertEquals(Status.STATUS_DISCONNECTED, http.getHttpClientStatus());
            http.poll();
            assertEquals(1, ends.size());
        }
    }

    @Test
    void whatCannotBeAskedForEndsInTheListenerToo() {
        HTTPRequest http = get("no url");
        assertEquals(List.of("RESULT_REQUEST_FAILED 0 "), ends);
        assertTrue(http.getFailureMessage().contains("no url"), http.getFailureMessage());
        http.poll();
        assertEquals(1, ends.size());
    }

    @Test
    void theListenerMayAskAgainWithTheSameRequest() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok(Origin.target(request)))) {
            HTTPRequest[] http = new HTTPRequest[1];
            http[0] = HTTPRequest.get(origin.url("/1"), (result, code, headers, body) -> {
                ends.add(new String(body));
                if (ends.size() == 1) {
                    http[0].request(origin.url("/2"));
                }
            });
            while (ends.size() < 2) {
                http[0].poll();
                LockSupport.parkNanos(FRAME_NANOS);
            }
            assertEquals(List.of("/1", "/2"), ends);
        }
    }
}
