package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import static io.github.pollhttp.events.EventGame.stream;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.events.EventSource.ReadyState;

/** The pauses before an event source connects again, measured with a clock that the test moves. */
class ReconnectTest {
    private static final List<Double> GROWING = List.of(0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0);

    private final EventGame game = new EventGame();

    @AfterEach
    void close() {
        game.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry: 0\n\n", "retry:0\r\r: comment\r\r", "retry: 0\n\nid: 7\n\n",
            "retry: 0\n\ndata: unfinished\n", "retry: 00000\n\nevent: a\n\n"})
    void pausesGrowWhileStreamsEndWithoutAnEvent(String lines) {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream(lines))) {
            game.open(server.url("/"));
            assertEquals(GROWING, game.pauses(8));
        }
    }

    @Test
    void pausesGrowWhileResponsesAreEmpty() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream(""))) {
            game.source.setReconnectTime(0);
            game.open(server.url("/"));
            assertEquals(GROWING, game.pauses(8));
        }
    }

    @Test
    void pausesGrowWhileConnectionsAreRefused() {
        ScriptedOrigin closed = new ScriptedOrigin(request -> null);
        closed.close();
        game.source.setReconnectTime(0);
        game.open(closed.url("/"));
        assertEquals(GROWING, game.pauses(8));
    }

    @Test
    void pausesGrowWhileConnectionsEndWithoutAResponse() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> null)) {
            game.source.setReconnectTime(0);
            game.open(server.url("/"));
            assertEquals(GROWING, game.pauses(8));
        }
    }

    @Test
    void pausesGrowOverFailuresOfDifferentKinds() {
        int[] count = {0};
        try (ScriptedOrigin server = new ScriptedOrigin(
                request -> count[0]++ % 2 == 0 ? stream("retry: 0\n\n") : null)) {
            game.open(server.url("/"));
            assertEquals(GROWING, game.pauses(8));
        }
    }

    @Test
    void pauseIsHalfASecondAtLeastAfterAnEvent() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("retry: 0\ndata: a\n\n"))) {
            game.open(server.url("/"));
            assertEquals(List.of(0.5, 0.5, 0.5, 0.5), game.pauses(4));
        }
    }

    @Test
    void anEventEndsTheGrowth() {
        int[] count = {0};
        try (ScriptedOrigin server = new ScriptedOrigin(
                request -> ++count[0] == 4 ? stream("data: a\n\n") : stream("retry: 0\n\n"))) {
            game.open(server.url("/"));
            assertEquals(List.of(0.5, 1.0, 2.0, 0.5, 0.5, 1.0, 2.0), game.pauses(7));
            assertEquals(List.of("message/a/"), game.events);
        }
    }

    /** A proxy that ends quiet connections after a minute is no failure. */
    @Test
    void streamThatWasOpenForThirtySecondsEndsTheGrowth() {
        try (ScriptedOrigin server = new ScriptedOrigin(
                request -> "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: quiet\n\n")) {
            for (int i = 0; i < 8; i++) {
                if (i == 0) {
                    game.open(server.url("/"));
                } else {
                    assertEquals(3.0, game.pause());
                }
                assertEquals(ReadyState.OPEN, game.source.getReadyState());
                game.pass(30);
                game.backend.bodyEnds();
                game.frames();
                assertEquals(ReadyState.CONNECTING, game.source.getReadyState());
            }
        }
    }

    @Test
    void reconnectionTimeOfTheServerIsTheLeastPause() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("retry: 5000\n\n"))) {
            game.open(server.url("/"));
            assertEquals(List.of(5.0, 5.0, 5.0, 5.0, 8.0, 16.0, 30.0, 30.0), game.pauses(8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "9223372036854775807", "9223372036854775808", "99999999999999999999999999"})
    void longReconnectionTimeIsLimitedTo24Days(String retry) {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("retry: " + retry + "\n\n"))) {
            game.open(server.url("/"));
            game.pass(24 * 86_400);
            assertEquals(1, game.connects());
            game.pass(86_400);
            assertEquals(2, game.connects());
        }
    }

    @Test
    void failureOfTheNetworkHasItsReason() {
        game.open("http://localhost:1/");

        assertEquals(Reason.REFUSED, game.source.getFailure().reason());
        assertEquals(game.source.getFailureMessage(), game.source.getFailure().message());
        game.source.close();
        assertNull(game.source.getFailure());
    }

    @Test
    void endOfTheStreamIsNoFailureOfTheNetwork() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("data: a\n\n"))) {
            game.open(server.url("/"));

            assertNotNull(game.source.getFailureMessage());
            assertNull(game.source.getFailure());
        }
    }

    @Test
    void infiniteReconnectTimeOfTheProgramNeverPasses() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("data: a\n\n"))) {
            game.source.setReconnectTime(Double.POSITIVE_INFINITY);
            game.open(server.url("/"));
            game.pass(1e9);
            assertEquals(1, game.connects());
            assertNotNull(game.source.getFailureMessage());
        }
    }

    @Test
    void reconnectionTimeOfOneStreamDoesNotApplyToTheNextUrl() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/a")
                ? stream("retry: 60000\ndata: a\n\n")
                : stream("data: b\n\n"))) {
            game.open(server.url("/a"));
            game.open(server.url("/b"));
            assertEquals(3.0, game.pause());
        }
    }

    @Test
    void theLaterOfRetryAndSetReconnectTimeApplies() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("retry: 60000\ndata: a\n\n"))) {
            game.open(server.url("/"));
            assertEquals(60.0, game.pause());
        }
        try (ScriptedOrigin server = new ScriptedOrigin(
                request -> "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nretry: 60000\ndata: a\n\n")) {
            game.open(server.url("/"));
            game.source.setReconnectTime(1);
            game.frames();
            game.backend.bodyEnds();
            game.frames();
            assertEquals(1.0, game.pause());
        }
    }
}
