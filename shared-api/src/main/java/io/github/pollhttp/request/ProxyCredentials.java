package io.github.pollhttp.request;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.HeaderLine;

/**
 * Credentials for the proxy, from the program's headers. Kept for the whole request, because a redirect to another origin removes them from the
 * headers. Not final, so that TeaVM can leave it out.
 */
class ProxyCredentials {
    private final String authorization;

    ProxyCredentials(RequestSpec request) {
        authorization = HeaderLine.first(request.headers(), "Proxy-Authorization");
    }

    void applyTo(HTTPClient client) {
        client.setProxyAuthorization(authorization);
    }
}
