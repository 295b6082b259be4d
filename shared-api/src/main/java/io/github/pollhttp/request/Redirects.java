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

/** Follows the redirects of one request, up to a limit. Not final, so that TeaVM can leave it out. */
class Redirects {
    private final int limit;
    private final RedirectHook hook;
    private final OriginTls tls;

    /** An immutable list, replaced by each redirect, because other threads read it. */
    private volatile List<String> urls = List.of();

    /**
     * @param limit the largest number of redirects, or -1 for no limit
     * @param hook  asked before each redirect, or null
     * @param tls   decides whether the TLS options allow the next origin; null without options
     */
    Redirects(int limit, RedirectHook hook, OriginTls tls) {
        this.limit = limit;
        this.hook = hook;
        this.tls = tls;
    }

    /** @return the URLs that the request was redirected to, in order */
    List<String> urls() {
        return urls;
    }

    /**
     * Sends the next request if the response of this one is a redirect.
     *
     * @return whether it is one
     * @throws RequestFailure if the limit is reached, or this redirect must not be followed
     */
    boolean follow(RequestExecution execution) throws RequestFailure {
        HTTPClient response = execution.client();
        int code = response.getResponseCode();
        try {
            String location = Redirect.location(code, response.getResponseHeader("Location"));
            if (location.isEmpty()) {
                return false;
            }
            execution.sendAgain(next(execution.request(), code, location), 0);
            return true;
        } catch (RejectionException e) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, e.message());
        }
    }

    private RequestSpec next(RequestSpec from, int code, String location) throws RejectionException, RequestFailure {
        if (limit >= 0 && urls.size() >= limit) {
            throw new RequestFailure(Result.RESULT_REDIRECT_LIMIT_REACHED,
                    "The request was redirected more than " + limit
                            + " times, the last time to " + Quoted.url(location)
                            + ". Raise the limit with setMaxRedirects.");
        }
        RequestUrl target = Redirect.target(from.url(), location);
        if (tls != null) {
            tls.optionsFor(target.origin()); // throws if they do not allow it
        }
        RequestSpec next = ask(from.redirected(code, target));
        List<String> longer = new ArrayList<>(urls);
        longer.add(next.url().toString());
        urls = List.copyOf(longer);
        return next;
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
