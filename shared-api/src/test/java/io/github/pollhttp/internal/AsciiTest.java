package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AsciiTest {
    @Test
    void onlyTheCapitalsOfAsciiBecomeSmall() {
        assertEquals("az09 äÄİk[@`{", Ascii.lower("AZ09 äÄİK[@`{"));
    }

    @Test
    void aKelvinSignIsNoK() {
        assertFalse(Ascii.equal("\u212A", "k"));
        assertFalse(Ascii.startsWith("\u017Fet-cookie", "set"));
    }

    @Test
    void aTextBeginsWithAnotherInAnyCase() {
        assertTrue(Ascii.startsWith("HTTP://host", "http://"));
        assertFalse(Ascii.startsWith("htt", "http"));
        assertTrue(Ascii.equal("Identity", "iDENTITY"));
        assertFalse(Ascii.equal("identityx", "identity"));
    }

    @Test
    void hexadecimalDigitsAreThoseOfAscii() {
        int count = 0;
        for (char c = 0; c < 0x300; c++) {
            count += Ascii.isHexDigit(c) ? 1 : 0;
        }
        assertEquals(22, count);
        assertFalse(Ascii.isHexDigit('\uFF11'));
    }
}
