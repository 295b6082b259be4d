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

/** Which proxy a program's settings choose for an origin. */
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
    void withoutASettingThereIsNone() {
        assertNull(new ProxySettings().to(new Endpoint(false, "example.com", 80)));
    }

    @Test
    void eachSchemeHasItsOwn() {
        assertEquals(PLAIN, proxyFor("example.com"));
        assertEquals(PLAIN, proxyFor("http://example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @Test
    void tlsOptionsChooseTheTunnel() {
        assertEquals(TUNNEL, proxyFor("example.com", true));
    }

    @Test
    void anEmptyHostUnsetsOneAndLeavesTheOther() {
        settings.setHttp("", 3128);

        assertNull(proxyFor("http://example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @Test
    void portMinusOneUnsetsOneAndLeavesTheOther() {
        settings.setHttps("tunnel.example", -1);

        assertEquals(PLAIN, proxyFor("http://example.com"));
        assertNull(proxyFor("https://example.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 65536})
    void aPortOutOfRangeIsAMistakeAndTheProxyStaysWhatItWas(int port) {
        IllegalArgumentException mistake = assertThrows(IllegalArgumentException.class,
                () -> settings.setHttp("plain.example", port));

        assertTrue(mistake.getMessage().contains(Integer.toString(port)));
        assertThrows(IllegalArgumentException.class, () -> settings.setHttps("tunnel.example", port));
        assertEquals(PLAIN, proxyFor("example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65535})
    void theFirstAndTheLastPortAreRight(int port) {
        settings.setHttp("plain.example", port);

        assertEquals(port, proxyFor("example.com").endpoint().port());
    }

    @Test
    void nullIsAMistakeOfTheProgram() {
        assertThrows(NullPointerException.class, () -> settings.setHttp(null, 1));
        assertThrows(NullPointerException.class, () -> settings.setHttps(null, 1));
    }
}
