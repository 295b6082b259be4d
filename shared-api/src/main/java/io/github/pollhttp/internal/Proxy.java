package io.github.pollhttp.internal;

/**
 * A proxy that the program has set.
 *
 * @param protocol the protocol of the proxy
 * @param endpoint its host and port
 * @param userInfo {@code user:password} or {@code user}, percent-encoded as the program gave it; empty for none
 */
public record Proxy(Protocol protocol, Endpoint endpoint, String userInfo) {

    /** The protocol between client and proxy. */
    public enum Protocol {
        /** HTTP/1.1: requests in absolute form (RFC 9112 section 3.2.2), tunnels by CONNECT (RFC 9110 section 9.3.6). */
        HTTP,
        /** SOCKS 5: a tunnel for every connection (RFC 1928). */
        SOCKS5
    }

    private static final String SOCKS5_SCHEME = "socks5://";

    /**
     * Checks the arguments of {@code setHttpProxy} and {@code setHttpsProxy}.
     *
     * @param host the host, perhaps with {@code http://} or {@code socks5://} and with {@code user:password@} before it
     * @param port port, 1 to 65535
     * @return the proxy
     * @throws IllegalArgumentException if the host or the port is not valid
     */
    public static Proxy of(String host, int port) {
        Protocol protocol = Protocol.HTTP;
        String rest = host;
        if (Ascii.startsWith(host, SOCKS5_SCHEME)) {
            protocol = Protocol.SOCKS5;
            rest = host.substring(SOCKS5_SCHEME.length());
        } else if (Ascii.startsWith(host, "http://")) {
            rest = host.substring(7);
        }
        if (rest.indexOf("://") >= 0) {
            throw new IllegalArgumentException(
                    "the host of a proxy may begin with http:// or socks5://, but with no other scheme.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "the proxy's port must be 1 to 65535, or -1 for none; it is " + port + ".");
        }
        int at = rest.lastIndexOf('@');
        try {
            Endpoint endpoint = Endpoint.of(rest.substring(at + 1), port, false);
            return new Proxy(protocol, endpoint, at < 0 ? "" : rest.substring(0, at));
        } catch (RejectionException e) {
            throw new IllegalArgumentException("the proxy: " + e.message(), e);
        }
    }

    /**
     * Returns the proxy for messages, without user and password.
     *
     * @return scheme, host and port
     */
    @Override
    public String toString() {
        String address = endpoint.host().indexOf(':') < 0 ? endpoint.host() : "[" + endpoint.host() + "]";
        return (protocol == Protocol.SOCKS5 ? SOCKS5_SCHEME : "http://") + address + ":" + endpoint.port();
    }
}
