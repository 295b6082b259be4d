package io.github.pollhttp.internal;

/**
 * Encodes and decodes UTF-8. {@code String.getBytes} and {@code new String(bytes, UTF_8)} are not used, because they bring 15 to 22 KB of charsets
 * into a TeaVM bundle.
 */
public final class Utf8 {
    private static final char REPLACEMENT = 0xFFFD;

    private Utf8() {}

    /**
     * Encodes text. An unpaired surrogate becomes {@code ?}, as in {@code String.getBytes}.
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

    /** Rejects half of a surrogate pair at this index of a URL, because it cannot be encoded. */
    static void checkPair(String url, int index) throws RejectionException {
        char c = url.charAt(index);
        boolean pairedBefore = index > 0 && Character.isHighSurrogate(url.charAt(index - 1));
        boolean pairedAfter = index + 1 < url.length() && Character.isLowSurrogate(url.charAt(index + 1));
        if (Character.isHighSurrogate(c) && !pairedAfter || Character.isLowSurrogate(c) && !pairedBefore) {
            throw RejectionException.invalid("the url " + Quoted.url(url) + " has half a surrogate pair in it.");
        }
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }

    /**
     * Decodes bytes as browsers do (Encoding Standard, UTF-8 decoder). A sequence that breaks off becomes one U+FFFD, and so does each other invalid
     * byte.
     *
     * @param bytes  any bytes
     * @param start  the index of the first byte
     * @param length the number of bytes
     * @return the text, including a byte order mark if there is one
     */
    public static String decode(byte[] bytes, int start, int length) {
        StringBuilder text = new StringBuilder(length);
        int end = start + length;
        int i = start;
        while (i < end) {
            int first = bytes[i++] & 0xFF;
            int missing = missing(first);
            if (missing < 0) {
                text.append(REPLACEMENT);
                continue;
            }
            int code = missing == 0 ? first : first & 0x3F >> missing;
            int lowest = lowestSecond(first);
            int highest = highestSecond(first);
            while (missing > 0 && i < end && (bytes[i] & 0xFF) >= lowest && (bytes[i] & 0xFF) <= highest) {
                code = code << 6 | bytes[i++] & 0x3F;
                missing--;
                lowest = 0x80;
                highest = 0xBF;
            }
            append(text, missing == 0 ? code : REPLACEMENT);
        }
        return text.toString();
    }

    /** @return how many bytes follow this first byte, -1 if no sequence begins with it */
    private static int missing(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first < 0xC2 || first > 0xF4) {
            return -1;
        }
        return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    }

    /** @return the least valid second byte; with a lower one the encoding would not be the shortest */
    private static int lowestSecond(int first) {
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    }

    /** @return the greatest valid second byte; a higher one would encode a surrogate, or a number beyond Unicode */
    private static int highestSecond(int first) {
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    }

    private static void append(StringBuilder text, int code) {
        if (code < 0x10000) {
            text.append((char) code);
        } else {
            text.append(Character.highSurrogate(code)).append(Character.lowSurrogate(code));
        }
    }
}
