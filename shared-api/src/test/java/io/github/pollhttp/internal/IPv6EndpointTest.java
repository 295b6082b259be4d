package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are IPv6 addresses (RFC 4291 section 2.2). */
class IPv6EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"::", "::1", "1::", "2001:db8::1", "2001:DB8::A", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8", "1:2:3::7:8", "fe80::0001", "::ffff:192.0.2.1", "::FFFF:0.0.0.0", "64:ff9b::192.0.2.33",
            "1:2:3:4:5:6:1.2.3.4", "::1.2.3.4"})
    void anAddressIsTakenWithBracketsAndWithout(String address) throws RejectionException {
        Endpoint bare = Endpoint.of(address, 8080, false);
        Endpoint bracketed = Endpoint.of("[" + address + "]", 8080, false);

        assertEquals(IPv6Address.canonical(address), bare.host());
        assertEquals(bare, bracketed);
        assertTrue(bare.isLiteral());
        assertEquals("[" + bare.host() + "]:8080", bare.authority());
    }

    @Test
    void aSchemeMayStandBeforeIt() throws RejectionException {
        assertEquals(new Endpoint(true, "::1", 443), Endpoint.of("https://::1", -1, false));
        assertEquals(new Endpoint(false, "::1", 80), Endpoint.of("http://[::1]", -1, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "12345::",
            "g::1", "::1:", ":1::", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::1.2.3", "::1.2.3.256", "::1.2.3.4:5",
            "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "fe80::1%eth0", "::1 ", "::\u0661"})
    void whatIsNoneIsRefusedWithBracketsAndWithout(String text) {
        assertThrows(RejectionException.class, () -> Endpoint.of(text, -1, false));
        assertThrows(RejectionException.class, () -> Endpoint.of("[" + text + "]", -1, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[example.com]", "[192.0.2.1]", "[", "]", "[::1", "::1]", "[::1]:80", "[[::1]]", "[:]"})
    void bracketsAreForWholeIPv6AddressesAlone(String host) {
        assertThrows(RejectionException.class, () -> Endpoint.of(host, -1, false));
    }
}
