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
    private final boolean valid;
    private final Method method;
    private final String url;
    private final List<String> headers;
    private final int bodyLength;

    /**
     * @param valid      whether the request is valid, so that only a browser does not send it
     * @param bodyLength the number of bytes of the body, or {@link OutgoingRequest#LENGTH_UNKNOWN}
     */
    RequestRejection(boolean valid, Method method, String url, List<String> headers, int bodyLength) {
        this.valid = valid;
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.bodyLength = bodyLength;
    }

    @Override
    public ErrorCode code() {
        return valid ? ErrorCode.ERR_UNAVAILABLE : ErrorCode.ERR_INVALID_PARAMETER;
    }

    @Override
    public String message() {
        try {
            PortableRules.check(OutgoingRequest.of(method.token(), url, headers, bodyLength));
        } catch (RejectionException e) {
            return e.message();
        }
        return "the browser does not send this request (Fetch Standard, Request constructor).";
    }
}
