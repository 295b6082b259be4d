package io.github.pollhttp.internal;

import java.util.List;

/** A header field as one line, {@code Name: value} (RFC 9112 section 5): the form in which Godot gives and takes them. */
public final class HeaderLine {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HeaderLine() {}

    /**
     * The part before the colon.
     *
     * @param line a line with a colon
     * @return the name as it is spelled there
     */
    public static String name(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    /**
     * The part behind the colon.
     *
     * @param line a line with a colon
     * @return the value without the white space around it (RFC 9110 section 5.5)
     */
    public static String value(String line) {
        int start = line.indexOf(':') + 1;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    /**
     * Whether a line has a given name; case does not matter (RFC 9110 section 5.1).
     *
     * @param line a line with or without a colon
     * @param name the name to look for
     * @return true if the line is a field of that name
     */
    public static boolean isNamed(String line, String name) {
        return line.length() > name.length() && line.charAt(name.length()) == ':' && Ascii.startsWith(line, name);
    }

    /**
     * Whether one of the lines has a given name; case does not matter.
     *
     * @param lines header lines
     * @param name  the name to look for
     * @return true if there is a field of that name
     */
    public static boolean has(List<String> lines, String name) {
        for (int i = 0; i < lines.size(); i++) { // an iterator would be an object a request
            if (isNamed(lines.get(i), name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why a program's header line cannot be sent.
     *
     * @param line {@code Name: value}
     * @return a sentence, or null if the line is right: a token, a colon, and a value without CR, LF and NUL (RFC 9110 section 5)
     */
    public static String rejectionMessage(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            return "a header must read \"Name: value\", this one has no name: \"" + line + "\"";
        }
        for (int i = 0; i < colon; i++) {
            if (!isTokenChar(line.charAt(i))) {
                return "the name of header \"" + line + "\" has a character that a header name cannot have";
            }
        }
        for (int i = colon; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                return "the value of header " + line.substring(0, colon) + " has a line end or a NUL in it";
            }
        }
        return null;
    }

    /**
     * Refuses a request with a header line that cannot be sent.
     *
     * @param lines the program's
     * @throws RejectionException for the first one that {@link #rejectionMessage} returns a message for
     */
    public static void check(Iterable<String> lines) throws RejectionException {
        for (String line : lines) {
            String message = rejectionMessage(line);
            if (message != null) {
                throw RejectionException.invalid(message);
            }
        }
    }

    /**
     * Whether a character may stand in a token (RFC 9110 section 5.6.2), such as a header's name.
     *
     * @param c the character
     * @return true for a letter, a digit and fifteen marks, all of ASCII
     */
    public static boolean isTokenChar(int c) {
        return Ascii.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
