package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_CONNECTION_ERROR;
import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_BODY;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTION_ERROR;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;

import java.nio.ByteBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;

/** {@code BODY}: its rows of the status table, in both forms of reading. */
class BodyTest {
    private static final Failure TRUNCATED = ScriptedBackend.failure(Phase.BODY, Reason.BODY_TRUNCATED);

    private final ScriptedClient scripted = ScriptedClient.in(STATUS_BODY);
    private final ScriptedBackend backend = scripted.backend();
    private final PollingClient client = scripted.client();
    private final ByteBuffer target = ByteBuffer.allocate(16);

    @Test
    void pollingMovesNothing() {
        backend.bodyBytes((byte) 1).bodyEnds();
        backend.calls.clear();

        assertEquals(OK, client.poll());

        scripted.expect(STATUS_BODY);
        assertEquals(List.of(), backend.calls);
    }

    @Test
    void whenNothingIsThereYetAReadIsEmptyAndTheStatusStays() {
        assertEquals(0, client.readResponseBodyChunk().length);
        assertEquals(0, client.readResponseBodyChunk(target));

        scripted.expect(STATUS_BODY);
    }

    @Test
    void bytesBeforeTheEndLeaveTheStatus() {
        backend.bodyBytes((byte) 1, (byte) 2);

        assertArrayEquals(new byte[]{1, 2}, client.readResponseBodyChunk());

        scripted.expect(STATUS_BODY);
    }

    @Test
    void theReadThatTakesTheLastByteLeadsToConnected() {
        backend.bodyBytes((byte) 1, (byte) 2).bodyEnds();

        assertArrayEquals(new byte[]{1, 2}, client.readResponseBodyChunk());

        scripted.expect(STATUS_CONNECTED);
        assertEquals(OK, client.poll());
    }

    @Test
    void theReadIntoABufferThatTakesTheLastByteLeadsToConnected() {
        backend.bodyBytes((byte) 1, (byte) 2).bodyEnds();

        assertEquals(2, client.readResponseBodyChunk(target));

        assertEquals(ByteBuffer.wrap(new byte[]{1, 2}), target.flip());
        scripted.expect(STATUS_CONNECTED);
    }

    @Test
    void anEndThatShowsOnlyLaterComesWithAnEmptyRead() {
        backend.bodyBytes((byte) 1);
        client.readResponseBodyChunk();
        scripted.expect(STATUS_BODY);
        backend.bodyEnds();

        assertEquals(0, client.readResponseBodyChunk().length);

        scripted.expect(STATUS_CONNECTED);
    }

    @Test
    void anEmptyBodyPassesThroughBody() {
        backend.bodyEnds();
        assertEquals(OK, client.poll());
        scripted.expect(STATUS_BODY);

        assertEquals(0, client.readResponseBodyChunk(target));

        scripted.expect(STATUS_CONNECTED);
    }

    @Test
    void whereTheConnectionDoesNotPersistTheEndIsDisconnected() {
        backend.reusable = false;
        backend.bodyBytes((byte) 1).bodyEnds();
        backend.calls.clear();

        assertArrayEquals(new byte[]{1}, client.readResponseBodyChunk());

        scripted.expect(STATUS_DISCONNECTED);
        assertEquals(List.of("readBody", "close"), backend.calls);
        assertEquals(ERR_UNCONFIGURED, client.poll());
    }

    @Test
    void completeBodyIsNotAFailure() {
        scripted.readToEnd((byte) 1);

        assertNull(client.getFailure());
    }

    @Test
    void brokenBodyReturnsTheReceivedBytesAndThenFails() {
        backend.bodyBytes((byte) 1, (byte) 2).bodyBreaks(TRUNCATED);

        assertArrayEquals(new byte[]{1, 2}, client.readResponseBodyChunk());
        scripted.expect(STATUS_BODY);
        assertEquals(0, client.readResponseBodyChunk().length);

        scripted.expect(STATUS_CONNECTION_ERROR);
        assertSame(TRUNCATED, client.getFailure());
        assertEquals(ERR_CONNECTION_ERROR, client.poll());
    }

    @Test
    void aBodyThatBreaksWhileABufferIsFilledFailsAlike() {
        backend.bodyBreaks(TRUNCATED);
        backend.calls.clear();

        assertEquals(0, client.readResponseBodyChunk(target));

        scripted.expect(STATUS_CONNECTION_ERROR);
        assertSame(TRUNCATED, client.getFailure());
        assertEquals(List.of("readBody", "close"), backend.calls);
    }

    @Test
    void theHeadOfABrokenResponseStaysReadable() {
        backend.bodyBreaks(TRUNCATED);
        client.readResponseBodyChunk();

        assertTrue(client.hasResponse());
        assertEquals(200, client.getResponseCode());
        assertEquals(List.of("Content-Length: 5"), client.getResponseHeaders());
    }

    @Test
    void aConnectionServesOneExchangeAfterTheOther() {
        scripted.readToEnd((byte) 1).expect(STATUS_CONNECTED);

        scripted.get().respond(ScriptedResponse.withoutBody(204)).expect(STATUS_CONNECTED);

        assertEquals(204, client.getResponseCode());
    }
}
