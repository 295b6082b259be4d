package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;
import io.github.pollhttp.ScriptedResponse;

/** With {@code setUseThreads}, the client of a request belongs to one thread at a time, also during poll, cancel and the next request. */
class RequestThreadTest {
    private final ScriptedBackend backend = new ScriptedBackend(new ManualClock());
    private final BarePlatform platform = new BarePlatform();
    private final List<String> ends = new ArrayList<>();
    private final PollingRequest http = new PollingRequest(backend.client(), platform,
            new TestProvider(System::nanoTime, System::currentTimeMillis, Math::random));

    @BeforeEach
    void setUp() {
        platform.hasThreads = true;
        http.setUseThreads(true);
        http.setRequestCompletedListener((result, code, headers, body) -> ends.add(result.name()));
        assertEquals(ErrorCode.OK, http.request("http://example.com/"));
        assertEquals(1, platform.started.size());
    }

    private void step(int thread) {
        platform.started.get(thread).step();
    }

    @Test
    void pollDoesNotUseTheClientWhileTheThreadHasIt() {
        http.poll();
        assertEquals(List.of(), backend.calls);
        step(0);
        assertTrue(backend.calls.contains("connect"), backend.calls.toString());
    }

    @Test
    void cancelDoesNotUseTheClientWhileTheThreadHasIt() {
        http.cancelRequest();
        assertFalse(platform.started.get(0).isDone());
        assertEquals(List.of(), backend.calls);
        assertEquals(Status.STATUS_DISCONNECTED, http.getHttpClientStatus());
        http.poll();
        assertEquals(List.of(), backend.calls);
        assertEquals(List.of("RESULT_REQUEST_FAILED"), ends);
    }

    @Test
    void nextRequestStartsAfterTheThreadOfTheCancelledRequestHasEnded() {
        http.cancelRequest();
        assertEquals(ErrorCode.OK, http.request("http://example.com/next"));
        http.poll();
        assertEquals(1, platform.started.size());

        step(0);
        assertTrue(platform.started.get(0).isDone());
        http.poll();
        assertEquals(2, platform.started.size());
    }

    @Test
    void requestCancelledBeforeItsStartNeverStarts() {
        http.cancelRequest();
        http.request("http://example.com/second");
        http.cancelRequest();
        http.request("http://example.com/third");
        step(0);
        http.poll();
        assertEquals(2, platform.started.size());

        backend.connects(ScriptedBackend.Connecting.DONE).responds(ScriptedResponse.withoutBody(204));
        for (int i = 0; i < 10; i++) {
            step(1);
        }
        http.poll();
        assertEquals("/third", backend.request.target());
        assertEquals(List.of("RESULT_REQUEST_FAILED", "RESULT_REQUEST_FAILED", "RESULT_SUCCESS"), ends);
    }
}
