package io.github.pollhttp.cookies;

/** Encodes names beyond ASCII for the DNS (RFC 3492, RFC 5891). Does not map characters, because the names in the Public Suffix List are already mapped. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 0x80;

    private Punycode() {}

    /** Encodes each label beyond ASCII as one that begins with {@code xn--}. */
    static String domain(String name) {
        StringBuilder output = new StringBuilder(name.length());
        int start = 0;
        while (start <= name.length()) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            String label = name.substring(start, end);
            output.append(start > 0 ? "." : "").append(isAscii(label) ? label : "xn--" + encode(label));
            start = end + 1;
        }
        return output.toString();
    }

    private static boolean isAscii(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) >= FIRST_CODE) {
                return false;
            }
        }
        return true;
    }

    /** The encoding procedure of RFC 3492 section 6.3. */
    private static String encode(String label) {
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
            int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
            if (rest < threshold) {
                output.append(Character.forDigit(digit(rest), BASE));
                return;
            }
            output.append(Character.forDigit(digit(threshold + (rest - threshold) % (BASE - threshold)), BASE));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    /** Converts a digit of Punycode, where letters come before digits, to one of Java. */
    private static int digit(int value) {
        return value < 26 ? value + 10 : value - 26;
    }

    /** The bias adaptation of RFC 3492 section 6.1. */
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
