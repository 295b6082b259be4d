package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** The members of the Fetch Standard's {@code Response} that make up a response's head. A script of the page may have replaced them. */
abstract class FetchResponse implements JSObject {
    @JSProperty
    abstract int getStatus();

    @JSBody(params = "response", script = """
            try {
                return String(response.url);
            } catch (replaced) {
                return '';
            }
            """)
    static native String url(FetchResponse response);

    /** The header fields that the browser shows to the page, one line each, with names in lower case. */
    @JSBody(params = "response", script = """
            const lines = [];
            try {
                response.headers.forEach((value, name) => {
                    lines.push(name + ': ' + value);
                });
            } catch (replaced) {
                lines.length = 0;
            }
            return lines;
            """)
    static native JSArrayReader<JSString> headerLines(FetchResponse response);

    /**
     * Whether the response may have a Content-Encoding that the page does not see.
     *
     * <p>
     * CORS hides Content-Encoding, and not Content-Length, unless the server exposes it. Access-Control-Expose-Headers is visible only if it exposes
     * itself, for example by a star. For the page's own origin, CORS hides nothing; but a service worker may have made this response from one that the
     * page's server redirected to another origin. Without a page, as in Node, there is no CORS.
     */
    @JSBody(params = "response", script = """
            const listed = /(^|,)\\s*(\\*|content-encoding)\\s*(,|$)/i;
            try {
                if (!globalThis.origin || listed.test(response.headers.get('access-control-expose-headers'))) {
                    return false;
                }
                const isOwn = response.type == 'basic' && response.url.startsWith(globalThis.origin + '/');
                const workers = isOwn && navigator.serviceWorker;
                return !isOwn || !!workers && !!workers.controller;
            } catch (replaced) {
                return true;
            }
            """)
    static native boolean mayHideCoding(FetchResponse response);
}
