package io.github.pollhttp.internal;

/**
 * Letters and digits of ASCII. HTTP ignores case only for these (RFC 9110 section 5.6.2). {@code Character} and
 * {@code String.equalsIgnoreCase} are not used, because they bring the tables of Unicode into a TeaVM bundle.
 */
public final class Ascii {
    private Ascii() {}

    /**
     * Converts a character to lower case.
     *
     * @param c any character
     * @return the lower-case letter, or the character itself if it is not an upper-case letter of ASCII
     */
    public static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /**
     * Converts a text to lower case.
     *
     * @param text any text
     * @return the text with the letters of ASCII in lower case
     */
    public static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(lower(text.charAt(i)));
        }
        return lower.toString();
    }

    /**
     * Whether a text begins with a prefix. Ignores case.
     *
     * @param text   the text
     * @param prefix the prefix
     * @return true if the text begins with the prefix
     */
    public static boolean startsWith(String text, String prefix) {
        return startsWith(text, 0, prefix);
    }

    /** Whether the text has the prefix at this index. */
    static boolean startsWith(String text, int index, String prefix) {
        if (text.length() - index < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (lower(text.charAt(index + i)) != lower(prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether two texts are equal. Ignores case.
     *
     * @param one   the first text
     * @param other the second text
     * @return true if they are equal
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

    /**
     * Whether a text has no character beyond ASCII.
     *
     * @param text any text
     * @return true for ASCII, also for an empty text
     */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
