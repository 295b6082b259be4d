package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;

import java.util.List;

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

        client.setBlockingMode(false);
        assertFalse(client.isBlockingModeEnabled());
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

    @Test
    void whatOnlyABackendKnowsReachesIt() {
        client.setHttpProxy("a.example", 1);
        client.setHttpsProxy("b.example", 2);
        client.setProxyExclusions(List.of("c.example"));
        client.setUploadProgressEnabled(true);
        client.setWebOptions(WebOptions.DEFAULT);

        assertEquals(List.of("setHttpProxy a.example 1", "setHttpsProxy b.example 2", "setProxyExclusions [c.example]",
                "setUploadProgress true", "setWebOptions " + WebOptions.DEFAULT),
                backend.calls);
        backend.uploaded = 7;
        assertEquals(7, client.getUploadedBytes());
        assertThrows(NullPointerException.class, () -> client.setWebOptions(null));
    }
}
