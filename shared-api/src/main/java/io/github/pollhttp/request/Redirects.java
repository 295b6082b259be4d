package io.github.pollhttp.request;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.request.HTTPRequest.Result;

/** The redirects that one request has followed, and the limit on them. */
final class Redirects {
    private final int limit;

    /** Replaced and never changed, because other threads read it. */
    private volatile List<String> urls = List.of();

    /** @param limit the greatest number to follow, -1 for any */
    Redirects(int limit) {
        this.limit = limit;
    }

    /** The URLs that the request was redirected to, in order. */
    List<String> urls() {
        return urls;
    }

    /**
     * @param from     the request that was redirected
     * @param code     the response code
     * @param location the value of the response's Location field
     * @return the request to send next
     * @throws RequestFailure if there were too many, or this one must not be followed
     */
    RequestSpec follow(RequestSpec from, int code, String location) throws RequestFailure {
        if (limit >= 0 && urls.size() >= limit) {
            throw new RequestFailure(Result.RESULT_REDIRECT_LIMIT_REACHED, "more than " + limit
                    + " redirects, the last of them to \"" + location + "\"; see setMaxRedirects");
        }
        try {
            RequestSpec next = from.redirected(code, Redirect.target(from.url(), location));
            List<String> longer = new ArrayList<>(urls);
            longer.add(next.url().toString());
            urls = List.copyOf(longer);
            return next;
        } catch (RejectionException e) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, e.getMessage());
        }
    }
}
