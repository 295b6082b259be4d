package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.spi.BackgroundWork;

/** How long a thread may let a request wait that waits for its response, or for the end of a pause. */
class WaitOfAThreadTest {
    private static final long SECOND = 1_000_000_000L;

    private final RequestGame game = new RequestGame();

    @BeforeEach
    void useThread() {
        game.platform.runsThreads = false;
        game.platform.hasThreads = true;
        game.http.setUseThreads(true);
    }

    @AfterEach
    void stop() {
        game.close();
    }

    private BackgroundWork waiting(String answer) {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> answer)) {
            game.begin(origin.url("/"));
            BackgroundWork request = game.platform.started.get(0);
            for (int i = 0; i < 10; i++) {
                request.step();
            }
            assertFalse(request.isDone());
            return request;
        }
    }

    @Test
    void requestWithoutATimeoutWaitsUntilAnEvent() {
        BackgroundWork request = waiting(ScriptedOrigin.NOT_YET);
        assertEquals(Long.MAX_VALUE, request.nanosToNextStep());
        assertFalse(request.isPausing());
    }

    @Test
    void requestWithATimeoutWaitsNoLongerThanTheTimeThatCounts() {
        game.http.setTimeout(60);
        BackgroundWork request = waiting(ScriptedOrigin.NOT_YET);
        assertEquals(SECOND, request.nanosToNextStep());
    }

    @Test
    void requestWithAStallTimeoutWaitsNoLongerThanTheTimeThatCounts() {
        game.http.setStallTimeout(0.5);
        BackgroundWork request = waiting(ScriptedOrigin.NOT_YET);
        assertEquals(SECOND / 4, request.nanosToNextStep());
    }

    @Test
    void requestWaitsUntilTheEndOfItsTimeout() {
        game.http.setTimeout(1.5);
        BackgroundWork request = waiting(ScriptedOrigin.NOT_YET);
        game.clock.advance(0.7);
        request.step();
        game.clock.advance(0.7);
        request.step();
        assertEquals(SECOND / 10 + 1, request.nanosToNextStep(), 10);
    }

    @Test
    void requestWaitsUntilTheEndOfThePauseBeforeARetry() {
        game.http.setRetryPolicy(new RetryPolicy(1, 8, 8));
        BackgroundWork request = waiting(ScriptedOrigin.response("503 Service Unavailable", ""));
        assertTrue(request.isPausing());
        long pause = request.nanosToNextStep();
        assertTrue(pause > SECOND, "pause: " + pause);
        game.clock.advance(1);
        assertEquals(pause - SECOND, request.nanosToNextStep(), 10);
    }
}
