package io.github.pollhttp.internal;

/** Percent-encoding of UTF-8 (RFC 3986 section 2.1), with the three sets of characters that a client needs. */
public final class PercentEncoding {
    /** The visible characters of ASCII that RFC 3986 allows neither in a path nor in a query, except the percent and number signs. */
    private static final String NOT_IN_A_TARGET = "\"<>[\\]^`{|}";

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
     * Encodes what RFC 3986 has no place for in a path or a query, so that both platforms send the same: characters outside visible ASCII, and
     * {@code " < > [ \ ] ^ ` { | }}. In a query {@code '} is encoded, too, because every browser does it (URL Standard, special-query percent-encode
     * set). Percent signs stay, so that a target that is already encoded does not change.
     *
     * @param target a path with or without a query
     * @return the target, the same object if nothing was to encode
     */
    public static String target(String target) {
        int query = target.indexOf('?');
        int from = query < 0 ? target.length() : query;
        int first = 0;
        while (first < target.length() && isKept(target.charAt(first), first > from)) {
            first++;
        }
        if (first == target.length()) {
            return target;
        }
        StringBuilder encoded = new StringBuilder(target.length() + 16).append(target, 0, first);
        int plain = first;
        for (int i = first; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c < 0x80) {
                appendBeyondAscii(encoded, target, plain, i);
                plain = i + 1;
                append(encoded, c, isKept(c, i > from));
            }
        }
        appendBeyondAscii(encoded, target, plain, target.length());
        return encoded.toString();
    }

    /** Decodes a host, as UTF-8 (URL Standard, host parser). A percent sign without two hexadecimal digits stays. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = Utf8.encode(text);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean encoded = bytes[i] == '%' && i + 2 < bytes.length && digit(bytes[i + 1]) >= 0
                    && digit(bytes[i + 2]) >= 0;
            bytes[length++] = encoded ? (byte) (digit(bytes[i + 1]) << 4 | digit(bytes[i + 2])) : bytes[i];
            i += encoded ? 2 : 0;
        }
        return Utf8.decode(bytes, 0, length);
    }

    private static int digit(byte c) {
        return HEX.indexOf(c >= 'a' ? c - 32 : c);
    }

    private static boolean isKept(char c, boolean inQuery) {
        return isVisible(c) && NOT_IN_A_TARGET.indexOf(c) < 0 && !(inQuery && c == '\'');
    }

    /** Encodes a part of a text as a whole, because surrogates come in pairs. */
    private static void appendBeyondAscii(StringBuilder encoded, String text, int start, int end) {
        if (start < end) {
            for (byte each : Utf8.encode(text.substring(start, end))) {
                appendEncoded(encoded, each);
            }
        }
    }

    private static void append(StringBuilder encoded, char c, boolean kept) {
        if (kept) {
            encoded.append(c);
        } else {
            appendEncoded(encoded, (byte) c);
        }
    }

    /** Appends a character, encoded if it is a space or a control character of ASCII. */
    static void appendVisible(StringBuilder text, char c) {
        append(text, c, c > ' ' && c != 0x7F);
    }

    static void appendEncoded(StringBuilder target, byte value) {
        target.append('%').append(HEX.charAt(value >> 4 & 0xF)).append(HEX.charAt(value & 0xF));
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c < 0x7F;
    }

    private static boolean isUnreserved(byte c) {
        return Ascii.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
