package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RequestUrl;

/**
 * One request to one origin. Following a redirect creates a new one.
 *
 * @param url     the URL to request
 * @param method  the method
 * @param headers the program's header lines, without those that a redirect has removed
 * @param body    the request body, empty for no body
 */
record RequestSpec(RequestUrl url, Method method, List<String> headers, byte[] body) {
    private static final byte[] NO_BODY = {};

    /** Whether sending the request twice has the same effect as sending it once (RFC 9110 section 9.2.2). */
    boolean isIdempotent() {
        return switch (method) {
            case METHOD_POST, METHOD_PATCH, METHOD_CONNECT -> false;
            default -> true;
        };
    }

    /**
     * @param name the name of a header, in upper or lower case
     * @return whether the program has set this header
     */
    boolean has(String name) {
        return HeaderLine.has(headers, name);
    }

    /** @return the request that follows a redirect */
    RequestSpec redirected(int code, RequestUrl target) {
        boolean becomesGet = Redirect.becomesGet(method.token(), code);
        return new RequestSpec(target, becomesGet ? Method.METHOD_GET : method,
                Redirect.headers(headers, target.origin().equals(url.origin()), !becomesGet),
                becomesGet ? NO_BODY : body);
    }
}
