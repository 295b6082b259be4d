package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import static io.github.pollhttp.ErrorCode.ERR_CANT_CONNECT;
import static io.github.pollhttp.ErrorCode.ERR_CANT_RESOLVE;
import static io.github.pollhttp.ErrorCode.ERR_CONNECTION_ERROR;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CANT_CONNECT;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CANT_RESOLVE;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_RESOLVING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_TLS_HANDSHAKE_ERROR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ScriptedBackend.Connecting;

/** {@code RESOLVING} and {@code CONNECTING}: their rows of the status table. */
class ConnectingTest {
    private final ScriptedClient scripted = ScriptedClient.in(STATUS_RESOLVING);
    private final ScriptedBackend backend = scripted.backend();
    private final PollingClient client = scripted.client();

    @Test
    void whileTheNameIsLookedUpTheStatusStays() {
        backend.connects(Connecting.RESOLVING);

        assertEquals(OK, client.poll());

        scripted.expect(STATUS_RESOLVING);
    }

    @Test
    void aFoundNameLeadsToConnecting() {
        backend.connects(Connecting.CONNECTING);

        assertEquals(OK, client.poll());

        scripted.expect(STATUS_CONNECTING);
    }

    @Test
    void whileTheConnectionIsOpenedTheStatusStays() {
        backend.connects(Connecting.CONNECTING, Connecting.CONNECTING);

        client.poll();
        assertEquals(OK, client.poll());

        scripted.expect(STATUS_CONNECTING);
    }

    @Test
    void anOpenConnectionLeadsToConnected() {
        backend.connects(Connecting.CONNECTING, Connecting.DONE);

        client.poll();
        assertEquals(OK, client.poll());

        scripted.expect(STATUS_CONNECTED);
        assertNull(client.getFailure());
    }

    @Test
    void onePollAsksTheBackendOnce() {
        backend.connects(Connecting.RESOLVING, Connecting.DONE);

        client.poll();

        scripted.expect(STATUS_RESOLVING);
    }

    @ParameterizedTest
    @CsvSource({"RESOLVE, NAME_NOT_FOUND, STATUS_CANT_RESOLVE, ERR_CANT_RESOLVE",
            "RESOLVE, NAME_LOOKUP_FAILED, STATUS_CANT_RESOLVE, ERR_CANT_RESOLVE",
            "CONNECT, REFUSED, STATUS_CANT_CONNECT, ERR_CANT_CONNECT",
            "CONNECT, UNREACHABLE, STATUS_CANT_CONNECT, ERR_CANT_CONNECT",
            "PROXY, PROXY_REFUSED, STATUS_CANT_CONNECT, ERR_CANT_CONNECT",
            "TLS, TLS_UNTRUSTED, STATUS_TLS_HANDSHAKE_ERROR, ERR_CANT_CONNECT",
            "TLS, TLS_WRONG_HOST, STATUS_TLS_HANDSHAKE_ERROR, ERR_CANT_CONNECT"})
    void aFailureLeadsToTheStatusOfItsPhase(Phase phase, Reason reason, Status status, ErrorCode code) {
        Failure failure = ScriptedBackend.failure(phase, reason);
        backend.calls.clear();
        backend.failsToConnect(failure);

        assertEquals(code, client.poll());

        scripted.expect(status);
        assertSame(failure, client.getFailure());
        assertEquals("close", backend.calls.get(backend.calls.size() - 1));
    }

    @Test
    void aFailedLookUpGoesOnAnsweringCantResolve() {
        PollingClient failed = ScriptedClient.in(STATUS_CANT_RESOLVE).client();

        assertEquals(ERR_CANT_RESOLVE, failed.poll());
        assertEquals(ERR_CANT_RESOLVE, failed.poll());
    }

    @Test
    void aFailedConnectionGoesOnAnsweringCantConnect() {
        PollingClient failed = ScriptedClient.in(STATUS_CANT_CONNECT).client();

        assertEquals(ERR_CANT_CONNECT, failed.poll());
        assertEquals(ERR_CANT_CONNECT, failed.poll());
    }

    @Test
    void onlyThePollInWhichTheHandshakeFailsAnswersCantConnect() {
        backend.failsToConnect(ScriptedBackend.failure(Phase.TLS, Reason.TLS_EXPIRED));

        assertEquals(ERR_CANT_CONNECT, client.poll());
        assertEquals(ERR_CONNECTION_ERROR, client.poll());
        assertEquals(ERR_CONNECTION_ERROR, client.poll());

        scripted.expect(STATUS_TLS_HANDSHAKE_ERROR);
    }
}
