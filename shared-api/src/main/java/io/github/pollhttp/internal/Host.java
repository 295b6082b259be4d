package io.github.pollhttp.internal;

import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

/**
 * Brings a host into its one spelling (URL Standard, host parser). Everything that compares, sends, resolves or shows a host uses that spelling, so
 * that two spellings of one host are one origin, and no spelling leads to another host than in a browser.
 */
final class Host {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    /** The URL Standard's forbidden domain code points, but for control characters. */
    private static final String FORBIDDEN = " #/:<>?@[\\]^|%\"`{}";

    /** Found once; null in a browser. */
    private static final @Nullable DomainEncoder ENCODER = findEncoder();

    private Host() {}

    private static @Nullable DomainEncoder findEncoder() {
        for (DomainEncoder each : ServiceLoader.load(DomainEncoder.class)) {
            return each;
        }
        return null;
    }

    /** Initializes this class, which reads the configuration file of {@code ServiceLoader}. */
    static void prepare() {}

    /**
     * Brings a host into its one spelling.
     *
     * @param text a name, an IPv4 address, or an IPv6 address with or without brackets
     * @return the spelling, an IPv6 address without brackets
     * @throws RejectionException if it is not a valid host
     */
    static String canonical(String text) throws RejectionException {
        boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
        if (bracketed || text.indexOf(':') != text.lastIndexOf(':')) {
            String address = IPv6Address.canonical(bracketed ? text.substring(1, text.length() - 1) : text);
            if (address == null) {
                throw RejectionException.invalid(quotedAddress(text) + " is not an IPv6 address.");
            }
            return address;
        }
        checkCharacters(text);
        String name = ENCODER != null && isInternational(text) ? ENCODER.toAscii(text) : Ascii.lower(text);
        checkCharacters(name); // a character such as U+FF0F becomes a slash
        if (IPv4Address.isMeantBy(name)) {
            return IPv4Address.canonical(name);
        }
        if (Ascii.isAscii(name)) { // a browser converts other names, and checks the lengths afterwards
            checkLengths(name);
        }
        return name;
    }

    private static boolean isInternational(String text) {
        boolean encoded = false;
        for (int i = 0; i < text.length(); i++) {
            boolean labelBegins = i == 0 || text.charAt(i - 1) == '.';
            encoded |= text.charAt(i) > 0x7F || labelBegins && Ascii.startsWith(text, i, "xn--");
        }
        return encoded;
    }

    private static void checkCharacters(String name) throws RejectionException {
        if (name.isEmpty()) {
            throw RejectionException.invalid("the host is empty.");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ':') {
                throw RejectionException.invalid(
                        "the host " + quotedWithPort(name) + " has a port in it; give it as an argument of its own.");
            }
            if (c < ' ' || c == 0x7F || FORBIDDEN.indexOf(c) >= 0) {
                throw RejectionException.invalid("the host " + Quoted.url(name)
                        + " has a character that a host cannot have; "
                        + "a path belongs into the request, user and password into a header.");
            }
        }
    }

    /** Shows only the beginning of what does not look like an address, because the rest may be a password. */
    private static String quotedAddress(String text) {
        int colon = text.indexOf(':');
        for (int i = 0; i < colon && text.indexOf('@') < 0; i++) {
            if (text.charAt(i) != '[' && !Ascii.isHexDigit(text.charAt(i))) {
                return Quoted.text(text.substring(0, colon + 1) + "...");
            }
        }
        return Quoted.url(text);
    }

    /** What follows a colon and is no number may be a password. */
    private static String quotedWithPort(String name) {
        int colon = name.indexOf(':');
        boolean number = Decimal.parse(name, colon + 1, name.length(), 0) != Decimal.NONE;
        return Quoted.url(number || name.indexOf('@') >= 0 ? name : name.substring(0, colon));
    }

    /** RFC 1035 section 2.3.4. Only the root, a dot at the end, may be an empty label. */
    private static void checkLengths(String name) throws RejectionException {
        int length = name.endsWith(".") ? name.length() - 1 : name.length();
        int start = 0;
        while (start <= length) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 || dot > length ? length : dot;
            if (end == start || end - start > LONGEST_LABEL || length > LONGEST_NAME) {
                throw RejectionException.invalid("the host " + Quoted.url(name)
                        + " is not a possible name: it has at most 253 characters, in labels of 1 to 63.");
            }
            start = end + 1;
        }
    }
}
