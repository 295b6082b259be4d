package io.github.pollhttp.jvm.net;

import io.github.pollhttp.internal.Ascii;

/**
 * An IPv6 address can be written in many ways (RFC 4291 section 2.2); this is the one to compare by. Not {@code Integer.parseInt}: it brings
 * the tables of Unicode into a TeaVM bundle.
 */
public final class IPv6Spelling {
    private static final int BYTES = 16;

    private final byte[] bytes = new byte[BYTES];
    private int length;
    private int gap = -1;

    private IPv6Spelling() {}

    /**
     * @param address a right one, without brackets
     * @return 32 hexadecimal digits
     */
    public static String inFull(String address) {
        IPv6Spelling spelling = new IPv6Spelling();
        spelling.read(address);
        return spelling.digits();
    }

    private void read(String address) {
        int start = 0;
        while (start <= address.length()) {
            int colon = address.indexOf(':', start);
            int end = colon < 0 ? address.length() : colon;
            if (address.indexOf('.', start) >= 0 && colon < 0) {
                readIPv4(address, start);
            } else if (end > start) {
                int group = number(address, start, end, 16);
                add(group >> 8);
                add(group);
            } else if (start > 0 && start < address.length()) {
                gap = length; // an empty group in the middle, or the second one at the beginning
            }
            start = end + 1;
        }
    }

    private void readIPv4(String address, int from) {
        int start = from;
        for (int i = 0; i < 4; i++) {
            int dot = address.indexOf('.', start);
            int end = dot < 0 ? address.length() : dot;
            add(number(address, start, end, 10));
            start = end + 1;
        }
    }

    private static int number(String text, int start, int end, int base) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = Ascii.lower(text.charAt(i));
            value = value * base + (c <= '9' ? c - '0' : c - 'a' + 10);
        }
        return value;
    }

    private void add(int value) {
        bytes[length++] = (byte) value;
    }

    private String digits() {
        StringBuilder digits = new StringBuilder(2 * BYTES);
        int zeros = BYTES - length;
        for (int i = 0; i < BYTES; i++) {
            int at = gap < 0 || i < gap ? i : i - zeros;
            int value = at < gap && i >= gap ? 0 : bytes[at] & 0xFF;
            digits.append("0123456789abcdef".charAt(value >> 4)).append("0123456789abcdef".charAt(value & 0xF));
        }
        return digits.toString();
    }
}
