package io.github.pollhttp;

import java.util.ArrayList;
import java.util.List;

/** An IPv6 address can be written in many ways (RFC 4291 section 2.2); this is the one to compare by. */
final class IPv6Spelling {
    private static final int GROUPS = 8;

    private IPv6Spelling() {}

    /**
     * @param address a right one, without brackets
     * @return eight groups in lower case without leading zeros
     */
    static String inFull(String address) {
        String text = withoutIPv4(address);
        int gap = text.indexOf("::");
        List<String> full = groups(gap < 0 ? text : text.substring(0, gap));
        List<String> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        while (full.size() + tail.size() < GROUPS) {
            full.add("0");
        }
        full.addAll(tail);
        return String.join(":", full);
    }

    private static List<String> groups(String text) {
        List<String> groups = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            groups.add(Integer.toHexString(Integer.parseInt(text.substring(start, end), 16)));
            start = end + 1;
        }
        return groups;
    }

    /** Writes an IPv4 address at the end as the two groups that it is. */
    private static String withoutIPv4(String address) {
        if (address.indexOf('.') < 0) {
            return address;
        }
        int start = address.lastIndexOf(':') + 1;
        int value = 0;
        for (int i = start; i <= address.length();) {
            int dot = address.indexOf('.', i);
            int end = dot < 0 ? address.length() : dot;
            value = value << 8 | Integer.parseInt(address.substring(i, end));
            i = end + 1;
        }
        return address.substring(0, start) + Integer.toHexString(value >>> 16) + ":"
                + Integer.toHexString(value & 0xFFFF);
    }
}
