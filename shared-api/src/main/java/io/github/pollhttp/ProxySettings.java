package io.github.pollhttp;

import java.util.List;

import io.github.pollhttp.spi.Endpoint;
import io.github.pollhttp.spi.Proxy;

/** Which proxy, if any, leads to an origin. */
final class ProxySettings {
    private Proxy http;
    private Proxy https;

    /** Null until set, so that a browser program which does not set them brings none of their code. */
    private ProxyExclusions exclusions;

    void setHttp(String host, int port) {
        http = proxy(host, port);
    }

    void setHttps(String host, int port) {
        https = proxy(host, port);
    }

    private static Proxy proxy(String host, int port) {
        return host.isEmpty() || port == -1 ? null : Proxy.of(host, port);
    }

    void setExclusions(List<String> hosts) {
        exclusions = new ProxyExclusions(hosts);
    }

    /** @return the proxy, or null if the origin is reached directly */
    Proxy to(Endpoint target) {
        if (exclusions != null && exclusions.contain(target.host())) {
            return null;
        }
        return target.tls() ? https : http;
    }
}
