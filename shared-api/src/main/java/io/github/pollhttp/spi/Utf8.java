package io.github.pollhttp.spi;

/** Encodes text as UTF-8. Not {@code String.getBytes}: that brings 15 to 22 KB of charsets into a TeaVM bundle. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Encodes text; an unpaired surrogate becomes {@code ?}, as with {@code String.getBytes}.
     *
     * @param text any text
     * @return its bytes
     */
    public static byte[] encode(String text) {
        byte[] bytes = new byte[length(text)];
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int code = codePointAt(text, i);
            if (code < 0x80) {
                bytes[at++] = (byte) code;
            } else if (code < 0x800) {
                bytes[at++] = (byte) (0xC0 | code >> 6);
                bytes[at++] = continuation(code);
            } else if (code < 0x10000) {
                bytes[at++] = (byte) (0xE0 | code >> 12);
                bytes[at++] = continuation(code >> 6);
                bytes[at++] = continuation(code);
            } else {
                i++;
                bytes[at++] = (byte) (0xF0 | code >> 18);
                bytes[at++] = continuation(code >> 12);
                bytes[at++] = continuation(code >> 6);
                bytes[at++] = continuation(code);
            }
        }
        return bytes;
    }

    private static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int code = codePointAt(text, i);
            length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
            i += code < 0x10000 ? 0 : 1;
        }
        return length;
    }

    private static int codePointAt(String text, int index) {
        char high = text.charAt(index);
        if (!Character.isSurrogate(high)) {
            return high;
        }
        if (Character.isHighSurrogate(high) && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1))) {
            return Character.toCodePoint(high, text.charAt(index + 1));
        }
        return '?';
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }
}
