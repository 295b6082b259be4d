package io.github.pollhttp.queue;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.internal.RequestFacts;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RequestSettings;

/** A request in the queue. It has a connection only while it is active, not while it waits and not after it has completed. */
final class QueuedRequest implements Ticket {
    private final PollingQueue queue;
    private final Consumer<HTTPResponse> listener;

    /** Null when the request has ended, because it refers to the body. */
    private @Nullable Start start;

    /** As the program gave it, and absolute from the moment when it was resolved. */
    String url;

    /**
     * The settings of this request, null for the defaults. A request with null never follows one with settings on a connection, because the requests to
     * one origin start in the order in which they were added.
     */
    @Nullable
    RequestSettings settings;

    /** The queue in which the request waits; null if it does not wait. Set by that queue. */
    @Nullable
    OriginQueue origin;

    // Set by the RequestList that the request is in
    @Nullable
    QueuedRequest previous;
    @Nullable
    QueuedRequest next;

    /** Null unless the request is active. */
    private @Nullable HTTPRequest http;
    private long downloadedBytes;
    private long uploadedBytes;

    /** Supplies the size of the body of a completed request; null if there is none. Not the size, because few programs ask for it. */
    private @Nullable LongSupplier bodySize;

    /** How the request ended; null until then. */
    private @Nullable HTTPResponse response;

    /** How a request ended that has not started and whose listener has not been called. */
    private @Nullable HTTPResponse unstarted;

    /** Starts the request. */
    interface Start {
        ErrorCode on(HTTPRequest idleHttp, String url);
    }

    QueuedRequest(PollingQueue queue, String url, Start start, Consumer<HTTPResponse> listener) {
        this.queue = queue;
        this.url = Objects.requireNonNull(url, "url");
        this.start = start;
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /** @return false if the request was rejected */
    boolean startOn(HTTPRequest idleHttp) {
        if (settings != null) {
            settings.applyTo(idleHttp);
            settings = null;
        }
        if (Objects.requireNonNull(start).on(idleHttp, url) != ErrorCode.OK) {
            reject(idleHttp::getRejection);
            return false;
        }
        http = idleHttp;
        return true;
    }

    /** Notes why the request cannot start. {@link #completeUnstarted} reports it later. */
    void reject(Supplier<String> message) {
        unstarted = HTTPResponse.rejected(url, message);
    }

    /** Notes that the request was cancelled before it started. */
    void cancelUnstarted() {
        unstarted = HTTPResponse.cancelled(url);
    }

    /** Calls the listener for a request that was rejected or cancelled before it started. */
    void completeUnstarted() {
        complete(Objects.requireNonNull(unstarted));
    }

    void complete(HTTPResponse ended) {
        if (http != null) {
            downloadedBytes = http.getDownloadedBytes();
            bodySize = ((RequestFacts) http).bodySize();
            uploadedBytes = http.getUploadedBytes();
        }
        http = null;
        start = null;
        response = ended;
        listener.accept(ended);
    }

    @Override
    public void cancel() {
        if (http != null) {
            http.cancelRequest();
        } else if (!isDone()) {
            queue.cancelWaiting(this);
        }
    }

    @Override
    public boolean isDone() {
        return response != null;
    }

    @Override
    public long getDownloadedBytes() {
        return http == null ? downloadedBytes : http.getDownloadedBytes();
    }

    @Override
    public long getBodySize() {
        LongSupplier size = http == null ? bodySize : ((RequestFacts) http).bodySize();
        return size == null ? -1 : size.getAsLong();
    }

    @Override
    public long getUploadedBytes() {
        return http == null ? uploadedBytes : http.getUploadedBytes();
    }

    @Override
    public String getResponseUrl() {
        if (http != null) {
            return http.getResponseUrl();
        }
        return response == null || response.code() == 0 ? "" : response.url();
    }

    @Override
    public @Nullable String getFailureMessage() {
        return response == null || response.result() == HTTPRequest.Result.RESULT_SUCCESS ? null : response.message();
    }

    @Override
    public @Nullable HTTPResponse getResponse() {
        return response;
    }
}
