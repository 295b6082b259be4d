package io.github.pollhttp.internal;

/** Percent-encoding of UTF-8 (RFC 3986 section 2.1), with the three sets of characters that a client needs. */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * Appends text for a name or a value of a query: all characters are encoded, except the unreserved ones (RFC 3986 section 2.3).
     *
     * @param target the builder to append to
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
     * Appends text for a name or a value of a form (URL Standard, application/x-www-form-urlencoded percent-encode set): a space becomes a plus, and
     * all other characters are encoded, except letters, digits and {@code * - . _}.
     *
     * @param target the builder to append to
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
     * Encodes only the characters outside visible ASCII, so that a target that is already encoded does not change.
     *
     * @param text any text
     * @return the text in visible ASCII
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
