package io.github.pollhttp.internal;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The value of {@code Content-Range} in a response with one part of a file (RFC 9110 section 14.4).
 *
 * @param first    the position of the first byte, 0 or more
 * @param last     the position of the last byte, at least first
 * @param complete the length of the whole file in bytes, greater than last
 */
public record ContentRange(long first, long last, long complete) {
    private static final String UNIT = "bytes ";

    /**
     * Returns the range of a response with one part.
     *
     * @param ranges the values of its {@code Content-Range} headers
     * @param types  the values of its {@code Content-Type} headers
     * @return the range; null if the response has no valid one, or several
     */
    public static @Nullable ContentRange of(List<String> ranges, List<String> types) {
        for (String type : types) {
            if (Ascii.startsWith(type, "multipart/byteranges")) {
                return null;
            }
        }
        return ranges.size() == 1 ? parse(ranges.get(0)) : null;
    }

    /**
     * Parses {@code bytes first-last/complete}. Nothing else is accepted, because a wrong position would corrupt the file: also not an unknown
     * length ({@code *}), a sign, or a number of 2^63-1 or more.
     *
     * @param value the value of the header
     * @return the range, or null if the value is anything else
     */
    public static @Nullable ContentRange parse(String value) {
        int dash = value.indexOf('-');
        int slash = value.indexOf('/');
        if (!Ascii.startsWith(value, UNIT) || dash < 0 || slash < dash) {
            return null;
        }
        long first = Decimal.parse(value, UNIT.length(), dash, Long.MAX_VALUE);
        long last = Decimal.parse(value, dash + 1, slash, Long.MAX_VALUE);
        long complete = Decimal.parse(value, slash + 1, value.length(), Long.MAX_VALUE);
        boolean valid = first >= 0 && first <= last && last < complete && complete < Long.MAX_VALUE;
        return valid ? new ContentRange(first, last, complete) : null;
    }

    /**
     * The length of this part.
     *
     * @return the number of bytes, 1 or more
     */
    public long length() {
        return last - first + 1;
    }

    /**
     * Whether no byte of the file comes after this range.
     *
     * @return true if this is the end of the file
     */
    public boolean isLast() {
        return last + 1 == complete;
    }
}
