package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;

/**
 * A URL that the program has given to an {@code HTTPRequest}, in parts. The browser parses it, by the rules of {@code RequestUrl}. That class is a
 * part of a page only if the program asks for the message of a rejection.
 */
abstract class ProgramUrl implements JSObject {
    /**
     * Parses and resolves a URL. The browser ignores spaces and line ends of an absolute URL, reads a backslash as a slash, accepts user and
     * password, and takes the first segment of a path for a missing host, so these are rejected first. It leaves the fragment and the empty query to
     * the caller.
     *
     * @param base absolute, or null for the base URL of the document
     * @return null if the URL is not valid, but for its host and port
     */
    @JSBody(params = {"url", "base"}, script = """
            try {
                const scheme = /^\\s*([a-z][-+.\\w]*:)?([\\\\/]*)/i.exec(url);
                let text = url;
                if (!/^https?:\\/\\//i.test(url)) {
                    const document = globalThis.document;
                    const parent = new URL(base || (document ? document.baseURI : location.href));
                    if (scheme[2].length > 2 || scheme[1] && scheme[1].toLowerCase() != parent.protocol) {
                        return null;
                    }
                    text = new URL(url, parent).href;
                }
                encodeURI(text); // throws for half a surrogate pair
                const parts = /^(https?:\\/\\/)([^\\/?#]*)([^#]*)/i.exec(text);
                const authority = /^(\\[[^@]*\\]|[^@:]*)(?::(\\d*))?$/.exec(parts[2]);
                const bracketed = authority[1][0] == '[';
                const host = bracketed ? authority[1] : decodeURIComponent(authority[1]);
                if (/[\\0-\\x20\\x7f\\\\]/.test(text) || !bracketed && /:/.test(host)) {
                    return null;
                }
                const target = new URL('http://h' + parts[3]).href.slice(8);
                return {
                    host: parts[1] + host,
                    port: authority[2] ? Math.min(authority[2], 65536) : -1,
                    target: target.replace(/["<>[\\\\\\]^`{|}]/g, encodeURIComponent)
                };
            } catch (invalid) {
                return null;
            }
            """)
    private static native ProgramUrl parse(String url, String base);

    @JSProperty
    abstract String getHost();

    @JSProperty
    abstract int getPort();

    @JSProperty
    abstract String getTarget();

    static RequestUrl resolve(String url, String base) throws RejectionException {
        ProgramUrl parsed = parse(url, base);
        OriginUrl server = parsed == null ? null : OriginUrl.of(parsed.getHost(), parsed.getPort(), false);
        if (server == null) {
            throw RejectionException.invalid(() -> reasonAgainst(url, base));
        }
        Endpoint origin = new Endpoint(server.getProtocol().equals("https:"), OriginUrl.host(server),
                OriginUrl.port(server));
        return new BrowserUrl(origin, parsed.getTarget(), server.getOrigin() + parsed.getTarget());
    }

    private static String reasonAgainst(String url, String base) {
        try {
            RequestUrl.parse(url, base);
        } catch (RejectionException e) {
            return e.message();
        }
        return "the browser cannot parse the url " + Quoted.url(url) + ".";
    }
}
