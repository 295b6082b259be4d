package io.github.pollhttp.internal;

/**
 * Letters and digits of ASCII, which is all that HTTP compares without regard to case (RFC 9110 section 5.6.2). Not {@code Character} and
 * not {@code String.equalsIgnoreCase}: they bring the tables of Unicode into a TeaVM bundle.
 */
public final class Ascii {
    private Ascii() {}

    /**
     * Makes a capital small.
     *
     * @param c any character
     * @return the small letter, or the character itself if it is no capital of ASCII
     */
    public static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /**
     * Makes all capitals small.
     *
     * @param text any text
     * @return the text with small letters
     */
    public static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(lower(text.charAt(i)));
        }
        return lower.toString();
    }

    /**
     * Whether a text begins with another one; case does not matter.
     *
     * @param text   the longer text
     * @param prefix what it may begin with
     * @return true if it does
     */
    public static boolean startsWith(String text, String prefix) {
        if (text.length() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (lower(text.charAt(i)) != lower(prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether two texts are the same; case does not matter.
     *
     * @param one   a text
     * @param other another one
     * @return true if they are
     */
    public static boolean equal(String one, String other) {
        return one.length() == other.length() && startsWith(one, other);
    }

    /**
     * Whether a character is a letter or a decimal digit of ASCII.
     *
     * @param c any character
     * @return true for A to Z, a to z, 0 to 9
     */
    public static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || Decimal.isDigit(c);
    }

    /**
     * Whether a character is a hexadecimal digit.
     *
     * @param c any character
     * @return true for 0 to 9, a to f, A to F
     */
    public static boolean isHexDigit(char c) {
        return Decimal.isDigit(c) || lower(c) >= 'a' && lower(c) <= 'f';
    }
}
