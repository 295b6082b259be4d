package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The origin of the server that a client is connected to, as the URL Standard's {@code URL}. */
abstract class OriginUrl implements JSObject {
    /**
     * Parses the arguments that {@code Endpoint.of} accepts. The browser's parser checks IPv6 addresses, the range of the port and most characters,
     * and normalizes the name. Characters that would begin a port, a path or user information, and those that the parser removes from the end, are
     * rejected first; lengths (RFC 1035 section 2.3.4) are checked afterwards, as {@code Host} does. U+FEFF is not white space here.
     *
     * @return null if host or port is not valid
     */
    @JSBody(params = {"host", "port", "tls"}, script = """
            const parts = /^(https?:\\/\\/)?([^]*)$/i.exec(host);
            const scheme = parts[1] || (tls ? 'https://' : 'http://');
            // two colons and no bracket before them: an IPv6 address
            const name = /^[^[]*:.*:/.test(parts[2]) ? '[' + parts[2] + ']' : parts[2];
            if (!port || !/^(\\[[\\da-fA-F:.]+]|(\\ufeff|[^\\0-\\x1f\\x7f\\s"#%\\/:?@\\\\`{}])+)$/.test(name)) {
                return null;
            }
            try {
                const url = new URL(scheme + name + (port == -1 ? '' : ':' + port));
                return /^(?=.{1,253}\\.?$)([^.]{1,63}(\\.|$))+$/.test(url.hostname) ? url : null;
            } catch (invalid) {
                return null;
            }
            """)
    static native OriginUrl of(String host, int port, boolean tls);

    /** Scheme and authority. */
    @JSProperty
    abstract String getOrigin();

    /** Name or address, without a port. */
    @JSProperty
    abstract String getHostname();

    /** Name or address, an IPv6 address without brackets. */
    @JSBody(params = "server", script = "return server.hostname.replace(/[[\\]]/g, '');")
    static native String host(OriginUrl server);

    /** The scheme, with a colon. */
    @JSProperty
    abstract String getProtocol();

    /** The port, or the default port of the scheme. */
    @JSBody(params = "server", script = """
            const defaultPort = server.protocol == 'https:' ? 443 : 80;
            return Number(server.port) || defaultPort;
            """)
    static native int port(OriginUrl server);

    /** Whether the host is this computer, which needs no network, and is secure without TLS (Secure Contexts, section 3.1). */
    @JSBody(params = "server", script = "return /^((.+\\.)?localhost|127\\..*|\\[::1])$/.test(server.hostname);")
    static native boolean isLoopback(OriginUrl server);

    /** Whether the host is an IP address, which needs no name lookup. */
    @JSBody(params = "server", script = "return /^(\\[.*|[\\d.]+)$/.test(server.hostname);")
    static native boolean isLiteral(OriginUrl server);
}
