package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.events.EventGame.stream;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;

/** The listener that is told how a stream ended. */
@Timeout(60)
class ClosedListenerTest {
    private final EventGame game = new EventGame();
    private final List<HTTPResponse> ends = new ArrayList<>();

    ClosedListenerTest() {
        game.source.setClosedListener(ends::add);
    }

    @AfterEach
    void close() {
        game.close();
    }

    /** @return how the stream ended, which the server answers like this */
    private HTTPResponse answer(String response) {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> response)) {
            game.open(server.url("/scores"));
            for (int i = 0; i < 5 && ends.isEmpty(); i++) {
                game.frames();
            }
        }
        assertEquals(1, ends.size(), ends.toString());
        return ends.get(0);
    }

    @Test
    void status204IsOkBecauseTheServerEndsTheStream() {
        HTTPResponse end = answer(ScriptedOrigin.response("204 No Content", "", "X-Score: 7"));

        assertTrue(end.isOk());
        assertEquals(Result.RESULT_SUCCESS, end.result());
        assertEquals(204, end.code());
        assertEquals("7", end.header("x-score"));
        assertNull(end.message());
    }

    @ParameterizedTest
    @CsvSource({"401 Unauthorized,401", "404 Not Found,404", "500 Oops,500", "201 Created,201", "304 Not Modified,304"})
    void anotherCodeIsAFailureWithThisCode(String status, int code) {
        HTTPResponse end = answer(ScriptedOrigin.response(status, "", "WWW-Authenticate: Bearer"));

        assertFalse(end.isOk());
        assertFalse(end.isCancelled());
        assertEquals(Result.RESULT_REQUEST_FAILED, end.result());
        assertEquals(code, end.code());
        assertEquals("Bearer", end.header("WWW-Authenticate"));
        assertTrue(end.message().contains("" + code), end.message());
        assertEquals(game.source.getFailureMessage(), end.message());
        assertTrue(end.url().endsWith("/scores"), end.url());
    }

    @Test
    void anotherContentTypeIsAFailureWithTheCode200() {
        HTTPResponse end = answer(ScriptedOrigin.ok("<html>", "Content-Type: text/html"));

        assertEquals(Result.RESULT_REQUEST_FAILED, end.result());
        assertEquals(200, end.code());
        assertTrue(end.message().contains("text/html"), end.message());
        assertEquals(0, end.bytes().length);
    }

    @Test
    void eventOverTheSizeLimitIsAFailure() {
        game.source.setMaxEventSize(1024);
        HTTPResponse end = answer(stream("data: " + "x".repeat(2000)));

        assertEquals(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED, end.result());
        assertEquals(200, end.code());
        assertEquals(game.source.getFailureMessage(), end.message());
    }

    @Test
    void tooManyRedirectsAreAFailureThatListsThem() {
        HTTPResponse end = answer(ScriptedOrigin.redirect("302 Found", "/scores"));

        assertEquals(Result.RESULT_REDIRECT_LIMIT_REACHED, end.result());
        assertEquals(302, end.code());
        assertEquals(20, end.redirects().size());
        assertEquals(end.redirects().get(0), end.url());
    }

    @Test
    void rejectedConnectionIsAFailureWithoutACode() {
        game.source.setStrictPortable(true);
        game.open("http://localhost:6667/");

        assertEquals(Result.RESULT_REQUEST_FAILED, ends.get(0).result());
        assertEquals(0, ends.get(0).code());
        assertEquals("http://localhost:6667/", ends.get(0).url());
        assertTrue(ends.get(0).message().contains("6667"), ends.get(0).message());
    }

    @Test
    void codeOfAnEarlierResponseIsNotThatOfTheEnd() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("data: a\n\n"))) {
            game.open(server.url("/"));
            game.source.setStrictPortable(true);
            game.source.setHeaders(List.of("Cookie: a=1"));
            game.pass(3);
        }

        assertEquals(200, game.source.getResponseCode());
        assertEquals(0, ends.get(0).code());
        assertEquals(List.of(), ends.get(0).headerLines());
    }

    @Test
    void closeOfTheProgramIsCancelledInEachState() {
        try (ScriptedOrigin server = new ScriptedOrigin(
                request -> ScriptedOrigin.target(request).equals("/slow")
                        ? ScriptedOrigin.NOT_YET
                        : stream("data: a\n\n"))) {
            game.open(server.url("/slow"));
            game.source.close();
            game.source.close();
            assertEquals(List.of(), ends, "only poll calls the listener");
            game.frames();
            game.open(server.url("/")); // the stream ends, and the source waits before it connects again
            game.source.close();
            game.frames();
        }

        assertEquals(2, ends.size());
        for (HTTPResponse end : ends) {
            assertTrue(end.isCancelled());
            assertEquals(Result.RESULT_REQUEST_FAILED, end.result());
            assertEquals("The request was cancelled.", end.message());
        }
    }

    @Test
    void streamThatIsReplacedByAnotherIsCancelled() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            game.open(server.url("/1"));
            game.open(server.url("/2"));
            assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.source.open("no url"));
            assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.source.open("no url"));
            game.frames();

            assertEquals(List.of(server.url("/1"), server.url("/2")), ends.stream().map(HTTPResponse::url).toList());
            assertTrue(ends.stream().allMatch(HTTPResponse::isCancelled));
        }
    }

    @Test
    void reconnectingCallsNoListener() {
        try (ScriptedOrigin server = new ScriptedOrigin(request -> stream("data: a\n\n"))) {
            game.open(server.url("/")).pass(3).pass(3);

            assertEquals(3, server.log().size());
            assertEquals(List.of(), ends);
        }
    }

    @Test
    void listenerMayOpenAnotherStreamAndThrow() {
        try (ScriptedOrigin server = new ScriptedOrigin(
                request -> "Bearer new".equals(ScriptedOrigin.header(request, "Authorization"))
                        ? stream("data: a\n\n")
                        : ScriptedOrigin.response("401 Unauthorized", ""))) {
            game.source.setClosedListener(end -> {
                ends.add(end);
                assertEquals(ErrorCode.OK, game.source.open(server.url("/"), List.of("Authorization: Bearer new")));
                throw new IllegalStateException("thrown by the listener");
            });
            assertThrows(IllegalStateException.class, () -> game.open(server.url("/")));
            game.frames();

            assertEquals(List.of("message/a/"), game.events);
            assertEquals(List.of(401), ends.stream().map(HTTPResponse::code).toList());
        }
    }

    @Test
    void exceptionOfACookieJarEndsTheStream() {
        game.source.setCookieJar(new CallingJar(true, url -> {
            throw new IllegalStateException("full");
        }));
        try (ScriptedOrigin server = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            assertThrows(IllegalStateException.class, () -> game.open(server.url("/")));
            game.frames();
        }

        assertEquals(1, ends.size());
        assertFalse(ends.get(0).isCancelled());
        assertTrue(ends.get(0).message().contains("cookie jar"), ends.get(0).message());
    }

    @Test
    void removedListenerIsNotCalled() {
        game.source.setClosedListener(null);
        try (ScriptedOrigin server = new ScriptedOrigin(request -> ScriptedOrigin.response("204 No Content", ""))) {
            game.open(server.url("/"));
        }
        assertEquals(List.of(), ends);
    }
}
