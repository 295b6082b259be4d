package io.github.pollhttp.internal;

import java.util.List;

/** The type that Content-Type names (Fetch Standard, extract a MIME type): of several types, the last one. A browser joins several fields into one. */
public final class MimeType {
    private MimeType() {}

    /**
     * Compares a type with the one that Content-Type names.
     *
     * @param type   the type to compare with, in lower case
     * @param values the values of the Content-Type fields
     * @return true if they are equal; upper and lower case are the same
     */
    public static boolean is(String type, List<String> values) {
        String last = "";
        for (String value : values) {
            int start = 0;
            while (start <= value.length()) {
                int end = endOfMember(value, start);
                String essence = essence(value.substring(start, end));
                if (essence.indexOf('/') > 0 && !essence.equals("*/*")) {
                    last = essence;
                }
                start = end + 1;
            }
        }
        return Ascii.equal(last, type);
    }

    /** @return the index of the next comma outside of a quoted parameter */
    private static int endOfMember(String value, int start) {
        boolean quoted = false;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return value.length();
    }

    private static String essence(String member) {
        int semicolon = member.indexOf(';');
        return (semicolon < 0 ? member : member.substring(0, semicolon)).trim();
    }
}
