package io.github.pollhttp.web;

import org.teavm.jso.typedarrays.Int8Array;

/** Sends requests that have a body by {@code XMLHttpRequest}, for fetch does not tell how much of it has been sent. */
class XhrUploads {
    private XhrExchange last;

    FetchExchange start(FetchRequest request, byte[] body) {
        last = null;
        if (body.length == 0) {
            return FetchExchange.start(request);
        }
        last = XhrExchange.start(request, Int8Array.copyFromJavaArray(body));
        return last;
    }

    long sent() {
        return last == null ? 0 : (long) last.getSent();
    }
}
