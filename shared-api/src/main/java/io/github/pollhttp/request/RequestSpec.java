package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RequestUrl;

/**
 * One request to one origin. Following a redirect creates a new one.
 *
 * @param url     the URL to request
 * @param method  the method
 * @param headers the program's header lines, with the media type of the body, and without those that a redirect has removed
 * @param body    the request body, empty for no body; its media type is one of the headers
 */
record RequestSpec(RequestUrl url, Method method, List<String> headers, Body body) {
    private static final Body NO_BODY = new Bytes(new byte[0]);

    /** Sends a request with its body. There is a class for each kind of body, so that TeaVM leaves out the kinds that a program does not use. */
    interface Body {
        ErrorCode send(HTTPClient client, Method method, String target, List<String> headers);

        /** @return the number of bytes, or {@link OutgoingRequest#LENGTH_UNKNOWN} */
        int length();

        static Body of(byte[] bytes) {
            return bytes.length == 0 ? NO_BODY : new Bytes(bytes);
        }

        /** @param body its media type is not added to the headers */
        static Body of(RequestBody body) {
            return new Content(body.withoutContentType());
        }
    }

    private record Bytes(byte[] bytes) implements Body {
        @Override
        public ErrorCode send(HTTPClient client, Method method, String target, List<String> headers) {
            return client.requestRaw(method, target, headers, bytes);
        }

        @Override
        public int length() {
            return bytes.length;
        }
    }

    private record Content(RequestBody body) implements Body {
        @Override
        public ErrorCode send(HTTPClient client, Method method, String target, List<String> headers) {
            return client.request(method, target, headers, body);
        }

        @Override
        public int length() {
            return body.length();
        }
    }

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
