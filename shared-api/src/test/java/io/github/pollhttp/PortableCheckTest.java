package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.spi.Rejection;

class PortableCheckTest {
    private final PortableCheck check = new PortableCheck();

    @Test
    void onlyTheTlsOptionsOfABrowserAreAccepted() {
        assertNull(check.ofConnect("a.example", 443, null));
        assertNull(check.ofConnect("a.example", 443, TLSOptions.client()));

        Rejection unsafe = check.ofConnect("a.example", 443, TLSOptions.clientUnsafe());

        assertEquals(ErrorCode.ERR_UNAVAILABLE, unsafe.code());
    }

    @Test
    void blockedPortIsUnavailable() {
        assertEquals(ErrorCode.ERR_UNAVAILABLE, check.ofConnect("a.example", 6667, null).code());
    }
}
