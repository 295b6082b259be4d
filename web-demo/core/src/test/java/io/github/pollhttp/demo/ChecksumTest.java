package io.github.pollhttp.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    @Test
    void checksumEqualsTheOneOfTheJdk() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        CRC32 jdk = new CRC32();
        jdk.update(bytes);
        assertEquals(Long.toHexString(jdk.getValue()), Checksum.of(bytes).replaceFirst("^0+", ""));
    }

    @Test
    void textHasEightDigits() {
        assertEquals("00000000", Checksum.of(new byte[0]));
        assertEquals("cbf43926", Checksum.of("123456789".getBytes(US_ASCII)));
    }

    @Test
    void pieceSizesDoNotChangeTheChecksum() {
        Checksum checksum = new Checksum();
        checksum.update("1234".getBytes(US_ASCII));
        checksum.update("56789".getBytes(US_ASCII));
        assertEquals("cbf43926", checksum.toString());
    }
}
