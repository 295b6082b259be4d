package io.github.pollhttp.internal;

import org.jspecify.annotations.Nullable;

/** Punycode (RFC 3492): a label of any characters as one of ASCII, and back. Maps no characters, and adds and removes no {@code xn--}. */
public final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 0x80;

    private Punycode() {}

    /**
     * Encodes a label (RFC 3492 section 6.3).
     *
     * @param label any text
     * @return its characters of ASCII, a hyphen if there are any, and the others encoded
     */
    public static String encode(String label) {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) < FIRST_CODE) {
                output.append(label.charAt(i));
            }
        }
        int basic = output.length();
        int handled = basic;
        if (basic > 0) {
            output.append('-');
        }
        int code = FIRST_CODE;
        int delta = 0;
        int bias = FIRST_BIAS;
        while (handled < label.codePointCount(0, label.length())) {
            int next = smallestFrom(label, code);
            delta += (next - code) * (handled + 1);
            code = next;
            for (int i = 0; i < label.length(); i = label.offsetByCodePoints(i, 1)) {
                int each = label.codePointAt(i);
                if (each < code) {
                    delta++;
                } else if (each == code) {
                    appendNumber(output, delta, bias);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            code++;
        }
        return output.toString();
    }

    private static int smallestFrom(String label, int code) {
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < label.length(); i = label.offsetByCodePoints(i, 1)) {
            int each = label.codePointAt(i);
            if (each >= code) {
                smallest = Math.min(smallest, each);
            }
        }
        return smallest;
    }

    private static void appendNumber(StringBuilder output, int number, int bias) {
        int rest = number;
        for (int k = BASE;; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                output.append(character(rest));
                return;
            }
            output.append(character(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    /**
     * Decodes a label (RFC 3492 section 6.2).
     *
     * @param encoded without {@code xn--}
     * @return the label, or null if the text is not valid Punycode
     */
    public static @Nullable String decode(String encoded) {
        int hyphen = encoded.lastIndexOf('-');
        StringBuilder output = new StringBuilder(encoded.substring(0, Math.max(0, hyphen)));
        int points = output.length();
        int in = hyphen < 0 ? 0 : hyphen + 1;
        long code = FIRST_CODE;
        long position = 0;
        int bias = FIRST_BIAS;
        while (in < encoded.length()) {
            long before = position;
            long weight = 1;
            int digit = 0;
            int threshold = 0;
            for (int k = BASE; digit >= threshold; k += BASE) {
                digit = in < encoded.length() ? digit(encoded.charAt(in++)) : -1;
                position += digit * weight;
                if (digit < 0 || position > Integer.MAX_VALUE) {
                    return null;
                }
                threshold = threshold(k, bias);
                weight = Math.min(weight * (BASE - threshold), Integer.MAX_VALUE);
            }
            points++;
            bias = adapted((int) (position - before), points, before == 0);
            code += position / points;
            position %= points;
            if (code > Character.MAX_CODE_POINT || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
                return null;
            }
            output.insert(output.offsetByCodePoints(0, (int) position), Character.toChars((int) code));
            position++;
        }
        return isBasic(encoded, Math.max(0, hyphen)) ? output.toString() : null;
    }

    private static boolean isBasic(String text, int length) {
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) >= FIRST_CODE) {
                return false;
            }
        }
        return true;
    }

    private static int threshold(int k, int bias) {
        return Math.max(T_MIN, Math.min(T_MAX, k - bias));
    }

    /** Letters come before digits. */
    private static char character(int digit) {
        return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
    }

    /** @return the value of the digit, 0 to 35; -1 if the character is not a letter or digit of ASCII */
    private static int digit(char character) {
        char lower = Ascii.lower(character);
        if (lower >= 'a' && lower <= 'z') {
            return lower - 'a';
        }
        return lower >= '0' && lower <= '9' ? lower - '0' + 26 : -1;
    }

    /** RFC 3492 section 6.1. */
    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
