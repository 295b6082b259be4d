package io.github.pollhttp.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;

/** Slow replies, replies that do not come, and the timeouts of the library. */
class TimeTest {
    private static final String URL = "https://example.com/level.json";

    private final ScriptedNetwork network = ScriptedNetwork.install();
    private final HTTPRequest http = HTTPRequest.create();
    private HTTPResponse response;

    @AfterEach
    void close() {
        http.close();
        network.close();
    }

    private void begin(Reply... replies) {
        network.on(URL, replies);
        http.setResponseListener(ended -> response = ended);
        assertEquals(ErrorCode.OK, http.request(URL), http::getRejection);
    }

    private void play(double seconds) {
        network.play(seconds, http::poll);
    }

    @Test
    void headComesAfterItsDelay() {
        begin(Reply.of(200, "late").after(2));
        play(1.9);
        assertEquals(Status.STATUS_REQUESTING, http.getHttpClientStatus());
        play(0.2);
        assertEquals("late", response.text());
    }

    @Test
    void bodyComesInPieces() {
        begin(Reply.of(200, "one").pause(1).then("two").pause(2).then("three"));
        play(0.9);
        assertEquals(3, http.getDownloadedBytes());
        play(0.2);
        assertEquals(6, http.getDownloadedBytes());
        assertEquals(11, http.getBodySize());
        play(1.8);
        assertTrue(http.isRequesting());
        play(0.2);
        assertEquals("onetwothree", response.text());
    }

    @Test
    void pauseBeforeTheEndDelaysTheEnd() {
        begin(Reply.of(200, "one", "Transfer-Encoding: chunked").pause(1));
        play(0.9);
        assertEquals(3, http.getDownloadedBytes());
        assertTrue(http.isRequesting());
        play(0.2);
        assertEquals("one", response.text());
    }

    @Test
    void rateLimitsTheSpeed() {
        begin(Reply.of(200, new byte[60_000]).atRate(20_000));
        play(1);
        assertEquals(20_000, http.getDownloadedBytes(), 500);
        play(1);
        assertEquals(40_000, http.getDownloadedBytes(), 500);
        play(1.1);
        assertEquals(60_000, response.bytes().length);
    }

    @Test
    void silenceEndsWithTheTimeoutOfTheRequest() {
        http.setTimeout(10);
        begin(Reply.silence());
        play(9.9);
        assertTrue(http.isRequesting());
        play(0.2);
        assertEquals(Result.RESULT_TIMEOUT, response.result());
    }

    @Test
    void silenceInTheBodyEndsWithTheStallTimeout() {
        http.setStallTimeout(10);
        begin(Reply.of(200, "half").pause(8).then("more").thenSilence());
        play(17.9);
        assertTrue(http.isRequesting());
        play(0.3);
        assertEquals(Reason.TIMEOUT, response.failure().reason());
        assertEquals(Phase.BODY, response.failure().phase());
    }

    @Test
    void hostThatDoesNotAnswerEndsWithTheConnectTimeout() {
        begin(Reply.failure(Reason.TIMEOUT));
        play(29);
        assertTrue(http.isRequesting());
        play(2);
        assertEquals(Reason.TIMEOUT, response.failure().reason());
        assertEquals(Phase.CONNECT, response.failure().phase());
    }

    @Test
    void failureComesAfterItsDelay() {
        begin(Reply.failure(Reason.UNREACHABLE).after(3));
        play(2.9);
        assertTrue(http.isRequesting());
        play(0.2);
        assertEquals(Reason.UNREACHABLE, response.failure().reason());
    }

    @Test
    void advanceMovesTheClockWithoutAFrame() {
        begin(Reply.of(200, "late").after(2));
        http.poll();
        network.advance(2);
        http.poll();
        assertEquals("late", response.text());
    }

    @Test
    void clientInBlockingModeMovesTheClock() {
        network.on(URL, Reply.of(200, "late").after(3600));
        HTTPClient client = HTTPClient.create();
        client.setBlockingMode(true);
        assertEquals(ErrorCode.OK, client.connectToHost("https://example.com"));
        while (client.getStatus() == Status.STATUS_RESOLVING || client.getStatus() == Status.STATUS_CONNECTING) {
            client.poll();
        }
        assertEquals(ErrorCode.OK, client.request(Method.METHOD_GET, "/level.json", List.of()));
        while (client.getStatus() == Status.STATUS_REQUESTING) {
            client.poll();
        }
        assertEquals("late", new String(client.readResponseBodyChunk()));
    }
}
