package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.ScriptedOrigin;

/** The timeout of a whole request, and the stall timeout, on a clock that the test moves. */
@Timeout(60)
class TimeoutTest {
    private static final String UNFINISHED = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello";
    private static final double NANOSECOND = 1e-9;

    private final RequestGame game = new RequestGame();

    @AfterEach
    void stop() {
        game.close();
    }

    /** Time counts in steps of at most one second between two polls. */
    private void passSeconds(int count) {
        for (int i = 0; i < count; i++) {
            game.clock.advance(1);
            game.frames(1);
        }
    }

    @Test
    void longPauseBetweenTwoPollsCountsAsOneSecond() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            game.http.setTimeout(2.5);
            game.begin(origin.url("/"));
            for (int i = 0; i < 2; i++) {
                game.clock.advance(3600);
                game.frames(100);
                assertTrue(game.http.isRequesting());
            }
            game.clock.advance(3600);
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
        }
    }

    @Test
    void longPauseLeavesHalfOfAShortTimeout() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            game.http.setTimeout(0.5);
            game.begin(origin.url("/"));
            game.clock.advance(3600);
            game.frames(1);
            game.clock.advance(0.25);
            game.frames(1);
            assertTrue(game.http.isRequesting());
            game.clock.advance(NANOSECOND);
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
        }
    }

    @Test
    void timeoutEndsARequestWithoutAResponse() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            game.http.setTimeout(2);
            game.begin(origin.url("/"));
            passSeconds(2);
            assertTrue(game.http.isRequesting());
            game.clock.advance(NANOSECOND);
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
            assertTrue(game.http.getFailureMessage().contains("timeout"), game.http.getFailureMessage());
        }
    }

    @Test
    void timeoutEndsARequestInTheMiddleOfItsBody() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> UNFINISHED)) {
            game.http.setTimeout(2);
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            passSeconds(3);
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
        }
    }

    @Test
    void redirectDoesNotRestartTheTimeout() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> {
            game.clock.advance(1);
            return ScriptedOrigin.redirect("302 Found", "/");
        })) {
            game.http.setTimeout(4);
            game.http.setMaxRedirects(-1);
            assertEquals("TIMEOUT 0 ", game.get(origin.url("/")).line());
            assertTrue(origin.log().size() <= 5, "requests: " + origin.log().size());
        }
    }

    @Test
    void timeoutIsNotRetried() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            game.http.setTimeout(2);
            game.http.setRetryPolicy(new RetryPolicy(9, 0, 0));
            game.begin(origin.url("/"));
            game.await(() -> origin.connections() == 1);
            passSeconds(3);
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void stallTimeoutEndsARequestThatReceivesNothing() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> UNFINISHED)) {
            game.http.setStallTimeout(0.05);
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            for (int i = 0; i < 2; i++) {
                game.clock.advance(0.025);
                game.frames(10);
            }
            assertTrue(game.http.isRequesting());
            game.clock.advance(NANOSECOND);
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
            assertEquals(Reason.TIMEOUT, game.http.getFailure().reason());
        }
    }

    @Test
    void negativeTimesAndNaNAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> game.http.setTimeout(-1));
        assertThrows(IllegalArgumentException.class, () -> game.http.setStallTimeout(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> game.http.setPollBudget(-0.1));
        game.http.setTimeout(1.5);
        assertEquals(1.5, game.http.getTimeout());
        assertEquals(0.002, game.http.getPollBudget());
    }
}
