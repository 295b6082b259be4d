package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.request.HTTPRequest.Result;

/** The response that a listener receives. */
@Timeout(60)
class HTTPResponseTest {
    private final RequestGame game = new RequestGame();
    private final List<HTTPResponse> responses = new ArrayList<>();

    HTTPResponseTest() {
        game.http.setResponseListener(responses::add);
    }

    @AfterEach
    void close() {
        game.close();
    }

    private HTTPResponse get(String url) {
        game.begin(url);
        game.await(() -> !responses.isEmpty());
        return responses.get(0);
    }

    private HTTPResponse answer(String response) {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> response)) {
            return get(origin.url("/level?token=S3CRET"));
        }
    }

    @Test
    void successHasTheWholeResponseAndNoMessage() {
        HTTPResponse response = answer(ScriptedOrigin.ok("hello", "X-Level: 7", "x-level: 8"));

        assertTrue(response.isOk());
        assertEquals(Result.RESULT_SUCCESS, response.result());
        assertEquals(200, response.code());
        assertEquals("hello", response.text());
        assertArrayEquals(new byte[]{'h', 'e', 'l', 'l', 'o'}, response.bytes());
        assertEquals("7", response.header("X-LEVEL"));
        assertEquals(List.of("7", "8"), response.headers("x-level"));
        assertNull(response.header("X-Missing"));
        assertEquals(List.of("X-Level: 7", "x-level: 8", "Content-Length: 5"), response.headerLines());
        assertNull(response.message());
        assertNull(response.failure());
        assertFalse(response.isCancelled());
    }

    @Test
    void errorPageIsNotOkAndItsMessageNamesTheCode() {
        HTTPResponse response = answer(ScriptedOrigin.response("404 Nothing here", "an error page"));

        assertFalse(response.isOk());
        assertEquals(Result.RESULT_SUCCESS, response.result());
        assertEquals("an error page", response.text());
        assertTrue(response.message().matches("\"http://127.0.0.1:\\d+/level\\?\\.\\.\\.\" answered 404 Not Found\\."),
                response.message());
        assertNull(game.http.getFailureMessage());
    }

    @Test
    void unknownCodeHasAMessageWithoutReason() {
        assertTrue(answer(ScriptedOrigin.response("599 Odd", "")).message().endsWith(" answered 599."));
    }

    @Test
    void failureHasPhaseReasonAndSentence() {
        HTTPResponse response = get("http://localhost:1/");

        assertFalse(response.isOk());
        assertEquals(Result.RESULT_CANT_CONNECT, response.result());
        assertEquals(Reason.REFUSED, response.failure().reason());
        assertEquals(response.failure().message(), response.message());
        assertEquals(0, response.code());
        assertEquals("", response.text());
        assertEquals("http://localhost:1/", response.url());
    }

    @Test
    void cancelledIsToldFromFailed() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            game.begin(origin.url("/slow"));
            game.frames(3);
            game.http.cancelRequest();
            game.frames(1);

            HTTPResponse response = responses.get(0);
            assertTrue(response.isCancelled());
            assertFalse(response.isOk());
            assertEquals(Result.RESULT_REQUEST_FAILED, response.result());
            assertEquals("The request was cancelled.", response.message());
            assertEquals(origin.url("/slow"), response.url());
        }
    }

    @Test
    void missingResponseIsAFailureAndNotCancelled() {
        HTTPResponse response = answer(null);

        assertFalse(response.isOk());
        assertFalse(response.isCancelled());
        assertEquals(0, response.code());
        assertEquals(List.of(), response.headerLines());
    }

    @Test
    void redirectsAreListedAndTheUrlIsTheFinalOne() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/old")
                ? ScriptedOrigin.redirect("302 Found", "/new")
                : ScriptedOrigin.ok("here"))) {
            HTTPResponse response = get(origin.url("/old"));

            assertEquals(origin.url("/new"), response.url());
            assertEquals(List.of(origin.url("/new")), response.redirects());
        }
    }

    @Test
    void textIsUtf8WithoutByteOrderMark() {
        assertEquals("h\u00e9", answer(ScriptedOrigin.ok("\u00ef\u00bb\u00bfh\u00c3\u00a9")).text());
    }

    @Test
    void responseStaysAsItIsAfterTheNextRequest() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            HTTPResponse first = get(origin.url("/1"));
            game.begin(origin.url("/2"));
            game.await(() -> responses.size() == 2);

            assertEquals("/1", first.text());
            assertEquals(origin.url("/1"), first.url());
            assertEquals("/2", responses.get(1).text());
        }
    }

    @Test
    void eachListenerReplacesTheOther() {
        List<String> godot = new ArrayList<>();
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(""))) {
            game.http.setRequestCompletedListener((result, code, headers, body) -> godot.add(result + " " + code));
            game.begin(origin.url("/"));
            game.await(() -> !game.http.isRequesting());

            assertEquals(List.of("RESULT_SUCCESS 200"), godot);
            assertEquals(List.of(), responses);
        }
    }

    @Test
    void descriptionHasNoQuery() {
        assertTrue(answer(ScriptedOrigin.ok("x")).toString()
                .matches("RESULT_SUCCESS 200 \"http://127.0.0.1:\\d+/level\\?\\.\\.\\.\""));
    }

    @Test
    void rejectedRequestHasNoCodeOfTheRequestBefore() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("first", "Set-Cookie: a=b"))) {
            get(origin.url("/1"));
            assertEquals(ErrorCode.OK, game.http.request(origin.url("/2"), List.of("Content-Length: 5")));
            game.await(() -> responses.size() == 2);
        }
        HTTPResponse rejected = responses.get(1);
        assertEquals(Result.RESULT_REQUEST_FAILED, rejected.result());
        assertEquals(0, rejected.code());
        assertEquals(List.of(), rejected.headerLines());
    }
}
