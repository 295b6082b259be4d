package io.github.pollhttp.internal;

/**
 * What a browser refuses to do for a page, by the Fetch Standard: for strict portable mode, which refuses it everywhere, and for the sentences
 * of the browser backend, where the browser itself is the judge.
 */
public final class PortableRules {
    /** The Fetch Standard's forbidden request-headers, and User-Agent, which Chromium drops. */
    private static final String FORBIDDEN_HEADERS = " accept-charset accept-encoding access-control-request-headers"
            + " access-control-request-method access-control-request-private-network connection content-length cookie cookie2"
            + " date dnt expect host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade user-agent via ";

    /** Headers that are forbidden if they name a forbidden method. */
    private static final String METHOD_OVERRIDES = " x-http-method x-http-method-override x-method-override ";

    /** The Fetch Standard's bad ports. */
    private static final String BAD_PORTS = " 0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104"
            + " 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554"
            + " 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668"
            + " 6669 6679 6697 10080 ";

    private PortableRules() {}

    /**
     * Rejects a port that browsers block.
     *
     * @param port a valid port
     * @throws RejectionException if no browser connects to it
     */
    public static void checkPort(int port) throws RejectionException {
        String message = portRejectionMessage(port);
        if (message != null) {
            throw RejectionException.unavailable(message);
        }
    }

    /**
     * Judges a request.
     *
     * @param request a request that is right in itself
     * @throws RejectionException if a browser would not send it, or not whole
     */
    public static void check(OutgoingRequest request) throws RejectionException {
        String method = request.method();
        if (method.equals("TRACE") || method.equals("CONNECT")) {
            throw RejectionException
                    .unavailable("a browser sends neither TRACE nor CONNECT (Fetch Standard, forbidden method)");
        }
        if (request.body().length > 0 && (method.equals("GET") || method.equals("HEAD"))) {
            throw RejectionException
                    .unavailable("a browser sends no body with GET and HEAD (Fetch Standard, Request constructor)");
        }
        if (!request.target().startsWith("/")) {
            throw RejectionException.unavailable(
                    "a browser sends requests to a path alone; connect to the host and begin with \"/\"");
        }
        for (String line : request.headers()) {
            String message = headerRejectionMessage(Ascii.lower(HeaderLine.name(line)), HeaderLine.value(line));
            if (message != null) {
                throw RejectionException.unavailable(message + " (Fetch Standard, forbidden request-header)");
            }
        }
    }

    private static String headerRejectionMessage(String name, String value) {
        if (isForbidden(name)) {
            return "a browser sets the request header " + name + " by itself or leaves it out";
        }
        if (METHOD_OVERRIDES.contains(" " + name + " ") && namesForbiddenMethod(value)) {
            return "a browser does not let the request header " + name + " ask for CONNECT, TRACE or TRACK";
        }
        return null;
    }

    private static boolean isForbidden(String name) {
        // The length is set for every body anyway, and a wrong one has been refused before.
        return !name.equals("content-length") && (name.startsWith("proxy-") || name.startsWith("sec-")
                || FORBIDDEN_HEADERS.contains(" " + name + " "));
    }

    /** The value is a list, and case does not matter. */
    private static boolean namesForbiddenMethod(String value) {
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            String method = Ascii.lower(value.substring(start, end).strip());
            if (method.equals("connect") || method.equals("trace") || method.equals("track")) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /**
     * Judges a port.
     *
     * @param port any number
     * @return a sentence if no browser connects to it, else null
     */
    public static String portRejectionMessage(int port) {
        return BAD_PORTS.contains(" " + port + " ")
                ? "browsers do not connect to port " + port
                        + " (Fetch Standard, bad port); let the server listen on another one"
                : null;
    }
}
