package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.spi.HeaderLine;

/** Reads header fields where they lie in a {@link HeadBuffer}, without making text of them (RFC 9112 section 5, RFC 9110 section 5.6.1). */
final class FieldLines {
    private final HeadBuffer section;

    FieldLines(HeadBuffer section) {
        this.section = section;
    }

    /** Takes each element of a comma-separated list; empty elements are left out, and a list of none is one empty element. */
    interface ElementVisitor {
        void element(int start, int end) throws ProtocolException;
    }

    /** Checks that each line is a field: a token, and a colon right behind it. */
    void check() throws ProtocolException {
        for (int line = section.firstField(); line < section.lineCount(); line++) {
            int end = section.end(line);
            int i = section.start(line);
            while (i < end && HeaderLine.isTokenChar(section.at(i))) {
                i++;
            }
            if (i == section.start(line) || i == end || section.at(i) != ':') {
                throw ProtocolException
                        .malformed("a header field must be a name, a colon and a value; this one reads \""
                                + section.text(section.start(line), Math.min(end, section.start(line) + 80)) + "\"");
            }
        }
    }

    /** Visits the elements of every field of one name. */
    void visit(String lowerCaseName, ElementVisitor visitor) throws ProtocolException {
        for (int line = section.firstField(); line < section.lineCount(); line++) {
            int start = section.start(line);
            int colon = start + lowerCaseName.length();
            if (colon < section.end(line) && section.at(colon) == ':' && equals(start, colon, lowerCaseName)) {
                visitElements(colon + 1, section.end(line), visitor);
            }
        }
    }

    private void visitElements(int from, int end, ElementVisitor visitor) throws ProtocolException {
        int start = from;
        boolean any = false;
        for (int i = from; i <= end; i++) {
            if (i == end || section.at(i) == ',') {
                any |= visitTrimmed(start, i, visitor);
                start = i + 1;
            }
        }
        if (!any) {
            visitor.element(end, end);
        }
    }

    private boolean visitTrimmed(int from, int to, ElementVisitor visitor) throws ProtocolException {
        int start = from;
        int end = to;
        while (start < end && isBlank(section.at(start))) {
            start++;
        }
        while (end > start && isBlank(section.at(end - 1))) {
            end--;
        }
        if (start == end) {
            return false;
        }
        visitor.element(start, end);
        return true;
    }

    byte at(int index) {
        return section.at(index);
    }

    /** Compares without regard to case. */
    boolean equals(int start, int end, String lowerCase) {
        if (end - start != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int b = section.at(start + i);
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
