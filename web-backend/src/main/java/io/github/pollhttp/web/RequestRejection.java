package io.github.pollhttp.web;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;

/**
 * A request that is wrong, or right and not for a browser. Why, is found out when it is asked, by the checks that the JVM makes at once.
 *
 * @param headers the program's lines
 */
record RequestRejection(Method method, FetchRequest request, List<String> headers) implements Rejection {
    @Override
    public ErrorCode code() {
        return request.isWrong() ? ErrorCode.ERR_INVALID_PARAMETER : ErrorCode.ERR_UNAVAILABLE;
    }

    @Override
    public String message() {
        try {
            byte[] body = request.getBody().copyToJavaArray();
            PortableRules.check(OutgoingRequest.of(method.token(), request.getUrl(), headers, body));
        } catch (RejectionException e) {
            return e.getMessage();
        }
        return "the browser does not send such a request";
    }
}
