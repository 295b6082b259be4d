package io.github.pollhttp.queue;

import java.util.List;

import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;

/** One HTTPRequest with its connection, and the job that it has. */
final class PooledConnection implements HTTPRequest.Listener {
    final HTTPRequest http;
    final OriginQueue lane;

    /** Null once it is done. */
    QueuedRequest job;

    PooledConnection(HTTPRequest http, OriginQueue lane) {
        this.http = http;
        this.lane = lane;
    }

    @Override
    public void requestCompleted(Result result, int code, List<String> headers, byte[] body) {
        QueuedRequest ended = job;
        job = null; // before the listener, who may throw
        ended.tell(result, code, headers, body);
    }
}
