package io.github.pollhttp;

import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.spi.Proxy;

/** Which proxy the backend is told to go through. */
class ProxySettingTest {
    private static final Proxy PLAIN = Proxy.of("plain.example", 3128);
    private static final Proxy TUNNEL = Proxy.of("user:secret@tunnel.example", 8443);

    private final ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);
    private final PollingClient client = scripted.client();

    private Proxy proxyFor(String host) {
        return scripted.connectTo(host).backend().proxy;
    }

    @BeforeEach
    void setBoth() {
        client.setHttpProxy("plain.example", 3128);
        client.setHttpsProxy("user:secret@tunnel.example", 8443);
    }

    @Test
    void withoutASettingThereIsNone() {
        assertNull(ScriptedClient.in(STATUS_CONNECTED).backend().proxy);
    }

    @Test
    void eachSchemeHasItsOwn() {
        assertEquals(PLAIN, proxyFor("example.com"));
        assertEquals(PLAIN, proxyFor("http://example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @Test
    void tlsOptionsChooseTheTunnel() {
        client.connectToHost("example.com", 8080, TLSOptions.client());

        assertEquals(TUNNEL, scripted.backend().proxy);
    }

    @Test
    void anEmptyHostUnsetsOneAndLeavesTheOther() {
        client.setHttpProxy("", 3128);

        assertNull(proxyFor("http://example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @Test
    void portMinusOneUnsetsOneAndLeavesTheOther() {
        client.setHttpsProxy("tunnel.example", -1);

        assertEquals(PLAIN, proxyFor("http://example.com"));
        assertNull(proxyFor("https://example.com"));
    }

    @Test
    void aConnectionThatIsOpenStays() {
        scripted.connected();

        client.setHttpProxy("other.example", 1);

        scripted.expect(STATUS_CONNECTED);
        assertEquals(PLAIN, scripted.backend().proxy);
    }

    @Test
    void closeKeepsTheSetting() {
        client.close();

        assertEquals(PLAIN, proxyFor("example.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 65536})
    void aPortOutOfRangeIsAMistakeAndTheProxyStaysWhatItWas(int port) {
        IllegalArgumentException mistake = assertThrows(IllegalArgumentException.class,
                () -> client.setHttpProxy("plain.example", port));

        assertTrue(mistake.getMessage().contains(Integer.toString(port)));
        assertThrows(IllegalArgumentException.class, () -> client.setHttpsProxy("tunnel.example", port));
        assertEquals(PLAIN, proxyFor("example.com"));
        assertEquals(TUNNEL, proxyFor("https://example.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65535})
    void theFirstAndTheLastPortAreRight(int port) {
        client.setHttpProxy("plain.example", port);

        assertEquals(port, proxyFor("example.com").endpoint().port());
    }

    @Test
    void nullIsAMistakeOfTheProgram() {
        assertThrows(NullPointerException.class, () -> client.setHttpProxy(null, 1));
        assertThrows(NullPointerException.class, () -> client.setHttpsProxy(null, 1));
    }
}
