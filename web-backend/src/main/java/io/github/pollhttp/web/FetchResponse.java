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

    /**
     * The rule of {@code MimeType}, which is shorter as regular expressions: the last type of the list. Its parameters may have commas between
     * quotation marks.
     */
    @JSBody(params = {"response",
            "type"}, script = """
                    try {
                        const types = response.headers.get('content-type').replace(/"(\\\\[^]|[^"\\\\])*\\\\?("|$)/g, '').split(',');
                        const essences = types.map(member => /^[\\t ]*([^;]*?)[\\t ]*(;|$)/.exec(member)[1].toLowerCase());
                        return essences.filter(essence => /^[^\\/]+\\//.test(essence) && essence != '*/*').pop() == type;
                    } catch (replaced) { // or no such header
                        return false;
                    }
                    """)
    static native boolean hasType(FetchResponse response, String type);

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
     * The length of the body, or -1 if it is not known. Content-Length counts bytes before the browser decodes them, so it is the length of the body
     * only if the response has no content coding. A missing Content-Encoding proves nothing if it may be hidden.
     *
     * <p>
     * CORS hides Content-Encoding, and not Content-Length, unless the server exposes it. Access-Control-Expose-Headers is visible only if it exposes
     * itself, for example by a star. For the page's own origin, CORS hides nothing; but a service worker may have made this response from one that the
     * page's server redirected to another origin. Without a page, as in Node, there is no CORS.
     */
    @JSBody(params = "response", script = """
            const listed = /(^|,)\\s*(\\*|content-encoding)\\s*(,|$)/i;
            try {
                const headers = response.headers;
                const coding = headers.get('content-encoding');
                const length = headers.get('content-length');
                const isOwn = response.type == 'basic' && response.url.startsWith(globalThis.origin + '/');
                const hidesNothing = !globalThis.origin || listed.test(headers.get('access-control-expose-headers'))
                    || isOwn && !(navigator.serviceWorker && navigator.serviceWorker.controller);
                const isUncoded = coding === null ? hidesNothing : /^identity$/i.test(coding);
                return isUncoded && /^\\d+$/.test(length) && length < 9e18 ? Number(length) : -1;
            } catch (replaced) {
                return -1;
            }
            """)
    static native double bodyLength(FetchResponse response);

    /** The length of a part by its Content-Range, or -1. The range counts bytes before the browser decodes them. */
    @JSBody(params = "response", script = """
            try {
                const headers = response.headers;
                const range = /^bytes (\\d+)-(\\d+)\\/(\\d+)$/i.exec(headers.get('content-range'));
                const length = range[2] - range[1] + 1;
                const isCoded = /\\b(gzip|deflate|br|zstd|compress|dc[bz])\\b/i.test(headers.get('content-encoding'));
                const isOnePart = !/^multipart\\/byteranges/i.test(headers.get('content-type'));
                return length > 0 && Number(range[2]) < range[3] && !isCoded && isOnePart ? length : -1;
            } catch (noRange) {
                return -1;
            }
            """)
    static native double partLength(FetchResponse response);
}
