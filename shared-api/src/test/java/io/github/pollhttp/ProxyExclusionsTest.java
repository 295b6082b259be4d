package io.github.pollhttp;

import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_RESOLVING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts a client reaches without its proxy. */
class ProxyExclusionsTest {
    private final ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);

    @BeforeEach
    void setProxies() {
        scripted.client().setHttpProxy("proxy.example", 3128);
        scripted.client().setHttpsProxy("proxy.example", 3128);
    }

    private boolean isDirect(String exclusion, String host) {
        scripted.client().setProxyExclusions(List.of(exclusion));
        return scripted.connectTo(host).backend().proxy == null;
    }

    @ParameterizedTest
    @CsvSource({"example.com, example.com", "EXAMPLE.com, http://Example.COM", "example.com, https://example.com",
            "example.com., example.com", "example.com, example.com.", ".example.com, a.example.com",
            "*.example.com, a.b.EXAMPLE.com", ".example.com, a.example.com.", "192.0.2.1, 192.0.2.1",
            "2001:db8::1, [2001:DB8:0:0::1]", "[::1], ::1", "::ffff:192.0.2.1, ::FFFF:c000:0201",
            "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0", "::, 0:0:0:0:0:0:0:0", "localhost, localhost",
            "b\u00fccher.example, B\u00fccher.example"})
    void theseAreReachedDirectly(String exclusion, String host) {
        assertTrue(isDirect(exclusion, host));
    }

    @ParameterizedTest
    @CsvSource({"example.com, a.example.com", "example.com, myexample.com", ".example.com, example.com",
            "*.example.com, myexample.com", ".example.com, example.com.evil.example", "192.0.2.1, 192.0.2.10",
            "::1, ::2", "example.com, example.co", "example.com, 127.0.0.1", "example.com, localhost"})
    void theseGoThroughTheProxy(String exclusion, String host) {
        assertTrue(!isDirect(exclusion, host));
    }

    @Test
    void atFirstNothingIsExcludedNotEvenLoopback() {
        assertNotNull(scripted.connectTo("localhost").backend().proxy);
        assertNotNull(scripted.connectTo("127.0.0.1").backend().proxy);
    }

    @Test
    void anyOfTheListWillDo() {
        scripted.client().setProxyExclusions(List.of("a.example", ".b.example", "192.0.2.1"));

        assertNull(scripted.connectTo("a.example").backend().proxy);
        assertNull(scripted.connectTo("x.b.example").backend().proxy);
        assertNull(scripted.connectTo("192.0.2.1").backend().proxy);
    }

    @Test
    void anEmptyListExcludesNothingAgain() {
        scripted.client().setProxyExclusions(List.of("example.com"));
        scripted.client().setProxyExclusions(List.of());

        assertNotNull(scripted.connectTo("example.com").backend().proxy);
    }

    @Test
    void whoeverIsDialledDecidesWhetherANameIsLookedUp() {
        scripted.connectTo("192.0.2.1").expect(STATUS_RESOLVING);

        scripted.client().setProxyExclusions(List.of("192.0.2.1"));
        scripted.connectTo("192.0.2.1").expect(STATUS_CONNECTING);

        scripted.client().setHttpProxy("192.0.2.9", 3128);
        scripted.connectTo("example.com").expect(STATUS_CONNECTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "*.", "*", "a b", "example.com:80", "example.com/", "user@example.com",
            "192.0.2.0/24"})
    void whatIsNoHostIsAMistakeAndTheListStaysWhatItWas(String entry) {
        scripted.client().setProxyExclusions(List.of("example.com"));

        assertThrows(IllegalArgumentException.class,
                () -> scripted.client().setProxyExclusions(List.of("other.example", entry)));
        assertNull(scripted.connectTo("example.com").backend().proxy);
    }

    @Test
    void nullIsAMistakeOfTheProgram() {
        assertThrows(NullPointerException.class, () -> scripted.client().setProxyExclusions(null));
        assertThrows(NullPointerException.class,
                () -> scripted.client().setProxyExclusions(Arrays.asList("example.com", null)));
        assertEquals("proxy.example", scripted.connectTo("example.com").backend().proxy.endpoint().host());
    }
}
