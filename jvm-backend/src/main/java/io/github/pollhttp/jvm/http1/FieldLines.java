package io.github.pollhttp.jvm.http1;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.HeaderLine;

/**
 * Parses field lines in the bytes of a {@link HeadBuffer}, without making strings (RFC 9112 section 5, lists by RFC 9110 section 5.6.1). It does not
 * know the meaning of a field.
 */
final class FieldLines {
    private static final boolean[] TOKEN_CHARS = new boolean[0x80];

    static {
        for (int i = 0; i < TOKEN_CHARS.length; i++) {
            TOKEN_CHARS[i] = HeaderLine.isTokenChar(i);
        }
    }

    private final HeadBuffer section;
    private final ListField[] wanted;

    /** The names of the wanted fields. Stored here, because a call of each field for each line made the parsing of 40 lines measurably slower. */
    private final String[] names;

    /** @param wanted the fields whose values are needed */
    FieldLines(HeadBuffer section, ListField... wanted) {
        this.section = section;
        this.wanted = wanted;
        this.names = new String[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            names[i] = wanted[i].lowerCaseName();
        }
    }

    /**
     * Checks that each line begins with a field name (a token) directly followed by a colon, and passes list elements to the wanted fields with
     * that name.
     *
     * @throws ProtocolException if a line is not a field line
     */
    void read() throws ProtocolException {
        for (int line = section.firstField(); line < section.lineCount(); line++) {
            int start = section.start(line);
            int end = section.end(line);
            int colon = nameEnd(start, end, line);
            for (int i = 0; i < names.length; i++) {
                if (equals(start, colon, names[i])) {
                    visitElements(colon + 1, end, wanted[i]);
                }
            }
        }
    }

    /**
     * @param name the name of a field, in upper or lower case
     * @return the values of the fields with that name, in order
     */
    List<String> values(String name) {
        List<String> values = List.of();
        for (int line = section.firstField(); line < section.lineCount(); line++) {
            int start = section.start(line);
            int colon = start + name.length();
            if (colon < section.end(line) && section.at(colon) == ':' && equals(start, colon, name)) {
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(HeaderLine.value(section.text(start, section.end(line)))); // the name matters for the text, see FieldText
            }
        }
        return values;
    }

    private int nameEnd(int start, int end, int line) throws ProtocolException {
        int i = start;
        while (i < end && section.at(i) >= 0 && TOKEN_CHARS[section.at(i)]) {
            i++;
        }
        if (i == start || i == end || section.at(i) != ':') {
            // The line is not repeated, because it may have a secret, such as a cookie.
            throw ProtocolException.malformed("header line " + (line - section.firstField() + 1)
                    + " of the response is not a header field: it does not begin with a name and a colon");
        }
        return i;
    }

    private void visitElements(int from, int end, ListField field) {
        int start = from;
        for (int i = from; i <= end; i++) {
            if (i == end || section.at(i) == ',') {
                visitTrimmed(start, i, field);
                start = i + 1;
            }
        }
    }

    private void visitTrimmed(int from, int to, ListField field) {
        int start = from;
        int end = to;
        while (start < end && isBlank(section.at(start))) {
            start++;
        }
        while (end > start && isBlank(section.at(end - 1))) {
            end--;
        }
        field.element(this, start, end);
    }

    byte at(int index) {
        return section.at(index);
    }

    /** @return whether the bytes from {@code start} to {@code end} equal a text, ignoring ASCII case */
    boolean equals(int start, int end, String text) {
        if (end - start != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char b = (char) section.at(start + i);
            char c = text.charAt(i);
            if (b != c && Ascii.lower(b) != Ascii.lower(c)) {
                return false;
            }
        }
        return true;
    }

    /** @return whether two ranges have the same bytes */
    boolean equal(int start, int end, int otherStart, int otherEnd) {
        boolean equal = end - start == otherEnd - otherStart;
        for (int i = 0; equal && i < end - start; i++) {
            equal = section.at(start + i) == section.at(otherStart + i);
        }
        return equal;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
