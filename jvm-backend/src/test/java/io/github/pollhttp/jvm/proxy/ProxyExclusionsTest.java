package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Proxy;
import io.github.pollhttp.internal.RejectionException;

/** The hosts that a client reaches without its proxy. */
class ProxyExclusionsTest {
    private final ProxySettings settings = new ProxySettings();

    private Proxy proxyFor(String host) {
        try {
            return settings.to(Endpoint.of(host, -1, false));
        } catch (RejectionException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void setProxies() {
        settings.setHttp("proxy.example", 3128);
        settings.setHttps("proxy.example", 3128);
    }

    private boolean isDirect(String exclusion, String host) {
        settings.setExclusions(List.of(exclusion));
        return proxyFor(host) == null;
    }

    @ParameterizedTest
    @CsvSource({"example.com, example.com", "EXAMPLE.com, http://Example.COM", "example.com, https://example.com",
            "example.com., example.com", "example.com, example.com.", ".example.com, a.example.com",
            "*.example.com, a.b.EXAMPLE.com", ".example.com, a.example.com.", "192.0.2.1, 192.0.2.1",
            "2001:db8::1, [2001:DB8:0:0::1]", "[::1], ::1", "::ffff:192.0.2.1, ::FFFF:c000:0201",
            "::ffff:192.0.2.1, 192.0.2.1",
            "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0", "::, 0:0:0:0:0:0:0:0", "localhost, localhost",
            "b\u00fccher.example, B\u00fccher.example"})
    void matchingHostIsReachedDirectly(String exclusion, String host) {
        assertTrue(isDirect(exclusion, host));
    }

    @ParameterizedTest
    @CsvSource({"example.com, a.example.com", "example.com, myexample.com", ".example.com, example.com",
            "*.example.com, myexample.com", ".example.com, example.com.evil.example", "192.0.2.1, 192.0.2.10",
            "::1, ::2", "example.com, example.co", "example.com, 127.0.0.1", "example.com, localhost"})
    void otherHostGoesThroughTheProxy(String exclusion, String host) {
        assertTrue(!isDirect(exclusion, host));
    }

    @Test
    void noHostIsExcludedByDefault() {
        assertNotNull(proxyFor("localhost"));
        assertNotNull(proxyFor("127.0.0.1"));
    }

    @Test
    void anyEntryOfTheListMatches() {
        settings.setExclusions(List.of("a.example", ".b.example", "192.0.2.1"));

        assertNull(proxyFor("a.example"));
        assertNull(proxyFor("x.b.example"));
        assertNull(proxyFor("192.0.2.1"));
    }

    @Test
    void emptyListRemovesAllExclusions() {
        settings.setExclusions(List.of("example.com"));
        settings.setExclusions(List.of());

        assertNotNull(proxyFor("example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "*.", "*", "a b", "example.com:80", "example.com/", "user@example.com",
            "192.0.2.0/24"})
    void entryThatIsNoHostThrowsAndKeepsTheList(String entry) {
        settings.setExclusions(List.of("example.com"));

        assertThrows(IllegalArgumentException.class,
                () -> settings.setExclusions(List.of("other.example", entry)));
        assertNull(proxyFor("example.com"));
    }

    @Test
    void nullThrows() {
        assertThrows(NullPointerException.class, () -> settings.setExclusions(null));
        assertThrows(NullPointerException.class,
                () -> settings.setExclusions(Arrays.asList("example.com", null)));
        assertEquals("proxy.example", proxyFor("example.com").endpoint().host());
    }
}
