package io.github.pollhttp.spi;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.TLSOptions;

/**
 * What a browser refuses to do for a page, by the Fetch Standard: for strict portable mode, which refuses it everywhere, and for the sentences
 * of the browser backend, where the browser itself is the judge.
 */
public final class PortableRules {
    /** The Fetch Standard's forbidden request-headers, and User-Agent, which Chromium drops. */
    private static final String FORBIDDEN_HEADERS = " accept-charset accept-encoding access-control-request-headers"
            + " access-control-request-method access-control-request-private-network connection content-length cookie cookie2"
            + " date dnt expect host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade user-agent via ";

    /** The Fetch Standard's bad ports. */
    private static final String BAD_PORTS = " 0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104"
            + " 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554"
            + " 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668"
            + " 6669 6679 6697 10080 ";

    private PortableRules() {}

    /**
     * Judges a connection.
     *
     * @param port       a port that is right in itself
     * @param tlsOptions as in {@code connectToHost}
     * @throws Refusal if a browser would not connect so
     */
    public static void check(int port, TLSOptions tlsOptions) throws Refusal {
        String fault = faultOfPort(port);
        if (fault == null && tlsOptions != null && !tlsOptions.equals(TLSOptions.client())) {
            fault = "a browser checks certificates by its own rules; only TLSOptions.client() says the same everywhere";
        }
        if (fault != null) {
            throw Refusal.unavailable(fault);
        }
    }

    /**
     * Judges a request.
     *
     * @param request a request that is right in itself
     * @throws Refusal if a browser would not send it, or not whole
     */
    public static void check(OutgoingRequest request) throws Refusal {
        Method method = request.method();
        if (method == Method.METHOD_TRACE || method == Method.METHOD_CONNECT) {
            throw Refusal.unavailable("a browser sends neither TRACE nor CONNECT (Fetch Standard, forbidden method)");
        }
        if (request.body().length > 0 && (method == Method.METHOD_GET || method == Method.METHOD_HEAD)) {
            throw Refusal
                    .unavailable("a browser sends no body with GET and HEAD (Fetch Standard, Request constructor)");
        }
        if (!request.target().startsWith("/")) {
            throw Refusal.unavailable(
                    "a browser sends requests to a path alone; connect to the host and begin with \"/\"");
        }
        for (String line : request.headers()) {
            String name = Ascii.lower(HeaderLine.name(line));
            if (isForbidden(name)) {
                throw Refusal.unavailable(
                        "a browser owns the request header " + name + " (Fetch Standard, forbidden request-header)");
            }
        }
    }

    private static boolean isForbidden(String name) {
        // The length is set for every body anyway, and a wrong one has been refused before.
        return !name.equals("content-length") && (name.startsWith("proxy-") || name.startsWith("sec-")
                || FORBIDDEN_HEADERS.contains(" " + name + " "));
    }

    /**
     * Judges a port.
     *
     * @param port any number
     * @return a sentence if no browser connects to it, else null
     */
    public static String faultOfPort(int port) {
        return BAD_PORTS.contains(" " + port + " ")
                ? "browsers do not connect to port " + port
                        + " (Fetch Standard, bad port); let the server listen on another one"
                : null;
    }
}
