package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** Where a client is connected to, as far as a browser connects: the URL Standard's {@code URL} of an origin. */
interface OriginUrl extends JSObject {
    /**
     * Takes what {@code Endpoint.of} takes. The browser's own parser sees to IPv6, to ports out of range, to most wrong characters and to the
     * name's spelling; those which would begin a port, a path or user-info are refused before.
     *
     * @return null if host or port cannot be one
     */
    @JSBody(params = {"host", "port", "tls"}, script = """
            var parts = /^(https?:\\/\\/)?([^]*)$/i.exec(host);
            var name = parts[2];
            if (/^[^[]*:.*:/.test(name)) {
                name = '[' + name + ']';
            }
            try {
                return port && /^(\\[.*]|[^\\s\\u200b-\\u200f"#%\\/:?@\\\\`{}]+)$/.test(name)
                    ? new URL((parts[1] || (tls ? 'https://' : 'http://')) + name + (port == -1 ? '' : ':' + port))
                    : null;
            } catch (notAHost) {
                return null;
            }
            """)
    static OriginUrl of(String host, int port, boolean tls) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** Scheme and authority. */
    @JSProperty
    String getOrigin();

    /** Name or address, without a port. */
    @JSProperty
    String getHostname();

    /** The scheme, with a colon. */
    @JSProperty
    String getProtocol();

    @JSBody(params = "target", script = "return +target.port || (target.protocol == 'https:' ? 443 : 80);")
    static int port(OriginUrl target) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** Whether the host is an address, so that nothing has to be looked up. */
    @JSBody(params = "target", script = "return /^(\\[.*|[\\d.]+)$/.test(target.hostname);")
    static boolean isLiteral(OriginUrl target) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }
}
