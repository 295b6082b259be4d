package io.github.pollhttp.internal;

import java.util.ArrayList;
import java.util.List;

/** The rules for following a redirect (RFC 9110 section 15.4; Fetch Standard, HTTP-redirect fetch). */
public final class Redirect {
    /** Headers that are sent only to the origin for which the program gave them: credentials, and the name of the host. */
    private static final List<String> FOR_ONE_ORIGIN = List.of("authorization", "cookie", "proxy-authorization",
            "host");

    private Redirect() {}

    /**
     * Returns where a response redirects to.
     *
     * @param code      the status code of the response
     * @param locations the values of its Location fields
     * @return the value to resolve; empty if the response is no redirect: it has another code than 301, 302, 303, 307 and 308, or no Location, or an
     *         empty one
     * @throws RejectionException if the Location fields differ, so that it is not known where the redirect leads (Fetch Standard, location URL)
     */
    public static String location(int code, List<String> locations) throws RejectionException {
        if (!isRedirect(code) || locations.isEmpty()) {
            return "";
        }
        String location = locations.get(0);
        for (String other : locations) {
            if (!other.equals(location)) {
                throw RejectionException.invalid("The response has two different Location headers, so it is not known "
                        + "where the redirect leads. Ask the server's operator to send one.");
            }
        }
        return location;
    }

    private static boolean isRedirect(int code) {
        return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    }

    /**
     * Returns the URL that a redirect leads to.
     *
     * @param from     the URL of the response
     * @param location the value of its Location field
     * @return the URL of the next request
     * @throws RejectionException if the redirect must not be followed: it does not lead to an http or https URL, or it leads from https to http
     */
    public static RequestUrl target(RequestUrl from, String location) throws RejectionException {
        RequestUrl target;
        try {
            target = from.resolve(location);
        } catch (RejectionException e) {
            throw RejectionException.invalid(
                    from.quoted() + " redirects to " + Quoted.url(location) + ", which cannot be followed: "
                            + e.message());
        }
        if (from.origin().tls() && !target.origin().tls()) {
            throw RejectionException.invalid(from.quoted() + " redirects to " + target.quoted()
                    + ", which is not followed: a redirect must not lead from https to http.");
        }
        return target;
    }

    /**
     * Whether a redirect changes the request to a GET without a body.
     *
     * @param method the method of the redirected request, for example {@code POST}
     * @param code   the status code of the response
     * @return true for POST on 301 and 302, and for all methods except GET and HEAD on 303
     */
    public static boolean becomesGet(String method, int code) {
        return method.equals("POST") && (code == 301 || code == 302)
                || code == 303 && !method.equals("GET") && !method.equals("HEAD");
    }

    /**
     * Returns the headers of the next request.
     *
     * @param headers    the header lines of the redirected request
     * @param sameOrigin true if the redirect stays at the origin; false removes credentials and {@code Host}
     * @param withBody   true if the next request has the body, too; false removes the headers that describe it
     * @return a new list of header lines
     */
    public static List<String> headers(List<String> headers, boolean sameOrigin, boolean withBody) {
        List<String> kept = new ArrayList<>();
        for (String line : headers) {
            String name = Ascii.lower(HeaderLine.name(line));
            if ((sameOrigin || !FOR_ONE_ORIGIN.contains(name)) && (withBody || !describesBody(name))) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean describesBody(String name) {
        return name.startsWith("content-") || name.equals("digest") || name.equals("last-modified");
    }
}
