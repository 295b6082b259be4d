package io.github.pollhttp.internal;

/**
 * Decimal numbers without a sign, in ASCII digits. {@code Integer.parseInt} is not used, because it accepts the digits of all scripts and a sign,
 * and brings the tables of Unicode into a TeaVM bundle.
 */
public final class Decimal {
    /** The result for text that is not a number. */
    public static final long NONE = -1;

    private Decimal() {}

    /**
     * Parses a whole text.
     *
     * @param text any text
     * @param max  the greatest result, 0 or more; a greater number becomes this one
     * @return the number, or {@link #NONE} if the text is empty or contains anything but digits
     */
    public static long parse(CharSequence text, long max) {
        return parse(text, 0, text.length(), max);
    }

    /**
     * Parses a part of a text. Allocates nothing.
     *
     * @param text  any text
     * @param start the index of the first character
     * @param end   the index after the last character
     * @param max   the greatest result, 0 or more; a greater number becomes this one
     * @return the number, or {@link #NONE} if the part is empty or contains anything but digits
     */
    public static long parse(CharSequence text, int start, int end, long max) {
        long number = start < end ? 0 : NONE;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return NONE;
            }
            int digit = c - '0';
            number = digit > max || number > (max - digit) / 10 ? max : number * 10 + digit;
        }
        return number;
    }

    /**
     * Whether a character is a decimal digit of ASCII.
     *
     * @param c any character
     * @return true for 0 to 9
     */
    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
