package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;
import io.github.pollhttp.ScriptedBackend.Connecting;
import io.github.pollhttp.ScriptedResponse;

/** Which calls of the backend one call of an HTTPRequest makes. On the JVM most of them are system calls, so each one too many costs a microsecond. */
class RequestStepsTest {
    private static final String URL = "http://example.com/";

    private final ManualClock clock = new ManualClock();
    private final ScriptedBackend backend = new ScriptedBackend(clock);
    private final HTTPRequest http = new PollingRequest(backend.client(), new BarePlatform(),
            new TestProvider(clock, System::currentTimeMillis, () -> 0));
    private boolean completed;

    @BeforeEach
    void openConnection() {
        http.setResponseListener(response -> completed = response.isOk());
        backend.connects(Connecting.DONE).responds(ScriptedResponse.withoutBody(204));
        assertEquals(ErrorCode.OK, http.request(URL));
        while (!completed) {
            http.poll();
        }
        backend.calls.clear();
    }

    @Test
    void requestOnAnOpenConnectionIsSentBeforeTheCallReturns() {
        assertEquals(ErrorCode.OK, http.request(URL));
        assertEquals(List.of("pollIdle", "send"), backend.calls);
    }

    @Test
    void pollLooksOnceForTheResponse() {
        assertEquals(ErrorCode.OK, http.request(URL));
        backend.calls.clear();
        http.poll();
        assertEquals(List.of("pollResponse"), backend.calls);
    }

    @Test
    void pollThatSendsDoesNotLookForTheResponse() {
        http.close();
        backend.connects(Connecting.DONE);
        assertEquals(ErrorCode.OK, http.request(URL));
        backend.calls.clear();
        http.poll();
        assertEquals(List.of("pollConnecting", "send"), backend.calls);
    }

    @Test
    void pollThatSendsAWholeBodyDoesNotLookForTheResponse() {
        backend.uploaded = 2;
        post(new byte[2]);
        assertEquals(List.of("pollConnecting", "send"), backend.calls);
    }

    @Test
    void pollThatSendsAPartOfABodyContinuesToSend() {
        backend.uploaded = 1;
        post(new byte[2]);
        assertEquals(List.of("pollConnecting", "send", "pollResponse"), backend.calls);
    }

    private void post(byte[] body) {
        http.close();
        backend.connects(Connecting.DONE);
        assertEquals(ErrorCode.OK, http.requestRaw(URL, List.of(), Method.METHOD_POST, body));
        backend.calls.clear();
        http.poll();
    }
}
