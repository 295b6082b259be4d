package io.github.pollhttp.queue;

import java.util.List;
import java.util.Objects;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;

/** A request in the queue. It has a connection only while it is active, not while it waits and not after it has completed. */
final class QueuedRequest implements Ticket {
    private static final byte[] NO_BODY = {};

    private final PollingQueue queue;
    private final String url;
    private final List<String> headers;
    private final Method method;
    private final HTTPRequest.Listener listener;
    private byte[] body;

    /** Null if the URL was rejected. */
    OriginQueue origin;

    /** Null unless the request is active. */
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

    /** @return false if the request was rejected */
    boolean startOn(HTTPRequest idleHttp) {
        if (idleHttp.requestRaw(url, headers, method, body) != ErrorCode.OK) {
            failureMessage = idleHttp.getRejection();
            return false;
        }
        http = idleHttp;
        return true;
    }

    /** Notes why the request cannot start. {@link #completeUnstarted} reports it later. */
    void reject(String message) {
        failureMessage = message;
    }

    /** Calls the listener for a request that was rejected or cancelled before it started. */
    void completeUnstarted() {
        complete(Result.RESULT_REQUEST_FAILED, 0, List.of(), NO_BODY);
    }

    void complete(Result result, int code, List<String> responseHeaders, byte[] responseBody) {
        if (http != null) {
            downloadedBytes = http.getDownloadedBytes();
            bodySize = http.getBodySize();
            responseUrl = http.getResponseUrl();
            failureMessage = http.getFailureMessage();
        }
        http = null;
        body = NO_BODY;
        done = true;
        listener.requestCompleted(result, code, responseHeaders, responseBody);
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
