package io.github.pollhttp.internal;

/**
 * An origin, or the address of a proxy: scheme, host and port.
 *
 * @param tls  true for https, false for http
 * @param host a name or a literal IP address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record Endpoint(boolean tls, String host, int port) {

    /**
     * Checks the arguments of {@code connectToHost}.
     *
     * @param host    a name or a literal IP address, with {@code http://} or {@code https://} before it or without
     * @param port    port, 1 to 65535, or -1 for the default of the scheme: 443 with TLS, otherwise 80
     * @param wantTls true for TLS; a scheme in the host overrides it, as in Godot 4
     * @return the endpoint
     * @throws RejectionException if the host or the port is not valid
     */
    public static Endpoint of(String host, int port, boolean wantTls) throws RejectionException {
        boolean tls = wantTls;
        String name = host;
        if (Ascii.startsWith(host, "http://")) {
            name = host.substring(7);
            tls = false;
        } else if (Ascii.startsWith(host, "https://")) {
            name = host.substring(8);
            tls = true;
        }
        if (port == 0 || port < -1 || port > 65535) {
            throw RejectionException
                    .invalid("the port must be 1 to 65535, or -1 for the default of the scheme; it is " + port);
        }
        int number = port > 0 ? port : defaultPort(tls);
        return new Endpoint(tls, checkedHost(name), number);
    }

    /**
     * Returns the authority, as in a Host header and in a URL (RFC 9110 section 7.2).
     *
     * @return {@code host} or {@code host:port}; the port only if it is not the default of the scheme, IPv6 in brackets
     */
    public String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == defaultPort(tls) ? name : name + ":" + port;
    }

    /**
     * Returns the origin as the beginning of a URL.
     *
     * @return {@code http://} or {@code https://} and the authority
     */
    public String origin() {
        return (tls ? "https://" : "http://") + authority();
    }

    /**
     * Whether the host is a literal IPv4 or IPv6 address, which needs no name look-up.
     *
     * @return true for a literal IP address
     */
    public boolean isLiteral() {
        return host.indexOf(':') >= 0 || isIPv4(host);
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    private static String checkedHost(String name) throws RejectionException {
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        String host = bracketed ? name.substring(1, name.length() - 1) : name;
        if (host.isEmpty()) {
            throw RejectionException.invalid("the host is empty");
        }
        if (bracketed || host.indexOf(':') != host.lastIndexOf(':')) {
            if (!isIPv6(host)) {
                throw RejectionException.invalid("\"" + name + "\" is not an IPv6 address");
            }
            return host;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == ':') {
                throw RejectionException
                        .invalid("the host \"" + name + "\" has a port in it; give it as an argument of its own");
            }
            if (isSpaceOrControl(c) || "/?#@\\[]<>^|%\"`{}".indexOf(c) >= 0) {
                throw RejectionException.invalid("the host \"" + name + "\" has a character that a host cannot have; "
                        + "a path belongs into the request, user and password into a header");
            }
        }
        return host;
    }

    /** Also finds spaces and control characters beyond ASCII, because a name may be in any script. */
    private static boolean isSpaceOrControl(char c) {
        return c <= ' ' || c >= 0x7F && c <= 0xA0 || c >= 0x2000 && c <= 0x200F || c == 0x2028 || c == 0x2029
                || c == 0x3000;
    }

    private static boolean isIPv4(String host) {
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

    /**
     * RFC 4291 section 2.2: eight groups of one to four hexadecimal digits. "::" may replace one run of groups, and an IPv4 address the last two groups.
     */
    private static boolean isIPv6(String host) {
        int dots = host.indexOf('.');
        if (dots >= 0) {
            int tail = host.lastIndexOf(':') + 1;
            return isIPv4(host.substring(tail)) && isIPv6(host.substring(0, tail) + "0:0");
        }
        int gap = host.indexOf("::");
        if (gap < 0) {
            return groups(host) == 8;
        }
        int before = gap == 0 ? 0 : groups(host.substring(0, gap));
        int after = gap + 2 == host.length() ? 0 : groups(host.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < 8;
    }

    /** @return the number of groups, or -1 if one of them is not valid */
    private static int groups(String text) {
        int count = 0;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ':';
            if (c == ':') {
                if (digits == 0 || digits > 4) {
                    return -1;
                }
                count++;
                digits = 0;
            } else if (Ascii.isHexDigit(c)) {
                digits++;
            } else {
                return -1;
            }
        }
        return count;
    }
}
