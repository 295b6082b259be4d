package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Utf8;

/**
 * Converts field lines with bytes beyond ASCII to text and back. The text of a field is UTF-8. A byte of another encoding becomes a character of
 * ISO-8859-1, the historical encoding (RFC 9110 section 5.5). The values of {@code Set-Cookie} and {@code Location} are sent back, and the server must get
 * the same bytes (RFC 6265bis section 5.6). Therefore such a byte becomes half a surrogate pair there, U+DC80 to U+DCFF, which no UTF-8 decodes to.
 */
final class FieldText {
    private static final int HALF_PAIR = 0xDC00;

    private FieldText() {}

    /** @param bytes a line with a byte beyond ASCII */
    static String decode(ByteBuffer bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        ByteBuffer in = bytes.duplicate();
        boolean valid = true;
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        for (CoderResult result = decoder.decode(in, text, true); result
                .isError(); result = decoder.decode(in, text, true)) {
            valid = false;
            for (int i = 0; i < result.length(); i++) {
                text.put((char) (HALF_PAIR | in.get() & 0xFF));
            }
        }
        String line = new String(text.array(), 0, text.position());
        return valid || isSentBack(line) ? line : StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }

    private static boolean isSentBack(String line) {
        return HeaderLine.isNamed(line, "Set-Cookie") || HeaderLine.isNamed(line, "Location");
    }

    /** @return the text in UTF-8, but one byte for a half pair that stands for it */
    static byte[] encode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * text.length());
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isByte(text, i)) {
                bytes.put(Utf8.encode(text.substring(start, i))).put((byte) text.charAt(i));
                start = i + 1;
            }
        }
        bytes.put(Utf8.encode(text.substring(start)));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static boolean isByte(String text, int index) {
        char c = text.charAt(index);
        return c >= (HALF_PAIR | 0x80) && c <= (HALF_PAIR | 0xFF)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
