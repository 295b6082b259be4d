package io.github.pollhttp.request;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.HTTPRequest.Result;
import io.github.pollhttp.spi.Refusal;

/** Which responses lead on, how many of them are followed, and where they led. */
public final class Redirects {
    private final int limit;

    /** Replaced and never changed, for other threads read it. */
    private volatile List<String> urls = List.of();

    /**
     * None yet.
     *
     * @param limit how many to follow, -1 for any number
     */
    public Redirects(int limit) {
        this.limit = limit;
    }

    /** The URLs that the request was sent on to, in order. */
    List<String> urls() {
        return urls;
    }

    /**
     * Whether a response of this code leads on if it has a Location (RFC 9110 section 15.4).
     *
     * @param code the response's
     * @return true for five of them
     */
    public static boolean isRedirect(int code) {
        return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    }

    /**
     * Goes on.
     *
     * @param from     what was asked
     * @param code     of the response
     * @param location as its Location field has it
     * @return what to ask next
     * @throws RequestFailure if there were too many, or it leads to where it must not be followed
     */
    public Hop follow(Hop from, int code, String location) throws RequestFailure {
        if (limit >= 0 && urls.size() >= limit) {
            throw new RequestFailure(Result.RESULT_REDIRECT_LIMIT_REACHED, "more than " + limit
                    + " redirects, the last of them to \"" + location + "\"; see setMaxRedirects");
        }
        Hop next = from.redirected(code, target(from.url(), location));
        List<String> longer = new ArrayList<>(urls);
        longer.add(next.url().toString());
        urls = List.copyOf(longer);
        return next;
    }

    private static RequestUrl target(RequestUrl from, String location) throws RequestFailure {
        RequestUrl target;
        try {
            target = from.resolve(location);
        } catch (Refusal e) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED,
                    from + " redirects to \"" + location + "\", which cannot be followed: " + e.getMessage());
        }
        if (from.origin().tls() && !target.origin().tls()) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, from + " redirects to " + target
                    + ", which is not followed: what was asked for over https must not be answered without it");
        }
        return target;
    }
}
