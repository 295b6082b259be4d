package io.github.pollhttp.internal;

/** Percent-encoding of UTF-8 (RFC 3986 section 2.1), in the three strengths that a client needs. */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * Appends text with everything encoded but the unreserved characters (RFC 3986 section 2.3), as a query's names and values need.
     *
     * @param target takes the encoded text
     * @param text   any text
     */
    public static void appendUnreserved(StringBuilder target, String text) {
        for (byte each : Utf8.encode(text)) {
            if (isUnreserved(each)) {
                target.append((char) each);
            } else {
                appendEncoded(target, each);
            }
        }
    }

    /**
     * Appends text as a form has it (URL Standard, application/x-www-form-urlencoded percent-encode set): a space becomes a plus, and everything is
     * encoded but letters, digits and {@code * - . _}.
     *
     * @param target takes the encoded text
     * @param text   any text
     */
    public static void appendForm(StringBuilder target, String text) {
        for (byte each : Utf8.encode(text)) {
            if (each == ' ') {
                target.append('+');
            } else if (each == '*' || isUnreserved(each) && each != '~') {
                target.append((char) each);
            } else {
                appendEncoded(target, each);
            }
        }
    }

    /**
     * Encodes what is outside visible ASCII and leaves the rest alone, so that a target which is encoded already stays as it is.
     *
     * @param text any text
     * @return visible ASCII
     */
    public static String visibleAscii(String text) {
        int first = 0;
        while (first < text.length() && isVisible(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder target = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (byte each : Utf8.encode(text.substring(first))) {
            if (isVisible((char) (each & 0xFF))) {
                target.append((char) each);
            } else {
                appendEncoded(target, each);
            }
        }
        return target.toString();
    }

    private static void appendEncoded(StringBuilder target, byte value) {
        target.append('%').append(HEX.charAt(value >> 4 & 0xF)).append(HEX.charAt(value & 0xF));
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c < 0x7F;
    }

    private static boolean isUnreserved(byte c) {
        return Ascii.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
