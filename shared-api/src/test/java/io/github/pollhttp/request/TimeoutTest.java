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
    private static final String LARGE = "x".repeat(4 * 1024 * 1024);
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
    void timeoutDoesNotDiscardABodyThatHasArrivedButIsNotRead() {
        String body = "x".repeat(1024 * 1024);
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(body))) {
            game.http.setTimeout(2);
            game.http.setPollBudget(0); // each poll reads one chunk
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() > 0);
            passSeconds(3);
            assertTrue(game.http.isRequesting());
            assertTrue(game.http.getDownloadedBytes() < body.length(), "the body is not read at once");
            assertEquals("SUCCESS 200 " + body, game.awaitCompletion().line());
        }
    }

    @Test
    void timeoutDoesNotDiscardABodyThatWaitsForMemory() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(LARGE))) {
            beginLargeBody(origin);
            passSeconds(3);
            finishWork(0);
            finishWork(1);
            finishWork(2);
            assertEquals("SUCCESS 200 " + LARGE, game.awaitCompletion().line());
        }
    }

    @Test
    void timeoutDoesNotDiscardABodyThatIsComplete() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(LARGE))) {
            beginLargeBody(origin);
            finishWork(0);
            finishWork(1);
            game.await(() -> game.http.getDownloadedBytes() == LARGE.length());
            passSeconds(9);
            finishWork(2);
            assertEquals("SUCCESS 200 " + LARGE, game.awaitCompletion().line());
        }
    }

    /** Gets a body for which the platform does three works: it allocates an array of 2 MiB and one of 4 MiB, and then copies one to the other. */
    private void beginLargeBody(ScriptedOrigin origin) {
        game.platform.runsThreads = false;
        game.platform.hasThreads = true;
        game.platform.fedMeanwhile = false; // because a poll waits for more bytes by the clock, which stands still
        game.http.setTimeout(2);
        game.begin(origin.url("/"));
        game.await(() -> game.platform.started.size() == 1);
        game.frames(10);
        assertTrue(game.http.getDownloadedBytes() < LARGE.length(), "the first array is full");
    }

    private void finishWork(int index) {
        game.await(() -> game.platform.started.size() > index);
        game.platform.started.get(index).step();
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
