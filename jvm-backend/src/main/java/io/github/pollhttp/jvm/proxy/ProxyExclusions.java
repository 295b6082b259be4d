package io.github.pollhttp.jvm.proxy;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.net.DomainName;

/** The hosts that a client connects to without its proxy: host names, domains as {@code .suffix}, and literal addresses. */
final class ProxyExclusions {
    private final List<String> hosts = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();

    ProxyExclusions(List<String> entries) {
        for (String entry : entries) {
            int star = entry.startsWith("*.") ? 1 : 0;
            if (entry.startsWith(".", star)) {
                suffixes.add("." + canonical(hostOf(entry, star + 1)));
            } else {
                hosts.add(canonical(hostOf(entry, 0)));
            }
        }
    }

    private static String hostOf(String entry, int start) {
        if (entry.indexOf('*', start) >= 0) {
            throw new IllegalArgumentException(
                    Quoted.url(entry) + " has a * in the wrong place; write *. at the beginning for a whole domain.");
        }
        try {
            return Endpoint.of(entry.substring(start), -1, false).host();
        } catch (RejectionException e) {
            throw new IllegalArgumentException(
                    Quoted.url(entry) + " is not a host name, .suffix or address: " + e.message(),
                    e);
        }
    }

    boolean contain(String host) {
        String name = canonical(host);
        if (hosts.contains(name)) {
            return true;
        }
        for (String suffix : suffixes) {
            if (name.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the spelling by which hosts are compared: a name in lower case (ASCII) without a final dot, an IPv6 address as InetAddress writes it.
     */
    private static String canonical(String host) {
        if (host.indexOf(':') >= 0) {
            return DomainName.literal(host).getHostAddress();
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
