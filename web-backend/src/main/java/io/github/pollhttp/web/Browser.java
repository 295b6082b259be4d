package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;

/** What this backend asks of the browser, beside the types that have files of their own. */
final class Browser {
    private Browser() {}

    /**
     * Starts a request. Redirects are followed and the HTTP cache is used, as the browser does for any page; cookies go to the page's own
     * origin alone.
     *
     * @param headers name, value, name, value …
     * @param body    null for none
     */
    @JSBody(params = {"url", "method", "headers", "body", "signal"}, script = "var pairs = [];"
            + "for (var i = 0; i < headers.length; i += 2) { pairs.push([headers[i], headers[i + 1]]); }"
            + "return fetch(url, { method: method, headers: pairs, body: body === null ? undefined : body, signal: signal, "
            + "credentials: 'same-origin' });")
    static native JSPromise<FetchResponse> fetch(String url, String method, JSArray<JSString> headers, Int8Array body,
            JSObject signal);

    /** Asks whether a server answers at all; what it answers stays hidden. */
    @JSBody(params = {"url",
            "signal"}, script = "return fetch(url, { mode: 'no-cors', credentials: 'omit', signal: signal });")
    static native JSPromise<FetchResponse> probe(String url, JSObject signal);

    @JSBody(script = "return self.location.origin;")
    static native String pageOrigin();

    @JSBody(script = "return self.navigator.onLine === false;")
    static native boolean isOffline();

    @JSBody(params = "message", script = "console.warn(message);")
    static native void warn(String message);
}
