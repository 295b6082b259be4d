package io.github.pollhttp.jvm.proxy;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.OutgoingRequest;

/**
 * Writes requests as an HTTP proxy wants them (RFC 9112 section 3.2.2).
 *
 * @param origin      what comes before the target, in its normal form (RFC 9110 section 4.2.3): a port only where it is not the scheme's own
 * @param credentials who the program is to the proxy, or null
 */
public record AbsoluteForm(String origin, ProxyCredentials credentials) {

    public OutgoingRequest of(OutgoingRequest request) {
        return new OutgoingRequest(request.method(), target(request), headers(request), request.body());
    }

    private String target(OutgoingRequest request) {
        String target = request.target();
        if (target.startsWith("/")) {
            return origin + target;
        }
        // Section 3.2.4: the last proxy on the way makes the asterisk again of a URL without a path. The rest is absolute, or CONNECT's.
        return request.method().equals("OPTIONS") && target.equals("*") ? origin : target;
    }

    private List<String> headers(OutgoingRequest request) {
        if (credentials == null || request.has("Proxy-Authorization")) {
            return request.headers();
        }
        List<String> headers = new ArrayList<>(request.headers());
        headers.add(credentials.basicHeader());
        return headers;
    }
}
