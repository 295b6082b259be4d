package io.github.pollhttp.internal;

/**
 * A proxy as the program set it.
 *
 * @param protocol what the proxy speaks
 * @param endpoint where it is
 * @param userInfo {@code user:password} or {@code user}, percent-encoded as it was given; empty for none
 */
public record Proxy(Protocol protocol, Endpoint endpoint, String userInfo) {

    /** What a client says to a proxy. */
    public enum Protocol {
        /** HTTP/1.1: requests in absolute form (RFC 9112 section 3.2.2), tunnels by CONNECT (RFC 9110 section 9.3.6). */
        HTTP,
        /** SOCKS 5: a tunnel for everything (RFC 1928). */
        SOCKS5
    }

    private static final String SOCKS5_SCHEME = "socks5://";

    /**
     * Reads the arguments of {@code setHttpProxy}.
     *
     * @param host the host, perhaps with {@code http://} or {@code socks5://} and with {@code user:password@} before it
     * @param port 1 to 65535
     * @return the proxy
     * @throws IllegalArgumentException if the host or the port cannot be one
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
                    "a proxy's host may begin with http:// or socks5://, with no other scheme");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("the proxy's port must be 1 to 65535, or -1 for none; it is " + port);
        }
        int at = rest.lastIndexOf('@');
        try {
            Endpoint endpoint = Endpoint.of(rest.substring(at + 1), port, false);
            return new Proxy(protocol, endpoint, at < 0 ? "" : rest.substring(0, at));
        } catch (RejectionException e) {
            throw new IllegalArgumentException("the proxy: " + e.getMessage(), e);
        }
    }

    /**
     * The proxy for messages: without its password.
     *
     * @return scheme, host and port
     */
    @Override
    public String toString() {
        String address = endpoint.host().indexOf(':') < 0 ? endpoint.host() : "[" + endpoint.host() + "]";
        return (protocol == Protocol.SOCKS5 ? SOCKS5_SCHEME : "http://") + address + ":" + endpoint.port();
    }
}
