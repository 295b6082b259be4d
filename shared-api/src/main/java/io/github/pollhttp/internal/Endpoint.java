package io.github.pollhttp.internal;

/**
 * An origin, or the address of a proxy: scheme, host and port.
 *
 * @param tls  true for https, false for http
 * @param host a name or a literal IP address in its one spelling (URL Standard, host parser); an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record Endpoint(boolean tls, String host, int port) {

    /** Reads the files that {@link #of} needs, so that no later call waits for a disk. */
    public static void prepare() {
        Host.prepare();
    }

    /**
     * Checks the arguments of {@code connectToHost}.
     *
     * @param host    a name or a literal IP address, with {@code http://} or {@code https://} before it or without
     * @param port    port, 1 to 65535, or -1 for the default of the scheme: 443 with TLS, otherwise 80
     * @param wantTls true for TLS; a scheme in the host overrides it, as in Godot 4
     * @return the endpoint
     * @throws RejectionException if the host or the port is not valid
     */
    public static Endpoint of(String host, int port, boolean wantTls) throws RejectionException {
        boolean tls = wantTls;
        String name = host;
        if (Ascii.startsWith(host, "http://")) {
            name = host.substring(7);
            tls = false;
        } else if (Ascii.startsWith(host, "https://")) {
            name = host.substring(8);
            tls = true;
        }
        if (port == 0 || port < -1 || port > 65535) {
            throw RejectionException
                    .invalid("the port must be 1 to 65535, or -1 for the default of the scheme; it is " + port + ".");
        }
        int number = port > 0 ? port : defaultPort(tls);
        return new Endpoint(tls, Host.canonical(name), number);
    }

    /**
     * Returns the authority, as in a Host header and in a URL (RFC 9110 section 7.2).
     *
     * @return {@code host} or {@code host:port}; the port only if it is not the default of the scheme, IPv6 in brackets
     */
    public String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == defaultPort(tls) ? name : name + ":" + port;
    }

    /**
     * Returns the target of a CONNECT request (RFC 9112 section 3.2.3).
     *
     * @return {@code host:port}, always with the port, IPv6 in brackets
     */
    public String hostAndPort() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /**
     * Returns the origin as the beginning of a URL.
     *
     * @return {@code http://} or {@code https://} and the authority
     */
    public String origin() {
        return (tls ? "https://" : "http://") + authority();
    }

    /**
     * Whether the host is a literal IPv4 or IPv6 address, which needs no name look-up.
     *
     * @return true for a literal IP address
     */
    public boolean isLiteral() {
        return host.indexOf(':') >= 0 || IPv4Address.isCanonical(host);
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    /** Written out, because the JVM spins the code of a record's own method at its first call: 40 ms of the first request. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Endpoint that && tls == that.tls && port == that.port && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }
}
