package io.github.pollhttp.web;

import org.teavm.jso.typedarrays.Int8Array;

/** Sends requests with a body by {@code XMLHttpRequest}, because {@code fetch} does not report upload progress. */
class XhrUploads {
    private XhrExchange upload;

    /** Starts a request, by {@code fetch} if it has no body, and in a Node program, which has no other way. */
    BrowserExchange start(FetchRequest request, byte[] body) {
        upload = null;
        if (body.length == 0 || Browser.isNotAPage()) {
            return FetchExchange.start(request);
        }
        upload = XhrExchange.start(request, Int8Array.copyFromJavaArray(body));
        return upload;
    }

    /** Bytes of the last request's body sent so far. */
    long sent() {
        return upload == null ? 0 : (long) upload.getSent();
    }
}
