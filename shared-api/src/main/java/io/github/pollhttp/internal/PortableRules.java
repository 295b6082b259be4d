package io.github.pollhttp.internal;

import org.jspecify.annotations.Nullable;

/**
 * The rules by which a browser rejects requests of a page (Fetch Standard). Strict portable mode applies them on all platforms. The browser backend
 * leaves the decision to the browser, and uses these rules only for messages.
 */
public final class PortableRules {
    /** The forbidden request-headers of the Fetch Standard, and User-Agent, which Chromium drops. */
    private static final String FORBIDDEN_HEADERS = " accept-charset accept-encoding access-control-request-headers"
            + " access-control-request-method access-control-request-private-network connection content-length cookie cookie2"
            + " date dnt expect host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade user-agent via ";

    /** Headers that are forbidden if their value names a forbidden method. */
    private static final String METHOD_OVERRIDES = " x-http-method x-http-method-override x-method-override ";

    /** The bad ports of the Fetch Standard. */
    private static final String BAD_PORTS = " 0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104"
            + " 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554"
            + " 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668"
            + " 6669 6679 6697 10080 ";

    private PortableRules() {}

    /**
     * Checks that browsers connect to a port.
     *
     * @param port a port, 1 to 65535
     * @throws RejectionException if the port is a bad port of the Fetch Standard
     */
    public static void checkPort(int port) throws RejectionException {
        String message = portRejectionMessage(port);
        if (message != null) {
            throw RejectionException.unavailable(message + ".");
        }
    }

    /**
     * Checks that a browser sends a request, with all of its headers and its body.
     *
     * @param request a valid request
     * @throws RejectionException if a browser does not send it, or leaves out a part of it
     */
    public static void check(OutgoingRequest request) throws RejectionException {
        String method = request.method();
        if (method.equals("TRACE") || method.equals("CONNECT")) {
            throw RejectionException
                    .unavailable("a browser sends neither TRACE nor CONNECT (Fetch Standard, forbidden method).");
        }
        if (request.bodyLength() != 0 && (method.equals("GET") || method.equals("HEAD"))) {
            throw RejectionException
                    .unavailable("a browser sends no body with GET and HEAD (Fetch Standard, Request constructor).");
        }
        if (!request.target().startsWith("/")) {
            throw RejectionException.unavailable(
                    "a browser sends requests only to a path; connect to the host, and begin the url with \"/\".");
        }
        for (String line : request.headers()) {
            String message = headerRejectionMessage(Ascii.lower(HeaderLine.name(line)), HeaderLine.value(line));
            if (message != null) {
                throw RejectionException.unavailable(message + " (Fetch Standard, forbidden request-header).");
            }
        }
    }

    private static @Nullable String headerRejectionMessage(String name, String value) {
        if (isForbidden(name)) {
            return "a browser sets the request header " + name + " by itself or leaves it out";
        }
        if (METHOD_OVERRIDES.contains(" " + name + " ") && namesForbiddenMethod(value)) {
            return "a browser does not let the request header " + name + " ask for CONNECT, TRACE or TRACK";
        }
        return null;
    }

    private static boolean isForbidden(String name) {
        // Content-Length is accepted: a browser sets the same value, and a wrong value was rejected before.
        return !name.equals("content-length") && (name.startsWith("proxy-") || name.startsWith("sec-")
                || FORBIDDEN_HEADERS.contains(" " + name + " "));
    }

    /** The value is a list of methods. Ignores case. */
    private static boolean namesForbiddenMethod(String value) {
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            String method = Ascii.lower(value.substring(start, end).trim());
            if (method.equals("connect") || method.equals("trace") || method.equals("track")) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /**
     * Checks that browsers connect to a port.
     *
     * @param port any number
     * @return the message of the rejection, or null if browsers connect to the port
     */
    public static @Nullable String portRejectionMessage(int port) {
        return BAD_PORTS.contains(" " + port + " ")
                ? "browsers do not connect to port " + port
                        + " (Fetch Standard, bad port); let the server listen on another one"
                : null;
    }
}
