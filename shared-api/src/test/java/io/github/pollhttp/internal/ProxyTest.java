package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.internal.Proxy.Protocol;

/** How a proxy's host is read. */
class ProxyTest {

    @ParameterizedTest
    @CsvSource({"proxy.example, HTTP, proxy.example, ''", "HTTP://proxy.example, HTTP, proxy.example, ''",
            "SOCKS5://proxy.example, SOCKS5, proxy.example, ''",
            "user:pass@proxy.example, HTTP, proxy.example, user:pass",
            "socks5://user@192.0.2.1, SOCKS5, 192.0.2.1, user",
            "a%40b:c@d@proxy.example, HTTP, proxy.example, a%40b:c@d",
            "user:pass@[::1], HTTP, ::1, user:pass", "::1, HTTP, ::1, ''"})
    void schemeAndCredentialsMayStandBeforeTheHost(String text, Protocol protocol, String host, String userInfo) {
        assertEquals(new Proxy(protocol, new Endpoint(false, host, 3128), userInfo), Proxy.of(text, 3128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://proxy.example", "socks4://proxy.example", "http://socks5://proxy.example", "a b",
            "proxy.example:3128", "proxy.example/", "user@", "socks5://", "[::1"})
    void invalidProxyIsRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> Proxy.of(text, 3128));
    }

    @Test
    void messagesDoNotContainThePassword() {
        assertEquals("http://proxy.example:80", Proxy.of("user:secret@proxy.example", 80).toString());
        assertEquals("socks5://[::1]:1080", Proxy.of("socks5://user:secret@::1", 1080).toString());
        assertThrowsWithoutPassword("user:secret@a b");
        assertThrowsWithoutPassword("ftp://user:secret@proxy.example");
    }

    private static void assertThrowsWithoutPassword(String text) {
        IllegalArgumentException mistake = assertThrows(IllegalArgumentException.class, () -> Proxy.of(text, 80));
        assertFalse(mistake.getMessage().contains("secret"), mistake.getMessage());
    }
}
