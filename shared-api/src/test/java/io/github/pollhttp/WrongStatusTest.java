package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_INVALID_PARAMETER;
import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;

import java.nio.ByteBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** Calls that do not fit the status are rejected and change nothing. */
class WrongStatusTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "STATUS_CONNECTED")
    void requestInAWrongStatusIsRejectedAndKeepsTheStatus(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        PollingClient client = scripted.client();
        scripted.backend().calls.clear();

        assertEquals(ERR_INVALID_PARAMETER, client.request(Method.METHOD_GET, "/", List.of()));

        assertTrue(client.getRejection().contains("STATUS_CONNECTED"), client.getRejection());
        assertTrue(client.getRejection().contains(status.name()), client.getRejection());
        scripted.expect(status);
        assertEquals(List.of(), scripted.backend().calls);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "STATUS_BODY")
    void readInAWrongStatusIsEmptyAndKeepsTheStatus(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        scripted.backend().bodyBytes((byte) 1);
        scripted.backend().calls.clear();
        ByteBuffer target = ByteBuffer.allocate(8);

        assertEquals(0, scripted.client().readResponseBodyChunk().length);
        assertEquals(0, scripted.client().readResponseBodyChunk(target));

        assertEquals(0, target.position());
        assertEquals(8, target.limit());
        scripted.expect(status);
        assertEquals(List.of(), scripted.backend().calls);
    }

    @Test
    void rejectedRequestKeepsTheFailure() {
        ScriptedClient scripted = ScriptedClient.in(Status.STATUS_CONNECTION_ERROR);
        Failure failure = scripted.client().getFailure();
        assertNotNull(failure);

        scripted.client().request(Method.METHOD_GET, "/", List.of());

        assertSame(failure, scripted.client().getFailure());
    }

    @Test
    void aNewClientIsDisconnectedAndPollingItIsUnconfigured() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);

        assertEquals(ERR_UNCONFIGURED, scripted.client().poll());

        scripted.expect(STATUS_DISCONNECTED);
        assertEquals(List.of(), scripted.backend().calls);
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_CANT_RESOLVE", "STATUS_CANT_CONNECT", "STATUS_CONNECTION_ERROR",
            "STATUS_TLS_HANDSHAKE_ERROR"})
    void aFailureStatusStaysHoweverOftenItIsPolled(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        Failure failure = scripted.client().getFailure();
        scripted.backend().calls.clear();

        for (int i = 0; i < 3; i++) {
            scripted.client().poll();
        }

        scripted.expect(status);
        assertSame(failure, scripted.client().getFailure());
        assertEquals(List.of(), scripted.backend().calls);
    }

    @Test
    void rejectionIsNotAFailure() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);

        scripted.client().request(Method.METHOD_GET, "nowhere", List.of());

        assertNull(scripted.client().getFailure());
        assertFalse(scripted.client().hasResponse());
    }
}
