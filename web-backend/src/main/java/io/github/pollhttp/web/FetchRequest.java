package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The Fetch Standard's {@code Request}. */
abstract class FetchRequest implements JSObject {
    /**
     * Checks that a program's arguments are valid on every platform, by the rules of {@code OutgoingRequest}. They are written in JavaScript a second
     * time, because the Java checks and their messages would make every bundle larger.
     */
    @JSBody(params = {"url", "headers",
            "bodyLength"}, script = """
                    const length = headers.get('content-length');
                    if (headers.invalid || headers.has('transfer-encoding') || length && length != '' + bodyLength) {
                        return false;
                    }
                    try {
                        encodeURI(url);
                    } catch (invalid) { // half of a surrogate pair
                        return false;
                    }
                    return /^(\\/|https?:\\/\\/|\\*$)[^\\0- \\x7f]*$/.test(url);
                    """)
    static native boolean isValid(String url, RequestHeaders headers, int bodyLength);

    /**
     * Makes a request of valid arguments. {@code Request} rejects TRACE, CONNECT and a body with GET or HEAD, and leaves out the headers that only
     * the browser sets. User-Agent is left out in all browsers: Chromium drops it, others send it. Node leaves out no header; Proxy-Authorization is left
     * out there, too, because it is not meant for the server. The console names each header that is left out.
     *
     * <p>
     * The member {@code aborter} aborts the request.
     *
     * @param method  with the prefix {@code METHOD_}
     * @param body    an Int8Array, or a Blob with the member {@code length}; of length 0 for no body
     * @param options members that replace the defaults, or null
     * @return null if a browser does not send such a request
     */
    @JSBody(params = {"server", "method", "url", "headers", "body", "options",
            "page"}, script = """
                    if (url[0] != '/') {
                        return null;
                    }
                    headers.delete('content-length');
                    const aborter = new AbortController();
                    let request;
                    try {
                        // encodes what RFC 3986 has no place for and URL leaves, so that both platforms send the same
                        request = new Request(server.origin + url.replace(/["<>[\\\\\\]^`{|}]/g, encodeURIComponent), Object.assign({
                            method: method.slice(7), // without METHOD_
                            headers: headers,
                            body: body.length ? body : null,
                            signal: aborter.signal
                        }, options));
                    } catch (invalid) {
                        return null;
                    }
                    request.aborter = aborter;
                    request.headers.delete('user-agent');
                    request.headers.delete('proxy-authorization'); // Node would send it
                    headers.forEach((value, name) => {
                        if (!request.headers.has(name)) {
                            page.warnOnce('PollHTTP: only the browser sets the header ' + name
                                + ', so it was left out.');
                        }
                    });
                    return request;
                    """)
    static native FetchRequest of(OriginUrl server, String method, String url, RequestHeaders headers, JSObject body,
            JSObject options, Page page);

    @JSProperty
    abstract String getMethod();

    @JSProperty
    abstract String getUrl();

    @JSProperty
    abstract boolean isKeepalive();
}
