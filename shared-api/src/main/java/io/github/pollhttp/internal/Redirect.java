package io.github.pollhttp.internal;

import java.util.ArrayList;
import java.util.List;

/** The rules for following a redirect (RFC 9110 section 15.4; Fetch Standard, HTTP-redirect fetch), without any state. */
public final class Redirect {
    /** Secrets, and the name, of the origin that they were meant for. */
    private static final List<String> FOR_ONE_ORIGIN = List.of("authorization", "cookie", "proxy-authorization",
            "host");

    private Redirect() {}

    /**
     * Whether a response with this code and a Location is a redirect.
     *
     * @param code the response code
     * @return true for 301, 302, 303, 307 and 308
     */
    public static boolean isRedirect(int code) {
        return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    }

    /**
     * Resolves a Location.
     *
     * @param from     the URL that redirects
     * @param location the value of its Location field
     * @return the URL to request next
     * @throws RejectionException if it must not be followed: it is no http or https URL, or leads from https to http
     */
    public static RequestUrl target(RequestUrl from, String location) throws RejectionException {
        RequestUrl target;
        try {
            target = from.resolve(location);
        } catch (RejectionException e) {
            throw RejectionException.invalid(
                    from + " redirects to \"" + location + "\", which cannot be followed: " + e.getMessage());
        }
        if (from.origin().tls() && !target.origin().tls()) {
            throw RejectionException.invalid(from + " redirects to " + target
                    + ", which is not followed: what was asked for over https must not be answered without it");
        }
        return target;
    }

    /**
     * Whether the next request is a GET without a body.
     *
     * @param method the method of the request that was redirected, such as {@code POST}
     * @param code   the response code
     * @return true for POST on 301 and 302, and for everything but GET and HEAD on 303
     */
    public static boolean becomesGet(String method, int code) {
        return method.equals("POST") && (code == 301 || code == 302)
                || code == 303 && !method.equals("GET") && !method.equals("HEAD");
    }

    /**
     * The headers that the next request keeps.
     *
     * @param headers    the header lines of the request that was redirected
     * @param sameOrigin false to drop secrets of the first origin
     * @param withBody   false to drop the headers that describe a body
     * @return a new list
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
