package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Sends requests with a body by {@code XMLHttpRequest}, because {@code fetch} does not report upload progress. */
class XhrUploads {
    private XhrExchange upload;

    /** Starts a request, by {@code fetch} if it has no body, and in a Node program, which has no other way. */
    BrowserExchange start(FetchRequest request, JSObject body) {
        forget();
        if (isEmpty(body) || Browser.isNotAPage()) {
            return FetchExchange.start(request);
        }
        upload = XhrExchange.start(request, body);
        return upload;
    }

    @JSBody(params = "body", script = "return !body.length;")
    private static native boolean isEmpty(JSObject body);

    /** Forgets the last request, because the next one has begun. */
    void forget() {
        upload = null;
    }

    /** Bytes of the last request's body sent so far. */
    long sent() {
        return upload == null ? 0 : (long) upload.getSent();
    }
}
