package io.github.pollhttp.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URLDecoder;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {
    private static final String UNRESERVED = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    private static String unreserved(String text) {
        StringBuilder target = new StringBuilder();
        PercentEncoding.appendUnreserved(target, text);
        return target.toString();
    }

    @Test
    void onlyUnreservedCharactersOfAsciiStay() {
        for (char c = 0; c < 0x80; c++) {
            String expected = UNRESERVED.indexOf(c) >= 0
                    ? String.valueOf(c)
                    : "%" + Integer.toHexString(0x100 | c).substring(1).toUpperCase(Locale.ROOT);

            assertEquals(expected, unreserved(String.valueOf(c)));
        }
    }

    @ParameterizedTest
    @CsvSource({"\u00FC, %C3%BC", "\u20AC, %E2%82%AC", "\uD83C\uDFAE, %F0%9F%8E%AE", "\u00FF, %C3%BF"})
    void otherCharactersAreEncodedByteByByteInBothStrengths(String text, String encoded) {
        assertEquals(encoded, unreserved(text));
        assertEquals(encoded, PercentEncoding.target(text));
    }

    @Test
    void whatIsAppendedStandsBehindWhatWasThere() {
        StringBuilder target = new StringBuilder("a=");

        PercentEncoding.appendUnreserved(target, "b c");

        assertEquals("a=b%20c", target.toString());
    }

    @Test
    void whatRfc3986AllowsInATargetStays() {
        String target = "/-._~!$&'()*+,;=:@/%41%zz?-._~!$&()*+,;=:@/?%41";

        assertSame(target, PercentEncoding.target(target));
        assertEquals(target + "%C3%BC", PercentEncoding.target(target + "\u00FC"));
    }

    @Test
    void whatRfc3986AllowsInNoTargetIsEncoded() {
        String encoded = "%22%3C%3E%5B%5C%5D%5E%60%7B%7C%7D";

        assertEquals("/" + encoded + "?" + encoded, PercentEncoding.target("/\"<>[\\]^`{|}?\"<>[\\]^`{|}"));
        assertEquals("/find?q=%7B%22a%22:1%7D%7Cb%5Ec%3Cd%3E", PercentEncoding.target("/find?q={\"a\":1}|b^c<d>"));
    }

    @Test
    void apostropheIsEncodedInAQueryAsInBrowsers() {
        assertEquals("/it's?it%27s", PercentEncoding.target("/it's?it's"));
    }

    @Test
    void urlInAQueryIsEncoded() {
        assertEquals("/?u=http://%5B::1%5D/", PercentEncoding.target("/?u=http://[::1]/"));
    }

    @Test
    void invisibleAsciiIsEncoded() {
        assertEquals("/a%20b%0D%0A%00%7F", PercentEncoding.target("/a b\r\n\0\u007F"));
        assertEquals("", PercentEncoding.target(""));
    }

    @Test
    void whatIsEncodedCanBeDecoded() {
        StringBuilder text = new StringBuilder();
        for (int codePoint = 0; codePoint < 0x11000; codePoint += 7) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                text.appendCodePoint(codePoint);
            }
        }

        assertEquals(text.toString(), URLDecoder.decode(unreserved(text.toString()), UTF_8));
    }
}
