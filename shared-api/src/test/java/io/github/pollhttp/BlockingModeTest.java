package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_BODY;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CANT_CONNECT;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTION_ERROR;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ScriptedBackend.Connecting;

/** Calls that wait, because the program asked for it. */
class BlockingModeTest {
    private static ScriptedClient blockingIn(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        scripted.client().setBlockingMode(true);
        return scripted;
    }

    private static void whileWaiting(ScriptedClient scripted, BooleanSupplier event) {
        scripted.backend().whileWaiting = event;
    }

    @Test
    void aPollWaitsUntilTheStatusIsAnotherOne() {
        ScriptedClient connecting = blockingIn(STATUS_CONNECTING);
        whileWaiting(connecting, () -> {
            connecting.backend().connects(Connecting.DONE);
            return true;
        });
        assertEquals(OK, connecting.client().poll());
        connecting.expect(STATUS_CONNECTED);
    }

    @Test
    void aPollOfAnIdleConnectionWaitsForNothing() {
        ScriptedClient idle = blockingIn(STATUS_CONNECTED);
        assertEquals(OK, idle.client().poll());
        idle.expect(STATUS_CONNECTED);
    }

    @Test
    void aPollWaitsForTheHeadAndNotForTheBody() {
        ScriptedClient requesting = blockingIn(STATUS_REQUESTING);
        whileWaiting(requesting, () -> {
            requesting.backend().responds(ScriptedResponse.withBody("Content-Length: 5"));
            return true;
        });
        requesting.client().poll();
        requesting.expect(STATUS_BODY);
        whileWaiting(requesting, () -> {
            throw new AssertionError("a poll does not move the body");
        });
        assertEquals(OK, requesting.client().poll());
    }

    @Test
    void aReadWaitsForItsFirstByte() {
        ScriptedClient body = blockingIn(STATUS_BODY);
        whileWaiting(body, () -> {
            body.backend().bodyBytes((byte) 7);
            return true;
        });
        assertArrayEquals(new byte[]{7}, body.client().readResponseBodyChunk());
        ByteBuffer buffer = ByteBuffer.allocate(4);
        assertEquals(1, body.client().readResponseBodyChunk(buffer));
        assertEquals(0, body.client().readResponseBodyChunk(ByteBuffer.allocate(0)));
    }

    @Test
    void aReadEndsWithTheBody() {
        ScriptedClient body = blockingIn(STATUS_BODY);
        whileWaiting(body, () -> {
            body.backend().bodyEnds();
            return true;
        });
        assertEquals(0, body.client().readResponseBodyChunk().length);
        body.expect(STATUS_CONNECTED);
    }

    @Test
    void anInterruptEndsTheWaitAndNothingElse() {
        ScriptedClient requesting = blockingIn(STATUS_REQUESTING);
        whileWaiting(requesting, () -> false);
        assertEquals(OK, requesting.client().poll());
        requesting.expect(STATUS_REQUESTING);
    }

    @Test
    void aCloseOnAnotherThreadEndsTheWait() {
        ScriptedClient requesting = blockingIn(STATUS_REQUESTING);
        whileWaiting(requesting, () -> {
            requesting.closeOnAnotherThread();
            return true;
        });
        assertEquals(ERR_UNCONFIGURED, requesting.client().poll());
        requesting.expect(STATUS_DISCONNECTED);
    }

    @Test
    void theConnectTimeoutEndsTheWait() {
        ScriptedClient connecting = blockingIn(STATUS_CONNECTING);
        connecting.client().setConnectTimeout(2.5);
        whileWaiting(connecting, () -> {
            connecting.clock().advance(1);
            return true;
        });
        connecting.client().poll();
        connecting.expect(STATUS_CANT_CONNECT).expectTimeout(Phase.CONNECT);
    }

    @Test
    void theReadTimeoutEndsTheWaitForTheBody() {
        ScriptedClient body = blockingIn(STATUS_BODY);
        body.client().setReadTimeout(0.25);
        whileWaiting(body, () -> {
            body.clock().advance(0.2);
            return true;
        });
        assertEquals(0, body.client().readResponseBodyChunk().length);
        body.expect(STATUS_CONNECTION_ERROR).expectTimeout(Phase.BODY);
    }

    @Test
    void noWaitIsLongerThanTheTimeThatCanCount() {
        ScriptedClient body = blockingIn(STATUS_BODY);
        body.client().setReadTimeout(0.25);
        whileWaiting(body, () -> false);
        body.client().readResponseBodyChunk();
        assertEquals("await 125000000", body.backend().calls.get(body.backend().calls.size() - 1));
    }
}
