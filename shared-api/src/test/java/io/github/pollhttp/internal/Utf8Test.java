package io.github.pollhttp.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways equal the platform's, which shared code cannot afford in the browser. */
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

    private static void assertDecodedAsByThePlatform(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        assertEquals(new String(bytes, UTF_8), Utf8.decode(bytes, 0, bytes.length));
    }

    @Test
    void everyPairOfBytesIsDecodedAsByThePlatform() {
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                boolean surrogate = first == 0xED && second >= 0xA0 || second == 0xED;
                if (!surrogate) {
                    assertDecodedAsByThePlatform(first, second);
                    assertDecodedAsByThePlatform(first, second, 0x80, 'a');
                    assertDecodedAsByThePlatform(first, second, 0xBF, 0xBF);
                }
            }
        }
    }

    /** Where the JDK makes one character of it, and browsers three. */
    @Test
    void aSurrogateIsNoCharacter() {
        byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        assertEquals("\uFFFD\uFFFD\uFFFD", Utf8.decode(surrogate, 0, 3));
    }

    @Test
    void everyCodePointComesBack() {
        for (int code = 0; code < FIRST_BEYOND_UNICODE; code++) {
            if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
                String text = Character.toString(code);
                byte[] bytes = text.getBytes(UTF_8);
                assertEquals(text, Utf8.decode(bytes, 0, bytes.length));
            }
        }
    }

    @Test
    void aPartIsDecodedAlone() {
        assertEquals("b", Utf8.decode(new byte[]{'a', 'b', 'c'}, 1, 1));
    }
}
