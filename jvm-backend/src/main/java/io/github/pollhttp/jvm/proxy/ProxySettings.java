package io.github.pollhttp.jvm.proxy;

import java.util.List;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Proxy;

/** The proxies of a client, and the choice between them for an origin. */
public final class ProxySettings {
    private Proxy http;
    private Proxy https;

    private ProxyExclusions exclusions = new ProxyExclusions(List.of());

    public void setHttp(String host, int port) {
        http = proxy(host, port);
    }

    public void setHttps(String host, int port) {
        https = proxy(host, port);
    }

    private static Proxy proxy(String host, int port) {
        return host.isEmpty() || port == -1 ? null : Proxy.of(host, port);
    }

    public void setExclusions(List<String> hosts) {
        exclusions = new ProxyExclusions(hosts);
    }

    /** Whether no proxy is set, so that every host is reached directly. */
    public boolean areUnset() {
        return http == null && https == null;
    }

    /**
     * Chooses the proxy for an origin.
     *
     * @return the proxy, or null to connect directly
     */
    public Proxy to(Endpoint target) {
        if (exclusions.contain(target.host())) {
            return null;
        }
        return target.tls() ? https : http;
    }
}
