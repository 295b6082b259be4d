package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the URL Standard and of its tests. */
class IPv4AddressTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1,192.0.2.1", "127.1,127.0.0.1", "2130706433,127.0.0.1", "0x7f.1,127.0.0.1",
            "010.0.0.1,8.0.0.1",
            "0x,0.0.0.0", "1.2.3.4.,1.2.3.4", "4294967295,255.255.255.255", "0xffffffff.,255.255.255.255",
            "1.65536.,1.1.0.0", "1.2.65535,1.2.255.255"})
    void numbersAreAnAddress(String host, String address) throws RejectionException {
        assertTrue(IPv4Address.isMeantBy(host));
        assertEquals(address, IPv4Address.canonical(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4.5", "256.1", "1.2.3.256", "a.1", "4294967296", "1..2", "08.1", "0xg.1",
            "example.0x",
            "99999999999999999999"})
    void hostThatEndsInANumberAndIsNoAddressIsRejected(String host) {
        assertTrue(IPv4Address.isMeantBy(host));
        assertThrows(RejectionException.class, () -> IPv4Address.canonical(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "1.example", "1.2.3.4a", "0xg", "1a", "a1", "1.2..", "x.0y1"})
    void otherHostsAreNames(String host) {
        assertFalse(IPv4Address.isMeantBy(host));
    }
}
