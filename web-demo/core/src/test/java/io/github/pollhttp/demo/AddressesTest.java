package io.github.pollhttp.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void threeLinesAreThreeOrigins() {
        Addresses addresses = Addresses.parse("http://localhost:8080\nhttp://localhost:8081\nhttp://localhost:49152\n");
        assertEquals(new Address("http://localhost", 8080), addresses.of(Place.PAGE));
        assertEquals(new Address("http://localhost", 8081), addresses.of(Place.SECOND));
        assertEquals(new Address("http://localhost", 49152), addresses.of(Place.NOBODY));
    }
}
