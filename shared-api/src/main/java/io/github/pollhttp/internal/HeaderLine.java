package io.github.pollhttp.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A header field as one line, {@code Name: value} (RFC 9112 section 5), the form that Godot uses. */
public final class HeaderLine {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private static final int MOST_SHOWN = 80;

    private HeaderLine() {}

    /**
     * Returns the name, the part before the colon.
     *
     * @param line a line with a colon
     * @return the name as the line spells it
     */
    public static String name(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    /**
     * Returns the value, the part after the colon.
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
     * Whether a line has a given name. Ignores case (RFC 9110 section 5.1).
     *
     * @param line a line with or without a colon
     * @param name the name to compare with
     * @return true if the line is a field of that name
     */
    public static boolean isNamed(String line, String name) {
        return line.length() > name.length() && line.charAt(name.length()) == ':' && Ascii.startsWith(line, name);
    }

    /**
     * Whether one of the lines has a given name. Ignores case.
     *
     * @param lines header lines
     * @param name  the name to look for
     * @return true if there is a field of that name
     */
    public static boolean has(List<String> lines, String name) {
        for (int i = 0; i < lines.size(); i++) { // by index, because an iterator would allocate an object for each request
            if (isNamed(lines.get(i), name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the value of the first line of a given name. Ignores case.
     *
     * @param lines header lines
     * @param name  the name to look for
     * @return the value, or null if there is no such line
     */
    public static @Nullable String first(List<String> lines, String name) {
        for (String line : lines) {
            if (isNamed(line, name)) {
                return value(line);
            }
        }
        return null;
    }

    /**
     * Returns the values of all lines of a given name. Ignores case.
     *
     * @param lines header lines
     * @param name  the name to look for
     * @return the values in the order of the lines; empty if there is no such line
     */
    public static List<String> values(List<String> lines, String name) {
        List<String> values = new ArrayList<>();
        for (String line : lines) {
            if (isNamed(line, name)) {
                values.add(value(line));
            }
        }
        return values;
    }

    /**
     * Checks a header line that the program wants to send. A valid line is a token, a colon, and a value without control
     * characters except the tab (RFC 9110 section 5.5).
     *
     * @param line a line
     * @return the message of the rejection, which does not repeat the line, because its value may be a secret; or null if the line is valid
     */
    public static @Nullable String rejectionMessage(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            return "a header must read \"Name: value\", but one of " + line.length() + " characters has no name.";
        }
        for (int i = 0; i < colon; i++) {
            if (!isTokenChar(line.charAt(i))) {
                return "the name of a header has the character U+" + Integer.toHexString(line.charAt(i)) + " at index "
                        + i
                        + ", which a header name cannot have.";
            }
        }
        for (int i = colon; i < line.length(); i++) {
            if (isControl(line.charAt(i))) {
                return "the value of header " + line.substring(0, Math.min(colon, MOST_SHOWN))
                        + " has a line end or another control character in it.";
            }
        }
        return null;
    }

    /** Whether {@link #rejectionMessage} is null. The messages make a bundle larger, so this method does not build one. */
    private static boolean isValid(String line) {
        int colon = line.indexOf(':');
        boolean valid = colon > 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            valid &= i < colon ? isTokenChar(c) : !isControl(c);
        }
        return valid;
    }

    /**
     * Whether a value cannot be sent.
     *
     * @param value a value
     * @return true if it has a control character other than the tab (RFC 9110 section 5.5)
     */
    public static boolean hasControl(String value) {
        boolean found = false;
        for (int i = 0; i < value.length(); i++) {
            found |= isControl(value.charAt(i));
        }
        return found;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' || c == 0x7F;
    }

    /**
     * Joins two immutable lists of header lines, without a copy if one of them is empty.
     *
     * @param lines the first lines
     * @param more  the last lines
     * @return all lines
     */
    public static List<String> joined(List<String> lines, List<String> more) {
        if (lines.isEmpty() || more.isEmpty()) {
            return lines.isEmpty() ? more : lines;
        }
        List<String> both = new ArrayList<>(lines);
        both.addAll(more);
        return both;
    }

    /**
     * Replaces the lines of a given name by one line.
     *
     * @param lines header lines
     * @param name  the name to look for, in upper or lower case
     * @param line  the line to add
     * @return the lines of other names, and the line
     */
    public static List<String> replaced(List<String> lines, String name, String line) {
        int removed = 0;
        for (int i = 0; i < lines.size(); i++) {
            removed += isNamed(lines.get(i), name) ? 1 : 0;
        }
        String[] kept = new String[lines.size() - removed + 1]; // no ArrayList, so that TeaVM can leave that class out
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!isNamed(lines.get(i), name)) {
                kept[count++] = lines.get(i);
            }
        }
        kept[count] = line;
        return Arrays.asList(kept);
    }

    /**
     * Checks the header lines that the program wants to send.
     *
     * @param lines the lines
     * @throws RejectionException for the first line that is not valid, see {@link #rejectionMessage}; or for a second Host line, which servers and
     *                            proxies may understand differently (RFC 9112 section 3.2)
     */
    public static void check(List<String> lines) throws RejectionException {
        boolean host = false;
        for (int i = 0; i < lines.size(); i++) { // by index, because an iterator would allocate an object for each request
            String line = lines.get(i);
            if (!isValid(line)) {
                throw RejectionException.invalid(() -> rejectionMessage(line));
            }
            if (isNamed(line, "Host")) {
                if (host) {
                    throw RejectionException.invalid(() -> "the header Host is given more than once.");
                }
                host = true;
            }
        }
    }

    /**
     * Returns why {@link #check} rejects header lines.
     *
     * @param lines lines that are rejected
     * @return a sentence for the developer
     */
    public static @Nullable String rejectionMessage(List<String> lines) {
        try {
            check(lines);
            return null;
        } catch (RejectionException e) {
            return e.message();
        }
    }

    /**
     * Whether a character is allowed in a token (RFC 9110 section 5.6.2), for example in the name of a header.
     *
     * @param c any character
     * @return true for the letters and digits of ASCII and fifteen marks
     */
    public static boolean isTokenChar(int c) {
        return Ascii.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
