package io.github.pollhttp.queue;

import java.util.List;

import io.github.pollhttp.HTTPRequest;
import io.github.pollhttp.HTTPRequest.Result;

/** One HTTPRequest with its connection, and the job that it has. */
final class Worker implements HTTPRequest.Listener {
    final HTTPRequest http;
    final Lane lane;

    /** Null once it is done. */
    Job job;

    Worker(HTTPRequest http, Lane lane) {
        this.http = http;
        this.lane = lane;
    }

    @Override
    public void requestCompleted(Result result, int code, List<String> headers, byte[] body) {
        Job ended = job;
        job = null; // before the listener, who may throw
        ended.tell(result, code, headers, body);
    }
}
