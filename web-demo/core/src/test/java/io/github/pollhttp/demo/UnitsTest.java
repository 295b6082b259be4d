package io.github.pollhttp.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void formatsBytes() {
        assertEquals("0 bytes", Units.bytes(0));
        assertEquals("1 byte", Units.bytes(1));
        assertEquals("1023 bytes", Units.bytes(1023));
        assertEquals("1.5 KiB", Units.bytes(1536));
        assertEquals("32 MiB", Units.bytes(32 * 1024 * 1024));
    }

    @Test
    void formatsTimes() {
        assertEquals("0 ms", Units.time(999_999));
        assertEquals("12 ms", Units.time(12_345_678));
        assertEquals("3.1 s", Units.time(3_149_000_000L));
    }

    @Test
    void formatsSpeeds() {
        assertEquals("2 MiB/s", Units.speed(4 * 1024 * 1024, 2_000_000_000L));
        assertEquals("0 bytes/s", Units.speed(0, 0));
    }
}
