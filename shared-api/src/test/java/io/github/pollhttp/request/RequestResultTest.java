package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;
import io.github.pollhttp.ScriptedResponse;

/** Results that only a faulty backend causes. */
class RequestResultTest {
    private final ScriptedBackend backend = new ScriptedBackend(new ManualClock());
    private final List<String> ends = new ArrayList<>();
    private final BarePlatform platform = new BarePlatform();
    private final PollingRequest http = new PollingRequest(backend.client(), platform,
            new TestProvider(System::nanoTime, System::currentTimeMillis, Math::random));

    private void play() {
        http.setRequestCompletedListener(
                (result, code, headers, body) -> ends.add(result + " " + code + " " + body.length));
        http.setUseThreads(true);
        backend.connects(ScriptedBackend.Connecting.DONE);
        assertEquals(ErrorCode.OK, http.request("http://example.com/"), http::getRejection);
        for (int i = 0; i < 10; i++) {
            http.poll();
        }
    }

    @Test
    void bodyShorterThanItsLengthIsAnError() {
        backend.responds(ScriptedResponse.withBody("Content-Length: 5")).bodyBytes((byte) 'a', (byte) 'b').bodyEnds();
        play();

        assertEquals(List.of("RESULT_CHUNKED_BODY_SIZE_MISMATCH 0 0"), ends);
    }

    @Test
    void bodyOfAnotherLengthIsASuccessWhereThePlatformHasCheckedIt() {
        platform.checksBodyLength = false;
        backend.responds(ScriptedResponse.withBody("Content-Length: 1")).bodyBytes((byte) 'a', (byte) 'b').bodyEnds();
        play();

        assertEquals(List.of("RESULT_SUCCESS 200 2"), ends);
    }

    @Test
    void bodyOfTheAnnouncedLengthIsASuccess() {
        backend.responds(ScriptedResponse.withBody("Content-Length: 5")).bodyBytes(new byte[5]).bodyEnds();
        play();

        assertEquals(List.of("RESULT_SUCCESS 200 5"), ends);
    }
}
