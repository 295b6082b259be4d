package io.github.pollhttp.request;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.internal.BaseUrl;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestFacts;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.RequestPlatform;

/** Accepts one request at a time, steps its {@link RequestExecution} or hands it to a thread, and calls the listener once with the result. */
final class PollingRequest extends StoredSettings implements HTTPRequest, RequestFacts {
    /**
     * A poll can read a socket buffer faster than the network fills it. If it ended at the first empty buffer, a download would get only one buffer
     * per frame. After this number of bytes the network is fast, so the poll waits for more: they arrive within microseconds.
     */
    private static final int FAST_BYTES = 512 * 1024;
    private static final long FAST_WAIT_NANOS = 100_000;

    // The states. Ints, because an enum would make each browser program about 500 bytes larger.
    /** No request is active. */
    private static final int IDLE = 0;
    /** A request was accepted, but the thread of a cancelled one still uses the client. */
    private static final int WAITING_FOR_CLIENT = 1;
    /** Each poll steps the request. */
    private static final int STEPPED_BY_POLL = 2;
    /** A thread of the library steps the request. */
    private static final int ON_THREAD = 3;

    private final Connection connection;
    private final BackendProvider provider;
    /** Null until a request ends otherwise than in a poll, so that TeaVM leaves it out of programs in which none does. */
    private UnreportedResponses unreported;
    private Consumer<HTTPResponse> listener;

    private int state = IDLE;

    /** The active request, or the last one when {@link #IDLE}; null before the first. */
    private RequestExecution execution;

    /** The last cancelled request while it is not done; null if there is none. */
    private EndingRequest ending;

    /** The last completed request; null while one is active, and before the first. */
    private HTTPResponse response;
    private final BaseUrl baseUrl;
    private long pollBudgetNanos = 2_000_000;

    PollingRequest(HTTPClient client, RequestPlatform platform, BackendProvider provider) {
        super(platform);
        this.baseUrl = new BaseUrl(platform);
        this.connection = new Connection(client);
        this.provider = provider;
    }

    /** @throws IllegalStateException if the class path has no backend or more than one */
    static PollingRequest create() {
        BackendProvider installed = BackendProvider.installed();
        return new PollingRequest(HTTPClient.create(), installed.requestPlatform(), installed);
    }

    /**
     * Starts a GET, and closes this object before the listener is called.
     *
     * @param onCompleted receives the result, also if the URL is rejected
     * @return this object
     */
    HTTPRequest get(String url, Consumer<HTTPResponse> onCompleted) {
        Objects.requireNonNull(onCompleted, "listener");
        setResponseListener(ended -> {
            close();
            onCompleted.accept(ended);
        });
        if (request(url) != ErrorCode.OK) {
            unreported().add(HTTPResponse.rejected(url, rejectionMessage()));
        }
        return this;
    }

    // Requesting

    @Override
    public ErrorCode request(String url, List<String> customHeaders, Method method, String requestData) {
        return requestRaw(url, customHeaders, method, Utf8.encode(requestData));
    }

    @Override
    public ErrorCode requestRaw(String url, List<String> customHeaders, Method method, byte[] requestData) {
        Objects.requireNonNull(requestData, "requestData");
        return begin(url, customHeaders, method, RequestSpec.Body.of(requestData));
    }

    @Override
    public ErrorCode request(String url, List<String> customHeaders, Method method, RequestBody body) {
        return begin(url, body.headers(customHeaders), method, RequestSpec.Body.of(body));
    }

    private ErrorCode begin(String url, List<String> customHeaders, Method method, RequestSpec.Body body) {
        Rejection rejected;
        try {
            List<String> headers = List.copyOf(customHeaders);
            platform.checkHeaders(headers);
            if (Objects.requireNonNull(method, "method") == Method.METHOD_CONNECT) {
                rejected = new CallRejection(false);
            } else {
                RequestUrl target = baseUrl.resolve(url);
                rejected = isRequesting() ? new CallRejection(true) : rejectionOfHook();
                if (rejected == null) {
                    reject(null);
                    start(new RequestSpec(target, method, headers, body));
                    return ErrorCode.OK;
                }
            }
        } catch (RejectionException e) {
            rejected = Rejection.of(e);
        }
        reject(rejected);
        return rejected.code();
    }

    @Override
    public void setBaseUrl(String url) {
        baseUrl.set(url);
    }

    private void start(RequestSpec request) {
        execution = new RequestExecution(request, connection, settingsOfRequest(), platform, provider);
        response = null;
        state = WAITING_FOR_CLIENT;
        beginIfClientIsFree();
    }

    private void beginIfClientIsFree() {
        pollEnding();
        if (ending != null) {
            return;
        }
        if (threads() != null && threads().test(execution)) {
            state = ON_THREAD;
        } else {
            state = STEPPED_BY_POLL;
            execution.step();
        }
    }

    /** Whether the last cancelled request has finished. */
    private boolean isClientFree() {
        return ending == null || ending.isDone();
    }

    private void pollEnding() {
        if (ending != null && ending.poll()) {
            ending = null;
        }
    }

