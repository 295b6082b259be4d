package io.github.pollhttp;

import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Settings that the client only hands on. */
class BackendSettingsTest {
    private final ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);
    private final ScriptedBackend backend = scripted.backend();
    private final PollingClient client = scripted.client();

    @Test
    void blockingModeIsOffUntilItIsSet() {
        assertFalse(client.isBlockingModeEnabled());

        client.setBlockingMode(true);
        assertTrue(client.isBlockingModeEnabled());
        assertTrue(backend.blocking);

        client.setBlockingMode(false);
        assertFalse(client.isBlockingModeEnabled());
        assertFalse(backend.blocking);
    }

    @Test
    void blockingModeStaysOffWhereTheBackendCannotWait() {
        backend.canBlock = false;

        assertThrows(UnsupportedOperationException.class, () -> client.setBlockingMode(true));

        assertFalse(client.isBlockingModeEnabled());
    }

    @Test
    void limitsReachTheBackend() {
        ResponseLimits limits = new ResponseLimits(1, 2, 3, 4, 5);

        client.setResponseLimits(limits);

        assertSame(limits, backend.limits);
        assertThrows(NullPointerException.class, () -> client.setResponseLimits(null));
    }

    @Test
    void diagnosticsReachTheBackend() {
        client.setDiagnosticsEnabled(true);
        assertTrue(backend.diagnostics);

        client.setDiagnosticsEnabled(false);
        assertFalse(backend.diagnostics);
    }
}
