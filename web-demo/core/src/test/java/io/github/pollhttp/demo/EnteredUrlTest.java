package io.github.pollhttp.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnteredUrlTest {
    @ParameterizedTest
    @CsvSource({"https://example.com/a/b?c=d#e, https://example.com, -1, /a/b?c=d",
            "http://example.com:8080, http://example.com, 8080, /",
            "' example.com?q ', https://example.com, -1, /?q",
            "http://[::1]/, http://[::1], -1, /",
            "http://[::1]:80/a:9, http://[::1], 80, /a:9",
            "https://example.com:port/, https://example.com:port, -1, /",
            "https://example.com:123456/, https://example.com:123456, -1, /"})
    void urlIsSplit(String url, String host, int port, String path) {
        assertEquals(new EnteredUrl(new Address(host, port, ""), path), EnteredUrl.parse(url));
    }
}
