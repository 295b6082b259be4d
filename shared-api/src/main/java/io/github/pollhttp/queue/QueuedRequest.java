package io.github.pollhttp.queue;

import java.util.List;
import java.util.Objects;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;

/** One request of the queue: waiting without a worker, under way with one, done without one again. */
final class QueuedRequest implements Ticket {
    private static final byte[] NO_BODY = {};

    private final PollingQueue queue;
    private final String url;
    private final List<String> headers;
    private final Method method;
    private final HTTPRequest.Listener listener;
    private byte[] body;

    /** Null if it cannot be asked for. */
    OriginQueue lane;
    private HTTPRequest http;
    private boolean done;
    private long downloadedBytes;
    private long bodySize = -1;
    private String responseUrl = "";
    private String failureMessage;

    QueuedRequest(PollingQueue queue, String url, List<String> headers, Method method, byte[] body,
            HTTPRequest.Listener listener) {
        this.queue = queue;
        this.url = Objects.requireNonNull(url, "url");
        this.headers = List.copyOf(headers);
        this.method = Objects.requireNonNull(method, "method");
        this.body = Objects.requireNonNull(body, "requestData");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    String url() {
        return url;
    }

    /** @return whether it was accepted */
    boolean beginOn(HTTPRequest request) {
        if (request.requestRaw(url, headers, method, body) != ErrorCode.OK) {
            failureMessage = request.getRejection();
            return false;
        }
        http = request;
        return true;
    }

    /** It ends without having begun. */
    void reject(String why) {
        failureMessage = why;
    }

    /** Tells the listener that it never began. */
    void tellRefused() {
        tell(Result.RESULT_REQUEST_FAILED, 0, List.of(), NO_BODY);
    }

    void tell(Result result, int code, List<String> lines, byte[] bytes) {
        if (http != null) {
            downloadedBytes = http.getDownloadedBytes();
            bodySize = http.getBodySize();
            responseUrl = http.getResponseUrl();
            failureMessage = http.getFailureMessage();
        }
        http = null;
        body = NO_BODY;
        done = true;
        listener.requestCompleted(result, code, lines, bytes);
    }

    @Override
    public void cancel() {
        if (http != null) {
            http.cancelRequest();
        } else if (!done) {
            queue.cancelWaiting(this);
        }
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public long getDownloadedBytes() {
        return http == null ? downloadedBytes : http.getDownloadedBytes();
    }

    @Override
    public long getBodySize() {
        return http == null ? bodySize : http.getBodySize();
    }

    @Override
    public String getResponseUrl() {
        return http == null ? responseUrl : http.getResponseUrl();
    }

    @Override
    public String getFailureMessage() {
        return done ? failureMessage : null;
    }
}