    @Override
    public void cancelRequest() {
        if (state == IDLE) {
            return;
        }
        boolean isCancelled = execution.cancel();
        if (state == STEPPED_BY_POLL) {
            execution.step();
        } else if (state == ON_THREAD) {
            platform.wakeRequests();
        }
        if (state != WAITING_FOR_CLIENT) {
            ending = new EndingRequest(execution, state == STEPPED_BY_POLL, isCancelled ? null : unreported());
        }
        state = IDLE;
        if (isCancelled) {
            unreported().add(execution.response(RequestResult.CANCELLED));
        }
    }

    @Override
    public void close() {
        cancelRequest();
        connection.client().close();
    }

    // Polling

    @Override
    public void poll() {
        pollEnding();
        reportOthers();
        if (state == IDLE) {
            pollIdle();
            return;
        }
        if (state == WAITING_FOR_CLIENT) {
            beginIfClientIsFree();
        }
        RequestExecution polled = execution;
        if (state == STEPPED_BY_POLL) {
            stepWithinBudget(polled);
        }
        if (state == IDLE || execution != polled) { // a cookie jar has cancelled the request during a step
            report(null, polled);
        } else if (polled.isDone()) {
            state = IDLE;
            report(polled.response(polled.result()), polled);
        }
    }

    /**
     * Calls the listener for the unreported responses, and then for this one. A request that the listener starts and cancels is reported, too.
     *
     * @param completed the response; null if it is among the unreported ones
     */
    private void report(HTTPResponse completed, RequestExecution ended) {
        try {
            if (completed != null && unreported == null) {
                callListener(completed);
            } else if (completed != null) {
                unreported.add(completed);
            }
            reportOthers();
        } finally {
            ended.rethrow();
        }
    }

    /** Detects that the server has closed the idle connection. */
    private void pollIdle() {
        if (isClientFree()) {
            connection.client().poll();
        }
    }

    /**
     * Makes one step, and then more within the poll budget. It stops when a step makes no progress, but on a fast connection it first waits for more
     * bytes. Each step is short.
     */
    private void stepWithinBudget(RequestExecution stepped) {
        long start = provider.nanoTime();
        long bytesBefore = stepped.downloadedBytes();
        long lastProgress = start;
        boolean continues = stepped.step(); // false in most polls, which do not look at the clock a second time
        while (continues && !stepped.isDone()) {
            long now = provider.nanoTime();
            if (now - start >= pollBudgetNanos) {
                return;
            }
            if (stepped.step()) {
                lastProgress = now;
            } else {
                continues = isFast(stepped, bytesBefore) && now - lastProgress < FAST_WAIT_NANOS;
            }
        }
    }

    private boolean isFast(RequestExecution stepped, long bytesBefore) {
        return stepped.downloadedBytes() - bytesBefore >= FAST_BYTES && platform.isFedMeanwhile();
    }

    private void reportOthers() {
        while (unreported != null && !unreported.isEmpty()) {
            callListener(unreported.remove());
        }
    }

    /** All fields are up to date before each call, because the listener may start a request, cancel it, or throw. */
    private void callListener(HTTPResponse next) {
        response = next;
        if (listener != null) {
            listener.accept(next);
        }
    }

    private UnreportedResponses unreported() {
        if (unreported == null) {
            unreported = new UnreportedResponses();
        }
        return unreported;
    }

    @Override
    public void setPollBudget(double seconds) {
        pollBudgetNanos = nanos(seconds);
    }

    @Override
    public double getPollBudget() {
        return pollBudgetNanos / NANOS;
    }

    @Override
    public boolean isRequesting() {
        return state != IDLE;
    }

    @Override
    public void setRequestCompletedListener(Listener listener) {
        setResponseListener(listener == null ? null : listener.forResponse());
    }

    @Override
    public void setResponseListener(Consumer<HTTPResponse> listener) {
        this.listener = listener;
    }

    // Progress

    @Override
    public long getBodySize() {
        LongSupplier size = bodySize();
        return size == null ? -1 : size.getAsLong();
    }

    @Override
    public LongSupplier bodySize() {
        return execution == null ? null : execution.bodySize();
    }

    @Override
    public long getDownloadedBytes() {
        return execution == null ? 0 : execution.downloadedBytes();
    }

    @Override
    public long getUploadedBytes() {
        return execution == null ? 0 : execution.uploadedBytes();
    }

    @Override
    public Status getHttpClientStatus() {
        return state == IDLE && isClientFree() ? connection.client().getStatus() : execution.status();
    }

    @Override
    public List<String> getRedirects() {
        return execution == null ? List.of() : execution.redirectUrls();
    }

    @Override
    public String getResponseUrl() {
        return execution == null ? "" : execution.responseUrl();
    }

    // Errors

    @Override
    public Failure getFailure() {
        return response == null ? null : response.failure();
    }

    @Override
    public String getFailureMessage() {
        return response == null || response.result() == Result.RESULT_SUCCESS ? null : response.message();
    }
}
