package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RequestUrl;

/**
 * What is asked of one origin; a redirect makes a new one of it.
 *
 * @param url     where
 * @param method  how
 * @param headers the program's header lines, as far as they are for this origin
 * @param body    the program's bytes, empty for none
 */
record RequestSpec(RequestUrl url, Method method, List<String> headers, byte[] body) {
    private static final byte[] NO_BODY = {};

    /** Whether asking twice is as good as asking once (RFC 9110 section 9.2.2). */
    boolean isIdempotent() {
        return switch (method) {
            case METHOD_POST, METHOD_PATCH, METHOD_CONNECT -> false;
            default -> true;
        };
    }

    /**
     * Looks for a header.
     *
     * @param name in any case
     * @return whether it is there
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
