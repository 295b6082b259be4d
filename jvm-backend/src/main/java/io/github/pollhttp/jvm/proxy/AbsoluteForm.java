package io.github.pollhttp.jvm.proxy;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.OutgoingRequest;

/**
 * Writes requests in absolute form, as an HTTP proxy requires (RFC 9112 section 3.2.2).
 *
 * @param origin             scheme and authority before the target, with a port only if it is not the scheme's default (RFC 9110 section 4.2.3)
 * @param proxyAuthorization the value of Proxy-Authorization, if the request has none; null for none
 */
public record AbsoluteForm(String origin, String proxyAuthorization) {

    public OutgoingRequest of(OutgoingRequest request) {
        return new OutgoingRequest(request.method(), target(request), headers(request), request.bodyLength());
    }

    private String target(OutgoingRequest request) {
        String target = request.target();
        if (target.startsWith("/")) {
            return origin + target;
        }
        // "*" becomes a URL without a path. The last proxy before the origin turns it into "*" again (RFC 9112 section 3.2.4). Any other
        // target is already in absolute form, or is the authority of a CONNECT request.
        return request.method().equals("OPTIONS") && target.equals("*") ? origin : target;
    }

    private List<String> headers(OutgoingRequest request) {
        if (proxyAuthorization == null || request.has(TunnelRequest.AUTHORIZATION)) {
            return request.headers();
        }
        List<String> headers = new ArrayList<>(request.headers());
        headers.add(TunnelRequest.AUTHORIZATION + ": " + proxyAuthorization);
        return headers;
    }
}
