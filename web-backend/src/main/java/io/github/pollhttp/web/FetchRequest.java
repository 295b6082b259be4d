package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/** The Fetch Standard's {@code Request}, or what became of the wish for one. */
interface FetchRequest extends JSObject {
    /**
     * Makes a request of what a program gave, by the rules of {@code OutgoingRequest}. What it can, it leaves to the browser: {@code Request}
     * refuses TRACE, CONNECT and a body with GET, and leaves out the headers that the browser keeps to itself. User-Agent,
     * which Chromium drops and others send, is left out in all of them.
     *
     * @param method  with the prefix {@code METHOD_}
     * @param options members that replace the defaults, or null
     */
    @JSBody(params = {"target", "method", "url", "headers", "body", "options", "page"}, script = """
            var length = headers.get('content-length') || body.length;
            var wrong = headers.wrong || headers.has('transfer-encoding') || length + '' != body.length + ''
                || !/^(\\/|https?:\\/\\/|\\*$)[^\\0- \\x7f]*$/.test(url);
            try {
                encodeURI(url);
            } catch (unpairedSurrogate) {
                wrong = true;
            }
            try {
                headers.delete('content-length');
                var request = new Request(target.origin + url, Object.assign({
                    method: method.slice(7),
                    headers: headers,
                    body: body.length ? body : null,
                    credentials: 'same-origin'
                }, options));
                if (!wrong && url[0] == '/') {
                    request.headers.delete('user-agent');
                    headers.forEach((value, name) => {
                        page[name] = page[name] || !request.headers.has(name)
                            && !console.warn('PollHTTP: left out, the browser alone sets it: ' + name);
                    });
                    return request;
                }
            } catch (refused) {}
            return { refused: true, wrong: wrong, url: url, body: body };
            """)
    static FetchRequest of(OriginUrl target, String method, String url, RequestHeaders headers, Int8Array body,
            JSObject options,
            Page page) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** Whether there is no request, and this only tells of the wish for it. */
    @JSProperty
    boolean isRefused();

    /** Whether it was refused for a mistake, not for being none of a browser's requests. */
    @JSProperty
    boolean isWrong();

    @JSProperty
    String getMethod();

    @JSProperty
    String getUrl();

    @JSProperty
    Int8Array getBody();
}
