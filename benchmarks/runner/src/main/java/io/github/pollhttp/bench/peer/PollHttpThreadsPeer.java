package io.github.pollhttp.bench.peer;

import io.github.pollhttp.request.HTTPRequest;

/** This library's {@code HTTPRequest} with its I/O on the library's thread. */
public final class PollHttpThreadsPeer extends PollHttpRequestPeer {

    @Override
    HTTPRequest request() {
        HTTPRequest request = super.request();
        request.setUseThreads(true);
        return request;
    }
}
