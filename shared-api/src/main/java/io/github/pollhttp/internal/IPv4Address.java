package io.github.pollhttp.internal;

/**
 * The URL Standard's IPv4 parser: browsers take {@code 127.1}, {@code 0x7f.1} and {@code 2130706433} for {@code 127.0.0.1}, so the desktop does the
 * same. A host whose last part is a number is an address or invalid, never a name.
 */
final class IPv4Address {
    private static final long INVALID = -1;

    private IPv4Address() {}

    /**
     * Whether a host has to be an address.
     *
     * @param host in lower case
     * @return true if its last part, not counting one empty part at the end, is a number
     */
    static boolean isMeantBy(String host) {
        String text = withoutFinalDot(host);
        String last = text.substring(text.lastIndexOf('.') + 1);
        return isDigits(last, 0, 10) || last.startsWith("0x") && (last.length() == 2 || isDigits(last, 2, 16));
    }

    /**
     * Brings an address into its one spelling.
     *
     * @param host one that {@link #isMeantBy} is true for
     * @return four decimal numbers
     * @throws RejectionException if it is no valid address
     */
    static String canonical(String host) throws RejectionException {
        String text = withoutFinalDot(host);
        long address = 0;
        int parts = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            parts++;
            // The last part fills all bytes that are left.
            long most = dot < 0 && parts <= 4 ? (1L << 8 * (5 - parts)) - 1 : 255;
            long number = number(text.substring(start, end));
            if (number == INVALID || number > most || parts > 4) {
                throw RejectionException
                        .invalid("the host " + Quoted.text(host) + " ends in a number and is no IPv4 address.");
            }
            address += dot < 0 ? number : number << 8 * (4 - parts);
            start = end + 1;
        }
        return (address >> 24) + "." + (address >> 16 & 0xFF) + "." + (address >> 8 & 0xFF) + "." + (address & 0xFF);
    }

    /**
     * Whether a host is an address in its one spelling.
     *
     * @param host any host
     * @return true for four decimal numbers from 0 to 255
     */
    static boolean isCanonical(String host) {
        int parts = 0;
        int start = 0;
        while (start <= host.length()) {
            int dot = host.indexOf('.', start);
            int end = dot < 0 ? host.length() : dot;
            long value = Decimal.parse(host, start, end, 256);
            if (value < 0 || value > 255 || end - start > 3) {
                return false;
            }
            parts++;
            start = end + 1;
        }
        return parts == 4;
    }

    private static String withoutFinalDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Decimal, octal after 0, hexadecimal after 0x. */
    private static long number(String part) {
        boolean hexadecimal = part.startsWith("0x");
        int start = hexadecimal ? 2 : part.length() > 1 && part.charAt(0) == '0' ? 1 : 0;
        int radix = hexadecimal ? 16 : start == 1 ? 8 : 10;
        if (part.isEmpty() || part.length() > start && !isDigits(part, start, radix)) {
            return INVALID;
        }
        long number = 0;
        for (int i = start; i < part.length() && number <= 0xFFFF_FFFFL; i++) {
            number = number * radix + digit(part.charAt(i));
        }
        return number;
    }

    private static boolean isDigits(String text, int start, int radix) {
        for (int i = start; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0 || digit >= radix) {
                return false;
            }
        }
        return text.length() > start;
    }

    static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
