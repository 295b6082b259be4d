package io.github.pollhttp.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder equals the platform's, which shared code cannot afford in the browser. */
class Utf8Test {
    private static final int FIRST_BEYOND_UNICODE = 0x110000;

    private static void assertEncodedAsByThePlatform(String text) {
        assertArrayEquals(text.getBytes(UTF_8), Utf8.encode(text));
    }

    @Test
    void nothingIsNoBytes() {
        assertEquals(0, Utf8.encode("").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain ASCII \0\t\r\n\u007F", "\u0080\u00FC\u07FF", "\u0800\u20AC\uFFFF",
            "\uD800\uDC00\uD83C\uDFAE\uDBFF\uDFFF", "a\u00FCb\u20ACc\uD83C\uDFAEd"})
    void oneToFourBytesACharacterAreRight(String text) {
        assertEncodedAsByThePlatform(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDFFF", "a\uD800b", "a\uDC00b", "\uDC00\uD800", "\uD800\uD800\uDC00",
            "\uD800\uDC00\uDC00", "\uD83C\u00FC", "end\uDBFF"})
    void anUnpairedSurrogateIsAQuestionMark(String text) {
        assertEncodedAsByThePlatform(text);
    }

    @Test
    void everyCodePointIsRight() {
        StringBuilder block = new StringBuilder();
        for (int codePoint = 0; codePoint < FIRST_BEYOND_UNICODE; codePoint++) {
            block.appendCodePoint(codePoint).append('.');
            if ((codePoint & 0xFFF) == 0xFFF) {
                assertEncodedAsByThePlatform(block.toString());
                block.setLength(0);
            }
        }
    }
}
