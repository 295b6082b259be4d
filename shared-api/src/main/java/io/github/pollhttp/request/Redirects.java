package io.github.pollhttp.request;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.request.HTTPRequest.Result;

/** The redirects that one request has followed, and their limit. */
final class Redirects {
    private final int limit;
    private final RedirectHook hook;

    /** An immutable list, replaced by each redirect, because other threads read it. */
    private volatile List<String> urls = List.of();

    /**
     * @param limit the largest number of redirects, or -1 for no limit
     * @param hook  asked before each redirect, or null
     */
    Redirects(int limit, RedirectHook hook) {
        this.limit = limit;
        this.hook = hook;
    }

    /** @return the URLs that the request was redirected to, in order */
    List<String> urls() {
        return urls;
    }

    /**
     * @param response the client with a response
     * @return the value of its {@code Location} header; empty if it is no redirect
     * @throws RequestFailure if it has two different ones
     */
    static String location(HTTPClient response) throws RequestFailure {
        try {
            return Redirect.location(response.getResponseCode(), response.getResponseHeader("Location"));
        } catch (RejectionException e) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, e.getMessage());
        }
    }

    /**
     * @param from     the request that was redirected
     * @param code     the response code of the redirect
     * @param location the value of its {@code Location} header
     * @param tls      decides whether the TLS options allow the next origin
     * @return the request to send next
     * @throws RequestFailure if the limit is reached, or this redirect must not be followed
     */
    RequestSpec follow(RequestSpec from, int code, String location, OriginTls tls) throws RequestFailure {
        if (limit >= 0 && urls.size() >= limit) {
            throw new RequestFailure(Result.RESULT_REDIRECT_LIMIT_REACHED,
                    "The request was redirected more than " + limit
                            + " times, the last time to " + Quoted.url(location)
                            + ". Raise the limit with setMaxRedirects.");
        }
        try {
            RequestUrl target = Redirect.target(from.url(), location);
            tls.optionsFor(target.origin()); // throws if they do not allow it
            RequestSpec next = ask(from.redirected(code, target));
            List<String> longer = new ArrayList<>(urls);
            longer.add(next.url().toString());
            urls = List.copyOf(longer);
            return next;
        } catch (RejectionException e) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, e.getMessage());
        }
    }

    private RequestSpec ask(RequestSpec next) throws RejectionException {
        if (hook == null) {
            return next;
        }
        List<String> headers = hook.beforeRedirect(next.url().toString(), List.copyOf(next.headers()));
        if (headers == null) {
            throw RejectionException.invalid("The redirect hook of the program has refused the redirect to "
                    + Quoted.url(next.url().toString()) + ".");
        }
        HeaderLine.check(headers);
        return new RequestSpec(next.url(), next.method(), List.copyOf(headers), next.body());
    }
}
