package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_INVALID_PARAMETER;
import static io.github.pollhttp.ErrorCode.ERR_UNAVAILABLE;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_RESOLVING;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;

/** {@code connectToHost}: the first row of the status table, what reaches the backend, what is refused. */
class ConnectToHostTest {
    private final ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);
    private final ScriptedBackend backend = scripted.backend();
    private final PollingClient client = scripted.client();

    @Test
    void aNameBeginsInResolving() {
        assertEquals(OK, client.connectToHost("example.com"));

        scripted.expect(STATUS_RESOLVING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::1", "[::1]", "https://[2001:db8::7]"})
    void aLiteralAddressBeginsInConnecting(String host) {
        assertEquals(OK, client.connectToHost(host));

        scripted.expect(STATUS_CONNECTING);
    }

    @Test
    void withoutAPortTheSchemeDecides() {
        client.connectToHost("example.com");
        assertEquals(new Endpoint(false, "example.com", 80), backend.endpoint);

        client.connectToHost("https://example.com");
        assertEquals(new Endpoint(true, "example.com", 443), backend.endpoint);
    }

    @Test
    void aPortOfItsOwnReachesTheBackend() {
        client.connectToHost("example.com", 8080);

        assertEquals(new Endpoint(false, "example.com", 8080), backend.endpoint);
    }

    @Test
    void optionsAreTheWishForTlsAndReachTheBackend() {
        TLSOptions options = TLSOptions.client();

        client.connectToHost("example.com", -1, options);

        assertEquals(new Endpoint(true, "example.com", 443), backend.endpoint);
        assertSame(options, backend.tlsOptions);
    }

    @Test
    void httpsWithoutOptionsLeavesTheDefaultsToTheBackend() {
        client.connectToHost("https://example.com");

        assertTrue(backend.endpoint.tls());
        assertNull(backend.tlsOptions);
    }

    @Test
    void httpOverrulesTheOptions() {
        client.connectToHost("http://example.com", -1, TLSOptions.client());

        assertFalse(backend.endpoint.tls());
    }

    @ParameterizedTest
    @EnumSource
    void itClosesFirstInEveryStatus(Status status) {
        ScriptedClient busy = ScriptedClient.in(status);
        busy.backend().calls.clear();

        busy.connectTo("192.0.2.2").expect(STATUS_CONNECTING);

        List<String> calls = busy.backend().calls;
        assertEquals("close", calls.get(0));
        assertEquals("connect", calls.get(calls.size() - 1));
    }

    @Test
    void itDropsTheResponseAndTheFailure() {
        ScriptedClient failed = ScriptedClient.in(Status.STATUS_BODY);
        failed.backend().bodyBreaks(
                ScriptedBackend.failure(Failure.Phase.BODY, Failure.Reason.BODY_TRUNCATED));
        failed.client().readResponseBodyChunk();
        assertTrue(failed.client().hasResponse());

        failed.connectTo("example.com");

        assertFalse(failed.client().hasResponse());
        assertNull(failed.client().getFailure());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 65536, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void portOutOfRangeIsRejectedWithAMessage(int port) {
        assertEquals(ERR_INVALID_PARAMETER, client.connectToHost("example.com", port));

        assertTrue(client.getRejection().contains(Integer.toString(port)), client.getRejection());
        scripted.expect(STATUS_DISCONNECTED);
        assertFalse(backend.calls.contains("connect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "example.com/path", "exa mple.com", "user@example.com", "exam\nple.com"})
    void invalidHostIsRejectedBeforeTheBackendIsCalled(String host) {
        assertEquals(ERR_INVALID_PARAMETER, client.connectToHost(host));

        assertTrue(client.getRejection().contains("host"), client.getRejection());
        scripted.expect(STATUS_DISCONNECTED);
        assertFalse(backend.calls.contains("connect"));
    }

    @Test
    void rejectedHostStillClosesTheOldConnection() {
        ScriptedClient connected = ScriptedClient.in(STATUS_CONNECTED);

        connected.client().connectToHost("");

        connected.expect(STATUS_DISCONNECTED);
        assertNull(connected.client().getFailure());
    }

    @Test
    void rejectionOfTheBackendReturnsItsCodeAndMessage() {
        backend.refusal = RejectionException.unavailable("not from here");

        assertEquals(ERR_UNAVAILABLE, client.connectToHost("example.com"));

        assertEquals("not from here", client.getRejection());
        scripted.expect(STATUS_DISCONNECTED);
    }

    @Test
    void acceptedCallClearsTheEarlierRejection() {
        client.connectToHost("");

        client.connectToHost("example.com");

        assertNull(client.getRejection());
    }

    @Test
    void nullThrowsAndClosesNothing() {
        ScriptedClient connected = ScriptedClient.in(STATUS_CONNECTED);

        assertThrows(NullPointerException.class, () -> connected.client().connectToHost(null));

        connected.expect(STATUS_CONNECTED);
    }
}
