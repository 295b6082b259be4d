package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** The host to connect to is the proxy, if there is one. Only that host is looked up. */
class DialledHostTest {

    @Test
    void onlyANameToConnectToIsLookedUp() {
        JvmBackend backend = new JvmBackend(name -> new CompletableFuture<>(), System::nanoTime, "agent");
        backend.setHttpProxy("proxy.example", 3128);
        backend.connect("192.0.2.1", -1, null);
        assertTrue(backend.isResolving());

        backend.setProxyExclusions(List.of("192.0.2.1"));
        backend.connect("192.0.2.1", -1, null);
        assertFalse(backend.isResolving());

        backend.setHttpProxy("192.0.2.9", 3128);
        backend.connect("example.com", -1, null);
        assertFalse(backend.isResolving());
        backend.close();
    }
}
