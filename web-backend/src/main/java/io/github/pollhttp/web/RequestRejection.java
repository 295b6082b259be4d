package io.github.pollhttp.web;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;

/**
 * A request that was not accepted. The message comes from the Java checks that the JVM backend makes for every request. They run only when a program
 * asks for the message, so that TeaVM leaves them out of other programs.
 *
 * <p>
 * Not a record, because {@code java.lang.Record} would be a part of every program for this class alone.
 */
final class RequestRejection implements Rejection {
    private final ErrorCode code;
    private final Method method;
    private final String url;
    private final List<String> headers;
    private final byte[] body;

    /** @param code {@code ERR_INVALID_PARAMETER}, or {@code ERR_UNAVAILABLE} for a valid request that a browser does not send */
    RequestRejection(ErrorCode code, Method method, String url, List<String> headers, byte[] body) {
        this.code = code;
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    @Override
    public ErrorCode code() {
        return code;
    }

    @Override
    public String message() {
        try {
            PortableRules.check(OutgoingRequest.of(method.token(), url, headers, body));
        } catch (RejectionException e) {
            return e.message();
        }
        return "the browser does not send this request (Fetch Standard, Request constructor)";
    }
}
