package io.github.pollhttp.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final Address PAGE = Address.parse("https://example.com").folder("/try");

    @Test
    void threeLinesAreThreeOrigins() {
        Addresses addresses = Addresses
                .parse("http://localhost:8080\nhttp://localhost:8081\nhttp://localhost:49152\n", PAGE);
        assertTrue(addresses.hasServer());
        assertEquals(new Address("http://localhost", 8080, ""), addresses.of(Place.PAGE));
        assertEquals(new Address("http://localhost", 8081, ""), addresses.of(Place.SECOND));
        assertEquals(new Address("http://localhost", 49152, ""), addresses.of(Place.NOBODY));
    }

    @Test
    void pageWithoutTheDemoServerKeepsItsFolder() {
        Addresses addresses = Addresses.parse(Addresses.NO_SERVER, PAGE);
        assertFalse(addresses.hasServer());
        assertEquals("https://example.com/try", addresses.of(Place.PAGE).toString());
    }
}
