package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IPv6AddressTest {

    @ParameterizedTest
    @CsvSource({"::1,::1", "::,::", "0:0:0:0:0:0:0:1,::1", "2001:DB8::A,2001:db8::a",
            "2001:0db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
            "1:0:0:2:0:0:0:3,1:0:0:2::3", "1:0:2:0:3:0:4:0,1:0:2:0:3:0:4:0", "::ffff:192.0.2.1,::ffff:c000:201",
            "1::,1::",
            "1:2:3:4:5:6:7::,1:2:3:4:5:6:7:0", "fe80::1:0:0,fe80::1:0:0"})
    void eachAddressHasOneSpelling(String address, String canonical) {
        assertEquals(canonical, IPv6Address.canonical(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1::",
            "12345::", "g::",
            "1:", ":1", "::1.2.3", "::1.2.3.4.5", "::256.1.1.1", "::01.2.3.4", "1.2.3.4::", "fe80::1%eth0", "::1 "})
    void invalidTextIsNoAddress(String text) {
        assertNull(IPv6Address.canonical(text));
    }
}
