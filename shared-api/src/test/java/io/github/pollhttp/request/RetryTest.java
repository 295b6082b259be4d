package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ScriptedOrigin;

/** Retries and the pauses before them, on a clock that the test moves. */
@Timeout(60)
class RetryTest {
    private static final double MILLISECOND = 0.001;

    /** Milliseconds since 1970 of Sun, 06 Nov 1994 08:49:37 GMT, the date in the examples of RFC 9110. */
    private static final long NOW = 784_111_777_000L;
    private static final String BUSY = ScriptedOrigin.response("503 Service Unavailable", "busy");

    private RequestGame game = new RequestGame(NOW, 0);

    @BeforeEach
    void start() {
        game.http.setRetryPolicy(new RetryPolicy(3, 1, 10));
    }

    @AfterEach
    void stop() {
        game.close();
    }

    /** Checks that the next request is not sent one millisecond before the pause ends, and is sent at its end. */
    private void passPause(ScriptedOrigin origin, double seconds) {
        int requests = origin.log().size();
        game.await(() -> game.http.getHttpClientStatus() == Status.STATUS_CONNECTED);
        game.clock.advance(seconds - MILLISECOND);
        game.frames(200);
        assertEquals(requests, origin.log().size(), "a request was sent before the pause ended");
        game.clock.advance(MILLISECOND);
        game.await(() -> origin.log().size() > requests);
    }

    private void begin(ScriptedOrigin origin) {
        game.begin(origin.url("/"));
        game.await(() -> origin.log().size() == 1);
    }

    @Test
    void pausesDoubleUpToTheLongestDelay() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> BUSY)) {
            game.http.setRetryPolicy(new RetryPolicy(4, 1, 3));
            begin(origin);
            for (double pause : new double[]{1, 2, 3, 3}) {
                passPause(origin, pause);
            }
            assertEquals("SUCCESS 503 busy", game.awaitCompletion().line());
            assertEquals(5, origin.log().size());
        }
    }

    @Test
    void randomFactorShortensAPauseByUpToAHalf() {
        game = new RequestGame(NOW, 1);
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> BUSY)) {
            game.http.setRetryPolicy(new RetryPolicy(1, 1, 10));
            begin(origin);
            passPause(origin, 0.5);
            assertEquals("SUCCESS 503 busy", game.awaitCompletion().line());
        }
    }

    @ParameterizedTest
    @CsvSource({"408,2", "429,2", "502,2", "503,2", "504,2", "500,1", "501,1", "404,1", "200,1"})
    void onlyTransientStatusCodesAreRetried(int code, int requests) {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.response(code + " Code", "x"))) {
            game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
            assertEquals("SUCCESS " + code + " x", game.get(origin.url("/")).line());
            assertEquals(requests, origin.log().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,2", "HEAD,2", "PUT,2", "DELETE,2", "OPTIONS,2", "POST,1", "PATCH,1"})
    void onlyIdempotentMethodsAreRetried(String method, int requests) {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                ScriptedOrigin broken = new ScriptedOrigin(request -> null)) {
            game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
            game.request(Method.valueOf("METHOD_" + method), origin.url("/"), "");
            game.request(Method.valueOf("METHOD_" + method), broken.url("/"), "");
            assertEquals(requests, origin.log().size());
            assertEquals(requests, broken.log().size());
        }
    }

    @Test
    void successfulRetryIsASuccess() {
        int[] requests = {0};
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> requests[0]++ == 0 ? null : ScriptedOrigin.ok("hello"))) {
            game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 7", "Retry-After: Sun, 06 Nov 1994 08:49:44 GMT",
            "Retry-After: Sunday, 06-Nov-94 08:49:44 GMT", "Retry-After: Sun Nov  6 08:49:44 1994",
            "Date: Sat, 05 Nov 1994 00:00:00 GMT\r\nRetry-After: Sat, 05 Nov 1994 00:00:07 GMT"})
    void retryAfterSetsThePause(String header) {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.response("429 Too Many Requests", "", header))) {
            game.http.setRetryPolicy(new RetryPolicy(1, 1, 10));
            begin(origin);
            passPause(origin, 7);
            assertEquals("SUCCESS 429 ", game.awaitCompletion().line());
        }
    }

    @Test
    void pauseBeyondTheLongestDelayOrTheTimeoutReturnsTheResponse() {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.response("503 Busy", "busy", "Retry-After: 11"));
                ScriptedOrigin patient = new ScriptedOrigin(
                        request -> ScriptedOrigin.response("503 Busy", "busy", "Retry-After: 5"))) {
            assertEquals("SUCCESS 503 busy", game.get(origin.url("/")).line());
            game.http.setTimeout(5);
            assertEquals("SUCCESS 503 busy", game.get(patient.url("/")).line());
            assertEquals(1, origin.log().size() * patient.log().size());
        }
    }

    @Test
    void hugeAndInvalidRetryAfterDoNotBreakTheRequest() {
        for (String header : List.of("99999999999999999999999999", "-1", "soon", "Sun, 99 Nov 1994 08:49:44 GMT")) {
            try (ScriptedOrigin origin = new ScriptedOrigin(
                    request -> ScriptedOrigin.response("503 Busy", "x", "Retry-After: " + header))) {
                game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
                assertEquals("SUCCESS 503 x", game.get(origin.url("/")).line());
            }
        }
    }

    @Test
    void policyOutOfRangeIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> RetryPolicy.times(-1));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(1, Double.NaN, 1));
        assertEquals(30, RetryPolicy.times(3).longestDelay());
    }
}
