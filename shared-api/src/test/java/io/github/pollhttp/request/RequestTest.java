package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ScriptedOrigin;

/** One request and its response, and requests that are rejected. */
@Timeout(60)
class RequestTest {

    @Test
    void listenerReceivesTheCompleteResponse() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello", "X-Test: a"));
                RequestGame game = new RequestGame()) {
            RequestGame.Completion end = game.get(origin.url("/level"));

            assertEquals("SUCCESS 200 hello", end.line());
            assertEquals(List.of("X-Test: a", "Content-Length: 5"), end.headers());
            assertEquals(5, game.http.getBodySize());
            assertEquals(5, game.http.getDownloadedBytes());
            assertEquals(origin.url("/level"), game.http.getResponseUrl());
            assertNull(game.http.getFailureMessage());
            game.frames(10);
            assertEquals(1, game.completions.size());
        }
    }

    @Test
    void response404IsASuccessWithItsCode() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.response("404 Not Found", "gone"));
                RequestGame game = new RequestGame()) {
            assertEquals("SUCCESS 404 gone", game.get(origin.url("/")).line());
        }
    }

    @Test
    void nextRequestToTheSameOriginReusesTheConnection() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("x"));
                RequestGame game = new RequestGame()) {
            game.get(origin.url("/1"));
            assertEquals(Status.STATUS_CONNECTED, game.http.getHttpClientStatus());
            game.get(origin.url("/2"));

            assertEquals(List.of("GET /1", "GET /2"), origin.lines());
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void invalidUrlHeaderOrMethodIsRejectedAtOnce() {
        try (RequestGame game = new RequestGame()) {
            for (String url : List.of("", "/path", "ftp://host/", "http://", "http://user:secret@host/",
                    "http://host:0/",
                    "http://host:65536/", "http://host:8x/", "http://ho st/", "http://host/a b",
                    "http://host/\r\nX: y")) {
                assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.http.request(url), url);
                assertNotNull(game.http.getRejection());
            }
            assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.http.request("http://host/", List.of("X: a\r\nY: b")));
            assertEquals(ErrorCode.ERR_INVALID_PARAMETER,
                    game.http.request("http://host/", List.of(), Method.METHOD_CONNECT, ""));
            assertFalse(game.http.isRequesting());
            game.frames(3);
            assertEquals(List.of(), game.completions);
        }
    }

    @Test
    void rejectionOfTheClientCompletesInTheListener() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(""));
                RequestGame game = new RequestGame()) {
            assertEquals("REQUEST_FAILED 0 ", game.get(origin.url("/"), "Transfer-Encoding: chunked").line());
            assertTrue(game.http.getFailureMessage().contains("Transfer-Encoding"), game.http.getFailureMessage());
        }
    }

}
