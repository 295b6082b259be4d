package io.github.pollhttp.web;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.PortableRules;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.Refused;

/**
 * A request that is wrong, or right and not for a browser. Why, is found out when it is asked, by the checks that the JVM makes at once.
 *
 * @param headers the program's lines
 */
record RefusedRequest(Method method, FetchRequest request, List<String> headers) implements Refused {
    @Override
    public ErrorCode code() {
        return request.isWrong() ? ErrorCode.ERR_INVALID_PARAMETER : ErrorCode.ERR_UNAVAILABLE;
    }

    @Override
    public String sentence() {
        try {
            byte[] body = request.getBody().copyToJavaArray();
            PortableRules.check(OutgoingRequest.of(method, request.getUrl(), headers, body));
        } catch (Refusal why) {
            return why.sentence();
        }
        return "the browser does not send such a request";
    }
}
