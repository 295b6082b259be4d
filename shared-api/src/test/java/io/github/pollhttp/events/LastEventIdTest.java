package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ScriptedOrigin.header;
import static io.github.pollhttp.events.EventGame.stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.events.EventSource.ReadyState;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.BackendFailure;

/** Which requests send which {@code Last-Event-ID}. */
class LastEventIdTest {
    private final EventGame game = new EventGame();
    private String answer = stream("id: 41\ndata: a\n\n");
    private ScriptedOrigin server;

    @BeforeEach
    void start() {
        server = new ScriptedOrigin(request -> answer);
    }

    @AfterEach
    void close() {
        game.close();
        server.close();
    }

    private String sent(int request) {
        return header(server.log().get(request), "Last-Event-ID");
    }

    @Test
    void anotherUrlStartsWithoutAnId() {
        game.open(server.url("/a"));
        assertEquals("41", game.source.getLastEventId());
        answer = stream("data: b\n\n");
        game.open(server.url("/b"));
        assertNull(sent(1));
        assertEquals("", game.source.getLastEventId());
        game.pass(3);
        assertNull(sent(2));
    }

    @Test
    void anotherQueryOrOriginIsAnotherUrl() {
        game.open(server.url("/a?room=1"));
        game.open(server.url("/a?room=2"));
        assertNull(sent(1));
        try (ScriptedOrigin other = new ScriptedOrigin(request -> answer)) {
            game.open(other.url("/a?room=2"));
            assertNull(header(other.log().get(0), "Last-Event-ID"));
        }
    }

    @Test
    void theSameUrlContinuesAfterTheLastEvent() {
        game.open(server.url("/a"));
        game.source.close();
        assertEquals("41", game.source.getLastEventId());
        game.open(server.url("/a#fragment"), "Authorization: Bearer new");
        assertEquals("41", sent(1));
    }

    @Test
    void theSameUrlAfterAnotherOneStartsWithoutAnId() {
        game.open(server.url("/a"));
        answer = stream("data: b\n\n");
        game.open(server.url("/b"));
        game.open(server.url("/a"));
        assertNull(sent(2));
    }

    @Test
    void idOfTheProgramAppliesToTheNextUrl() {
        game.open(server.url("/a"));
        game.source.setLastEventId("7");
        game.open(server.url("/b"));
        assertEquals("7", sent(1));
        answer = stream("");
        game.open(server.url("/c"));
        assertNull(sent(2));
    }

    @Test
    void idOfTheProgramDuringAStreamIsSentAtTheNextConnection() {
        answer = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nid: 41\ndata: a\n\n";
        game.open(server.url("/a"));
        game.source.setLastEventId("50");
        game.frames();
        game.backend.bodyEnds();
        game.frames();
        game.pass(3);
        assertEquals("50", sent(1));
    }

    @Test
    void idOfTheServerReplacesAHeaderLineOfTheProgram() {
        game.open(server.url("/a"), "last-event-id: 7");
        assertEquals("7", sent(0));
        game.pass(3);
        assertEquals("41", sent(1));
        assertEquals(server.log().get(1).toLowerCase().indexOf("last-event-id"),
                server.log().get(1).toLowerCase().lastIndexOf("last-event-id"));
    }

    @Test
    void anEmptyIdOfTheServerEndsTheSending() {
        answer = stream("id: 41\ndata: a\n\nid\ndata: b\n\n");
        game.open(server.url("/a"));
        game.pass(3);
        assertNull(sent(1));
    }

    @Test
    void rejectedUrlChangesNoId() {
        game.open(server.url("/a"));
        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.source.open("ftp://example.com/"));
        assertEquals("41", game.source.getLastEventId());
    }

    @Test
    void redirectKeepsTheIdAndCountsAsTheFirstUrl() {
        try (ScriptedOrigin other = new ScriptedOrigin(request -> stream("id: 42\ndata: a\n\n"))) {
            game.source.setLastEventId("41");
            answer = ScriptedOrigin.redirect("307 Temporary Redirect", other.url("/end"));
            game.open(server.url("/a"));
            assertEquals("41", header(other.log().get(0), "Last-Event-ID"));
            game.pass(3);
            assertEquals("42", sent(1));
            assertEquals("42", header(other.log().get(1), "Last-Event-ID"));
        }
    }

    /** The HTML Standard ignores an id with a NUL only. A header value cannot have the other control characters either (RFC 9110 section 5.5). */
    @Test
    void idThatNoHeaderCanCarryIsNotSent() {
        answer = stream("id: a\u0001b\ndata: a\n\n");
        game.open(server.url("/a"));
        assertEquals("message/a/a\u0001b", game.events.get(0));
        answer = stream("data: b\n\n");
        game.pass(3);
        assertEquals("message/b/a\u0001b", game.events.get(1));
        assertNull(sent(1));
        assertEquals(ReadyState.CONNECTING, game.source.getReadyState());
    }

    /** A platform may fail before it sends the second request. */
    @Test
    void requestIsRepeatedWithoutTheIdOnlyOnce() throws RejectionException {
        BackendFailure maybeCors = new BackendFailure() {
            @Override
            public Reason reason() {
                return Reason.NETWORK_OR_CORS;
            }

            @Override
            public Failure failure() {
                throw new UnsupportedOperationException();
            }
        };
        LastEventId id = new LastEventId();
        id.open(RequestUrl.parse("https://example.com/"));
        id.receive("1");
        assertEquals("Last-Event-ID: 1", id.header());
        assertTrue(id.withhold(maybeCors, true));
        assertFalse(id.withhold(maybeCors, true));
    }
}
