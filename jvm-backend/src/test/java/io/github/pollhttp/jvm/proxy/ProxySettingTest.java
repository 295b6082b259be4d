package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Proxy;
import io.github.pollhttp.internal.RejectionException;

/** The proxy that the settings of a program choose for an origin. */
class ProxySettingTest {
    private static final Proxy PLAIN = Proxy.of("plain.example", 3128);
    private static final Proxy TUNNEL = Proxy.of("user:secret@tunnel.example", 8443);

    private final ProxySettings settings = new ProxySettings();

    private Proxy proxyFor(String host) {
        return proxyFor(host, false);
    }

    private Proxy proxyFor(String host, boolean tls) {
        try {
            return settings.to(Endpoint.of(host, -1, tls));
        } catch (RejectionException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void setBoth() {
        settings.setHttp("plain.example", 3128);
        settings.setHttps("user:secret@tunnel.example", 8443);
    }

    @Test
    void unsetProxyIsNull() {
        assertNull(new ProxySettings().to(new Endpoint(false, "example.com", 80)));
    }

    @Test
    void eachSchemeHasItsOwnProxy() {
        assertEquals(PLAIN, proxyFor("example.com"));
        assertEquals(PLAIN, proxyFor("http://example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @Test
    void tlsOptionsChooseTheHttpsProxy() {
        assertEquals(TUNNEL, proxyFor("example.com", true));
    }

    @Test
    void emptyHostUnsetsOnlyItsProxy() {
        settings.setHttp("", 3128);

        assertNull(proxyFor("http://example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @Test
    void portMinusOneUnsetsOnlyItsProxy() {
        settings.setHttps("tunnel.example", -1);

        assertEquals(PLAIN, proxyFor("http://example.com"));
        assertNull(proxyFor("https://example.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 65536})
    void portOutOfRangeThrowsAndKeepsTheProxies(int port) {
        IllegalArgumentException rejection = assertThrows(IllegalArgumentException.class,
                () -> settings.setHttp("plain.example", port));

        assertTrue(rejection.getMessage().contains(Integer.toString(port)));
        assertThrows(IllegalArgumentException.class, () -> settings.setHttps("tunnel.example", port));
        assertEquals(PLAIN, proxyFor("example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65535})
    void lowestAndHighestPortAreAccepted(int port) {
        settings.setHttp("plain.example", port);

        assertEquals(port, proxyFor("example.com").endpoint().port());
    }

    @Test
    void nullThrows() {
        assertThrows(NullPointerException.class, () -> settings.setHttp(null, 1));
        assertThrows(NullPointerException.class, () -> settings.setHttps(null, 1));
    }
}
