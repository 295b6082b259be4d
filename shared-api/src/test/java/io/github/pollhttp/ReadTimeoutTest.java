package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_CONNECTION_ERROR;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_BODY;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTION_ERROR;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.ScriptedBackend.Connecting;

/** The limit on silence while a head or a body is awaited, measured on a clock that the test moves. */
class ReadTimeoutTest {
    private final ScriptedClient requesting = ScriptedClient.in(STATUS_REQUESTING);
    private final ScriptedClient body = ScriptedClient.in(STATUS_BODY);

    private static ErrorCode pollFor(ScriptedClient scripted, int seconds) {
        ErrorCode last = OK;
        for (int i = 0; i < seconds; i++) {
            scripted.clock().advance(1);
            last = scripted.client().poll();
        }
        return last;
    }

    private static void readFor(ScriptedClient scripted, int seconds) {
        for (int i = 0; i < seconds; i++) {
            scripted.clock().advance(1);
            scripted.client().readResponseBodyChunk();
        }
    }

    @Test
    void isOffByDefault() {
        assertEquals(OK, pollFor(requesting, 1000));
        readFor(body, 1000);

        requesting.expect(STATUS_REQUESTING);
        body.expect(STATUS_BODY);
    }

    @Test
    void endsTheWaitForAHead() {
        requesting.client().setReadTimeout(3);

        assertEquals(OK, pollFor(requesting, 3));
        assertEquals(ERR_CONNECTION_ERROR, pollFor(requesting, 1));

        requesting.expect(STATUS_CONNECTION_ERROR).expectTimeout(Phase.RESPONSE_HEAD);
        assertTrue(requesting.client().getFailure().message().contains("http://example.com"));
    }

    @Test
    void endsTheWaitForABody() {
        body.client().setReadTimeout(3);

        readFor(body, 3);
        body.expect(STATUS_BODY);
        readFor(body, 1);

        body.expect(STATUS_CONNECTION_ERROR).expectTimeout(Phase.BODY);
        assertEquals(ERR_CONNECTION_ERROR, body.client().poll());
    }

    @Test
    void endsTheWaitForABodyReadIntoABuffer() {
        body.client().setReadTimeout(1);
        ByteBuffer target = ByteBuffer.allocate(8);

        for (int i = 0; i < 3; i++) {
            body.clock().advance(1);
            body.client().readResponseBodyChunk(target);
        }

        body.expect(STATUS_CONNECTION_ERROR).expectTimeout(Phase.BODY);
    }

    @Test
    void startsAnewWithEveryByteThatMovesWhileTheHeadIsAwaited() {
        requesting.client().setReadTimeout(3);
        pollFor(requesting, 3);
        requesting.backend().activity++;

        assertEquals(OK, pollFor(requesting, 4));
        assertEquals(ERR_CONNECTION_ERROR, pollFor(requesting, 1));
    }

    @Test
    void startsAnewWithEveryByteThatMovesWhileTheBodyIsAwaited() {
        body.client().setReadTimeout(3);
        readFor(body, 3);
        body.backend().activity++;

        readFor(body, 4);
        body.expect(STATUS_BODY);
        readFor(body, 1);

        body.expect(STATUS_CONNECTION_ERROR);
    }

    @Test
    void startsAnewWithTheHead() {
        requesting.client().setReadTimeout(3);
        pollFor(requesting, 3);

        requesting.respond(ScriptedResponse.withBody());
        readFor(requesting, 3);

        requesting.expect(STATUS_BODY);
    }

    @Test
    void startsAnewWithARequest() {
        ScriptedClient connected = ScriptedClient.in(STATUS_CONNECTED);
        connected.client().setReadTimeout(2);
        connected.clock().advance(100);

        connected.get();

        assertEquals(OK, pollFor(connected, 2));
        assertEquals(ERR_CONNECTION_ERROR, pollFor(connected, 1));
    }

    @Test
    void doesNotCountTheTimeThatConnectingTook() {
        ScriptedClient connecting = ScriptedClient.in(STATUS_CONNECTING);
        connecting.client().setReadTimeout(1);
        pollFor(connecting, 20);
        connecting.backend().connects(Connecting.DONE);
        connecting.client().poll();

        connecting.get();

        assertEquals(OK, pollFor(connecting, 1));
    }

    @Test
    void doesNotCountWhileNothingIsAwaited() {
        ScriptedClient connected = ScriptedClient.in(STATUS_CONNECTED);
        connected.client().setReadTimeout(1);

        assertEquals(OK, pollFor(connected, 100));

        connected.expect(STATUS_CONNECTED);
    }

    @Test
    void doesNotCountWhileTheProgramPollsAndLeavesTheBodyAlone() {
        body.client().setReadTimeout(2);

        assertEquals(OK, pollFor(body, 100));
        body.client().readResponseBodyChunk();

        body.expect(STATUS_BODY);
    }

    @Test
    void oneLongFrameCountsAsOneSecond() {
        requesting.client().setReadTimeout(2);
        requesting.clock().advance(3600);

        assertEquals(OK, requesting.client().poll());

        assertEquals(OK, pollFor(requesting, 1));
        assertEquals(ERR_CONNECTION_ERROR, pollFor(requesting, 1));
    }

    @Test
    void doesNotSpoilAHeadOrAnEndThatComesAtTheLastMoment() {
        requesting.client().setReadTimeout(1);
        pollFor(requesting, 1);
        requesting.clock().advance(1);
        requesting.respond(ScriptedResponse.withBody()).expect(STATUS_BODY);
        readFor(requesting, 1);
        requesting.clock().advance(1);

        requesting.readToEnd((byte) 1);

        requesting.expect(STATUS_CONNECTED);
    }

    @Test
    void readThatReturnsBytesRestartsTheTimeout() {
        ScriptedClient body = ScriptedClient.in(STATUS_BODY);
        body.client().setReadTimeout(1);
        for (int i = 0; i < 5; i++) {
            body.backend().bodyBytes((byte) i); // held by the backend: nothing moves on the wire
            body.clock().advance(1);
            assertEquals(1, body.client().readResponseBodyChunk().length);
        }
        body.expect(STATUS_BODY);
    }
}
