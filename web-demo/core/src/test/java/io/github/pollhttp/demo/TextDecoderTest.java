package io.github.pollhttp.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextDecoderTest {
    private static final String TEXT = "a ü € 🎲 z";

    @Test
    void wholeTextIsDecoded() {
        assertEquals(TEXT, new TextDecoder().decode(TEXT.getBytes(UTF_8)));
    }

    @Test
    void textInSingleBytesIsDecoded() {
        TextDecoder decoder = new TextDecoder();
        StringBuilder text = new StringBuilder();
        for (byte each : TEXT.getBytes(UTF_8)) {
            text.append(decoder.decode(new byte[]{each}));
        }
        assertEquals(TEXT, text.toString());
    }

    @Test
    void invalidBytesBecomeReplacementCharacters() {
        byte[] bytes = {'a', (byte) 0x80, 'b', (byte) 0xC3, 'c', (byte) 0xF7, (byte) 0xBF, (byte) 0xBF, (byte) 0xBF};
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", new TextDecoder().decode(bytes));
    }
}
