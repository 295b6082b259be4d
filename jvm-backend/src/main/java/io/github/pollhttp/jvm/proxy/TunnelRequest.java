package io.github.pollhttp.jvm.proxy;

import java.util.List;

import io.github.pollhttp.internal.OutgoingRequest;

/**
 * The CONNECT request that asks an HTTP proxy for a tunnel (RFC 9110 section 9.3.6).
 *
 * @param target      {@code host:port}, always with the port (RFC 9112 section 3.2.3)
 * @param credentials user and password for the proxy, or null
 * @param userAgent   the value of the User-Agent header
 */
public record TunnelRequest(String target, ProxyCredentials credentials, String userAgent) {

    OutgoingRequest toOutgoing() {
        List<String> headers = credentials == null ? List.of() : List.of(credentials.basicHeader());
        return new OutgoingRequest("CONNECT", target, headers, new byte[0]);
    }
}
