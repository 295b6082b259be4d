package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import static io.github.pollhttp.ScriptedOrigin.BLOCKED;
import static io.github.pollhttp.ScriptedOrigin.header;
import static io.github.pollhttp.events.EventGame.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.events.EventSource.ReadyState;

/** A browser that blocks {@code Last-Event-ID} to another origin, and does not say whether that or the network was the cause. */
class RefusedPreflightTest {
    private static final UnaryOperator<String> REFUSES_ID = id -> id == null ? stream("id: 1\ndata: a\n\n") : BLOCKED;

    private final EventGame game = new EventGame();
    private UnaryOperator<String> answer = REFUSES_ID;
    private ScriptedOrigin server;

    @BeforeEach
    void start() {
        game.platform.pageOrigin = "https://game.example";
        server = new ScriptedOrigin(request -> answer.apply(header(request, "Last-Event-ID")));
    }

    @AfterEach
    void close() {
        game.close();
        server.close();
    }

    private List<String> sentIds() {
        List<String> ids = new ArrayList<>();
        for (String request : server.log()) {
            ids.add(header(request, "Last-Event-ID"));
        }
        return ids;
    }

    private static List<String> ids(String... ids) {
        return Arrays.asList(ids);
    }

    @Test
    void refusedRequestIsSentAgainAtOnceWithoutTheId() {
        game.open(server.url("/")).pass(3).pass(3);
        assertEquals(ids(null, "1", null, "1", null), sentIds());
        assertEquals(3, game.events.size());
        assertEquals("1", game.source.getLastEventId());
    }

    @Test
    void idOfTheProgramIsLeftOutToo() {
        game.source.setLastEventId("0");
        game.open(server.url("/"));
        assertEquals(ids("0", null), sentIds());
        assertEquals(1, game.events.size());
    }

    @Test
    void twoFailuresInARowAreOneFailedAttempt() {
        game.source.setReconnectTime(0);
        game.source.setLastEventId("0");
        answer = id -> BLOCKED;
        game.open(server.url("/"));
        assertEquals(ReadyState.CONNECTING, game.source.getReadyState());
        assertEquals(List.of(0.5, 1.0, 2.0, 4.0), game.pauses(4));
        assertEquals(ids("0", null, "0", null, "0", null, "0", null, "0", null), sentIds());
    }

    @Test
    void serverThatHasAnsweredTheIdIsNeverAskedWithoutIt() {
        game.source.setLastEventId("0");
        answer = id -> stream("id: 1\ndata: a\n\n");
        game.open(server.url("/"));
        answer = id -> BLOCKED;
        game.pass(3).pass(3);
        assertEquals(ids("0", "1", "1"), sentIds());
    }

    @Test
    void thePagesOwnOriginIsNeverAskedWithoutTheId() {
        game.platform.pageOrigin = server.url("");
        game.open(server.url("/")).pass(3).pass(3);
        assertEquals(ids(null, "1", "1"), sentIds());
    }

    @Test
    void theDesktopNeverAsksWithoutTheId() {
        game.platform.pageOrigin = null;
        game.open(server.url("/")).pass(3).pass(3);
        assertEquals(ids(null, "1", "1"), sentIds());
    }

    @Test
    void anotherFailureIsNoReasonToLeaveOutTheId() {
        answer = id -> id == null ? stream("id: 1\ndata: a\n\n") : null;
        game.open(server.url("/")).pass(3);
        assertEquals(ids(null, "1"), sentIds());
        assertNull(game.source.nextEvent());
    }
}
