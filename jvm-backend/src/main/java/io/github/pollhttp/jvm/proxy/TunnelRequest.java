package io.github.pollhttp.jvm.proxy;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.OutgoingRequest;

/**
 * The CONNECT request that asks an HTTP proxy for a tunnel (RFC 9110 section 9.3.6).
 *
 * @param target        {@code host:port}, always with the port (RFC 9112 section 3.2.3)
 * @param authorization the value of Proxy-Authorization, or null
 * @param userAgent     the value of the User-Agent header
 */
public record TunnelRequest(String target, String authorization, String userAgent) {
    static final String AUTHORIZATION = "Proxy-Authorization";

    OutgoingRequest toOutgoing() {
        List<String> headers = authorization == null
                ? List.of()
                : List.of(AUTHORIZATION + ": " + authorization);
        return new OutgoingRequest("CONNECT", target, headers, 0);
    }

    /**
     * The request as it is sent if the program has set no proxy. Without a proxy, Proxy-Authorization has no recipient, so it is left out (RFC 9110
     * section 11.7.2). An absolute URL, or CONNECT, shows that the program has connected to a proxy itself.
     */
    public static OutgoingRequest direct(OutgoingRequest request) {
        String target = request.target();
        return target.startsWith("/") || target.equals("*") ? tunnelled(request) : request;
    }

    /** The request as the origin receives it, directly or through a tunnel: without the credentials for the proxy, which the origin must not see. */
    public static OutgoingRequest tunnelled(OutgoingRequest request) {
        if (!request.has(AUTHORIZATION)) {
            return request;
        }
        List<String> headers = new ArrayList<>(request.headers());
        headers.removeIf(line -> HeaderLine.isNamed(line, AUTHORIZATION));
        return new OutgoingRequest(request.method(), request.target(), headers, request.bodyLength());
    }
}
