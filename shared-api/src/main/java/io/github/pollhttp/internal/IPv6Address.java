package io.github.pollhttp.internal;

import org.jspecify.annotations.Nullable;

/** IPv6 addresses (RFC 4291 section 2.2), and the one spelling that the URL Standard and RFC 5952 give them. */
final class IPv6Address {
    private static final int PIECES = 8;

    private final int[] pieces = new int[PIECES];
    private int count;
    private int gap = -1;

    private IPv6Address() {}

    /**
     * Brings an address into its one spelling: lower case, no leading zeros, the longest run of zeros as {@code ::}.
     *
     * @param address without brackets
     * @return the spelling, or null if it is no valid address
     */
    static @Nullable String canonical(String address) {
        IPv6Address parsed = new IPv6Address();
        return parsed.parse(Ascii.lower(address)) ? parsed.text() : null;
    }

    private boolean parse(String text) {
        int start = 0;
        if (text.startsWith("::")) {
            gap = 0;
            start = 2;
        } else if (text.startsWith(":") || text.isEmpty()) {
            return false;
        }
        while (start < text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            if (end == start && gap < 0 && colon >= 0) {
                gap = count;
            } else if (colon < 0 && text.indexOf('.', start) >= 0) {
                return addIPv4(text.substring(start)) && isComplete();
            } else if (!add(text, start, end) || colon == text.length() - 1) {
                return false;
            }
            start = end + 1;
        }
        return isComplete();
    }

    private boolean isComplete() {
        return gap < 0 ? count == PIECES : count < PIECES;
    }

    private boolean add(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = IPv4Address.digit(text.charAt(i));
            if (digit < 0) {
                return false;
            }
            value = value * 16 + digit;
        }
        return end > start && end - start <= 4 && add(value);
    }

    private boolean add(int value) {
        if (count == PIECES) {
            return false;
        }
        pieces[count++] = value;
        return true;
    }

    /** Four decimal numbers without leading zeros (RFC 3986 section 3.2.2). */
    private boolean addIPv4(String text) {
        int value = 0;
        int parts = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            long number = Decimal.parse(text, start, end, 256);
            boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
            if (number < 0 || number > 255 || leadingZero || ++parts > 4) {
                return false;
            }
            value = value << 8 | (int) number;
            start = end + 1;
        }
        return parts == 4 && add(value >>> 16) && add(value & 0xFFFF);
    }

    private String text() {
        expand();
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < PIECES; i++) {
            int length = 0;
            while (i + length < PIECES && pieces[i + length] == 0) {
                length++;
            }
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(pieces[i]));
            }
        }
        return text.toString();
    }

    /** Moves the pieces after the gap to the end, and fills the gap with zeros. */
    private void expand() {
        if (gap >= 0) {
            int missing = PIECES - count;
            for (int i = PIECES - 1; i >= gap + missing; i--) {
                pieces[i] = pieces[i - missing];
            }
            for (int i = gap; i < gap + missing; i++) {
                pieces[i] = 0;
            }
        }
    }
}
