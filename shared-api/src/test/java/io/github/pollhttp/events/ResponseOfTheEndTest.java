package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ScriptedOrigin.header;
import static io.github.pollhttp.ScriptedOrigin.response;
import static io.github.pollhttp.events.EventGame.stream;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.events.EventSource.ReadyState;

/** The response that has ended a source, and the headers of the next request. */
class ResponseOfTheEndTest {
    private final EventGame game = new EventGame();
    private String answer = stream("id: 1\ndata: a\n\n");
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

    private String token(int request) {
        return header(server.log().get(request), "Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "401 Unauthorized", "429 Too Many Requests", "502 Bad Gateway"})
    void codeAndHeadersOfTheResponseStayReadable(String status) {
        answer = response(status, "", "WWW-Authenticate: Bearer", "Retry-After: 7");
        game.open(server.url("/"));
        for (int i = 0; i < 2; i++) {
            assertEquals(ReadyState.CLOSED, game.source.getReadyState());
            assertEquals(Integer.parseInt(status.substring(0, 3)), game.source.getResponseCode());
            assertEquals(List.of("WWW-Authenticate: Bearer", "Retry-After: 7", "Content-Length: 0"),
                    game.source.getResponseHeaders());
            game.source.close();
        }
        assertThrows(UnsupportedOperationException.class, () -> game.source.getResponseHeaders().add("a: b"));
    }

    @Test
    void anotherContentTypeEndsWithTheCode200() {
        answer = response("200 OK", "hello", "Content-Type: text/html");
        game.open(server.url("/"));
        assertEquals(ReadyState.CLOSED, game.source.getReadyState());
        assertEquals(200, game.source.getResponseCode());
        assertTrue(game.source.getResponseHeaders().contains("Content-Type: text/html"));
    }

    @Test
    void thereIsNoResponseBeforeTheFirstOne() {
        assertEquals(0, game.source.getResponseCode());
        assertEquals(List.of(), game.source.getResponseHeaders());
        answer = response("404 Not Found", "");
        game.open(server.url("/"));
        answer = ScriptedOrigin.NOT_YET;
        game.open(server.url("/"));
        assertEquals(0, game.source.getResponseCode());
        assertEquals(List.of(), game.source.getResponseHeaders());
    }

    @Test
    void streamThatIsOpenOrWaitsShowsItsResponse() {
        game.open(server.url("/"));
        assertEquals(ReadyState.CONNECTING, game.source.getReadyState());
        assertEquals(200, game.source.getResponseCode());
    }

    @Test
    void redirectThatIsNotFollowedIsTheResponse() {
        answer = ScriptedOrigin.redirect("302 Found", "ftp://example.com/");
        game.open(server.url("/"));
        assertEquals(ReadyState.CLOSED, game.source.getReadyState());
        assertEquals(302, game.source.getResponseCode());
    }

    @Test
    void redirectThatIsFollowedIsNotTheResponse() {
        ScriptedOrigin closed = new ScriptedOrigin(request -> null);
        closed.close();
        answer = ScriptedOrigin.redirect("302 Found", closed.url("/"));
        game.open(server.url("/"));
        assertEquals(ReadyState.CONNECTING, game.source.getReadyState());
        assertEquals(0, game.source.getResponseCode());
    }

    @Test
    void newHeadersApplyToTheNextConnection() {
        game.open(server.url("/"), "Authorization: Bearer old", "X-A: 1");
        assertEquals(ErrorCode.OK, game.source.setHeaders(List.of("Authorization: Bearer new")));
        game.pass(3).pass(3);
        assertEquals("Bearer old", token(0));
        assertEquals("Bearer new", token(1));
        assertEquals("Bearer new", token(2));
        assertEquals("text/event-stream", header(server.log().get(1), "Accept"));
        assertNull(header(server.log().get(1), "X-A"));
        assertEquals("1", header(server.log().get(1), "Last-Event-ID"));
    }

    @Test
    void newHeadersApplyWhileTheSourceConnects() {
        game.source.open(server.url("/"), List.of("Authorization: Bearer old"));
        game.source.setHeaders(List.of("Authorization: Bearer new"));
        game.frames();
        assertEquals("Bearer new", token(0));
    }

    @Test
    void invalidHeadersAreRejectedAndTheOldOnesStay() {
        game.open(server.url("/"), "Authorization: Bearer old");
        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.source.setHeaders(List.of("X: a\r\nY: b")));
        assertNotNull(game.source.getRejection());
        assertEquals(ReadyState.CONNECTING, game.source.getReadyState());
        game.pass(3);
        assertEquals("Bearer old", token(1));
        assertEquals(ErrorCode.OK, game.source.setHeaders(List.of()));
        assertNull(game.source.getRejection());
    }

    @Test
    void openReplacesTheHeaders() {
        game.source.setHeaders(List.of("Authorization: Bearer early"));
        game.open(server.url("/"));
        assertNull(token(0));
    }

    @Test
    void listOfTheProgramIsCopied() {
        List<String> mine = new ArrayList<>(List.of("Authorization: Bearer a"));
        game.open(server.url("/"));
        game.source.setHeaders(mine);
        mine.set(0, "Authorization: Bearer b");
        game.pass(3);
        assertEquals("Bearer a", token(1));
    }

    /** The recipe for a token that has expired. */
    @Test
    void openWithANewTokenAfter401ContinuesAfterTheLastEvent() {
        game.open(server.url("/"), "Authorization: Bearer old");
        answer = response("401 Unauthorized", "");
        game.pass(3);
        assertEquals(401, game.source.getResponseCode());
        answer = stream("data: b\n\n");
        game.open(server.url("/"), "Authorization: Bearer new");
        assertEquals("1", header(server.log().get(2), "Last-Event-ID"));
        assertEquals("Bearer new", token(2));
        assertEquals(List.of("message/a/1", "message/b/1"), game.events);
    }
}
