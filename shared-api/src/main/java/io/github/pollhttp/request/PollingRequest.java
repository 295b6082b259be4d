package io.github.pollhttp.request;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.spi.RequestPlatform;

/** The front of {@link HTTPRequest}: accepts one request at a time, has it go on, and tells the listener once what came of it. */
final class PollingRequest implements HTTPRequest {
    private static final int SMALLEST_CHUNK = 256;
    private static final int LARGEST_CHUNK = 16 * 1024 * 1024;
    private static final double NANOS = 1e9;

    /**
     * A socket's buffer is emptied faster than it is filled. Where that much has come within one poll, more follows within microseconds; to leave it
     * to the next frame would bound a download by one buffer a frame.
     */
    private static final int FAST_BYTES = 512 * 1024;
    private static final long PATIENCE_NANOS = 100_000;

    private final Connection connection;
    private final RequestPlatform platform;
    private final Environment environment;
    private final Settings settings = new Settings();
    private final ArrayDeque<RequestResult> due = new ArrayDeque<>();
    private Listener listener;
    private String downloadFile = "";
    private RetryPolicy retryPolicy = RetryPolicy.NONE;
    private boolean useThreads;
    private long pollBudgetNanos = 2_000_000;

    private RequestExecution current;
    private boolean begun;
    private boolean onThread;

    /** The last one looked at: {@link #current}, or what is left of an earlier one. */
    private RequestExecution shown;

    /** Cancelled and still on its thread, which has the client until then. */
    private RequestExecution leaving;

    private RequestResult.Why why = RequestResult.Why.SUCCESS;
    private String rejection;

    /** A request over a client of its own. */
    PollingRequest(HTTPClient client, RequestPlatform platform) {
        this(client, platform, Environment.REAL);
    }

    PollingRequest(HTTPClient client, RequestPlatform platform, Environment environment) {
        this.connection = new Connection(client);
        this.platform = platform;
        this.environment = environment;
    }

    /**
     * A request of its own for one thing.
     *
     * @param http     a new one
     * @param url      what to ask for
     * @param listener who is told, also that it cannot be asked for
     * @return the request
     */
    public static HTTPRequest get(HTTPRequest http, String url, Listener listener) {
        Objects.requireNonNull(listener, "listener");
        PollingRequest request = (PollingRequest) http;
        request.setRequestCompletedListener((result, code, headers, body) -> {
            request.close();
            listener.requestCompleted(result, code, headers, body);
        });
        if (request.request(url) != ErrorCode.OK) {
            request.due.add(RequestResult.rejected(request.getRejection()));
        }
        return request;
    }

    // Requesting

    @Override
    public ErrorCode request(String url, List<String> customHeaders, Method method, String requestData) {
        return requestRaw(url, customHeaders, method, Utf8.encode(requestData));
    }

    @Override
    public ErrorCode requestRaw(String url, List<String> customHeaders, Method method, byte[] requestData) {
        Objects.requireNonNull(requestData, "requestData");
        rejection = null;
        try {
            List<String> headers = List.copyOf(customHeaders);
            check(headers, method);
            RequestUrl target = RequestUrl.parse(url);
            if (isRequesting()) {
                rejection = "a request is under way; wait for its end, or cancel it";
                return ErrorCode.ERR_BUSY;
            }
            start(new RequestSpec(target, method, headers, requestData));
            return ErrorCode.OK;
        } catch (RejectionException e) {
            rejection = e.getMessage();
            return Rejection.of(e).code();
        }
    }

    private static void check(List<String> headers, Method method) throws RejectionException {
        HeaderLine.check(headers);
        if (Objects.requireNonNull(method, "method") == Method.METHOD_CONNECT) {
            throw RejectionException.invalid("CONNECT asks for no url; it is for HTTPClient");
        }
    }

    private void start(RequestSpec request) {
        current = new RequestExecution(request, connection, settings.copy(), platform, environment);
        shown = current;
        why = RequestResult.Why.SUCCESS;
        begun = false;
        begin();
    }

    /** Once the thread of a cancelled request has let go of the client. */
    private void begin() {
        if (leaving != null && leaving.isDone()) {
            leaving = null;
        }
        if (!begun && leaving == null) {
            begun = true;
            onThread = useThreads && platform.start(current);
            if (!onThread) {
                current.step();
            }
        }
    }

    @Override
    public void cancelRequest() {
        if (current == null) {
            return;
        }
        current.cancel();
        if (begun && onThread) {
            leaving = current;
        } else if (begun) {
            current.step();
        }
        current = null;
        due.add(RequestResult.cancelled());
    }

    @Override
    public void close() {
        cancelRequest();
        connection.client().close();
    }

    // Polling

    @Override
    public void poll() {
        tellListener();
        if (current == null) {
            pollIdle();
            return;
        }
        begin();
        if (begun && !onThread) {
            work();
        }
        if (current.isDone()) {
            due.add(current.result());
            current = null;
            tellListener();
        }
    }

    /** At least one step; and then as long as there is something to do, or is about to be, and time. Each step is bounded. */
    private void work() {
        long start = environment.nanoClock().getAsLong();
        long before = current.downloadedBytes();
        long lastMove = start;
        long now;
        boolean goesOn;
        do {
            boolean moved = current.step();
            now = environment.nanoClock().getAsLong();
            lastMove = moved ? now : lastMove;
            goesOn = moved || isFast(before) && now - lastMove < PATIENCE_NANOS;
        } while (goesOn && !current.isDone() && now - start < pollBudgetNanos);
    }

    private boolean isFast(long before) {
        return current.downloadedBytes() - before >= FAST_BYTES && platform.isFedMeanwhile();
    }

    /** A connection that the server has closed is closed here, too. */
    private void pollIdle() {
        if (hasClient()) {
            connection.client().poll();
        }
    }

    /** Whether no request is at work with the client. */
    private boolean hasClient() {
        return current == null && (leaving == null || leaving.isDone());
    }

    /** Everything is as it will stay before the listener is called, for it may do anything: begin a request, cancel it, throw. */
    private void tellListener() {
        RequestResult next = due.poll();
        while (next != null) {
            why = next.why();
            if (listener != null) {
                listener.requestCompleted(next.result(), next.code(), next.headers(), next.body());
            }
            next = due.poll();
        }
    }

    @Override
    public boolean isRequesting() {
        return current != null;
    }

    @Override
    public void setRequestCompletedListener(Listener listener) {
        this.listener = listener;
    }

    // Looking

    @Override
    public long getBodySize() {
        return shown == null ? -1 : shown.bodySize();
    }

    @Override
    public long getDownloadedBytes() {
        return shown == null ? 0 : shown.downloadedBytes();
    }

    @Override
    public long getUploadedBytes() {
        return shown == null ? 0 : shown.uploadedBytes();
    }

    @Override
    public Status getHttpClientStatus() {
        return hasClient() ? connection.client().getStatus() : shown.status();
    }

    @Override
    public List<String> getRedirects() {
        return shown == null ? List.of() : shown.redirectUrls();
    }

    @Override
    public String getResponseUrl() {
        return shown == null ? "" : shown.responseUrl();
    }

    @Override
    public Failure getFailure() {
        return why.failure();
    }

    @Override
    public String getFailureMessage() {
        return why.message();
    }

    @Override
    public String getRejection() {
        return rejection;
    }

    // Settings

    @Override
    public void setAcceptGzip(boolean enabled) {
        settings.acceptGzip = enabled;
    }

    @Override
    public boolean isAcceptingGzip() {
        return settings.acceptGzip;
    }

    @Override
    public void setBodySizeLimit(long bytes) {
        if (bytes < -1) {
            throw new IllegalArgumentException("the body size limit must be -1, for none, or more; it is " + bytes);
        }
        settings.bodySizeLimit = bytes;
    }

    @Override
    public long getBodySizeLimit() {
        return settings.bodySizeLimit;
    }

    @Override
    public void setDownloadChunkSize(int bytes) {
        if (bytes < SMALLEST_CHUNK || bytes > LARGEST_CHUNK) {
            throw new IllegalArgumentException("the download chunk size must be 256 to 16777216; it is " + bytes);
        }
        settings.downloadChunkSize = bytes;
    }

    @Override
    public int getDownloadChunkSize() {
        return settings.downloadChunkSize;
    }

    @Override
    public void setDownloadFile(String path) {
        settings.download = path.isEmpty()
                ? null
                : (resume, request) -> new ResumableDownload(platform, path, resume, request);
        downloadFile = path;
    }

    @Override
    public String getDownloadFile() {
        return downloadFile;
    }

    @Override
    public void setDownloadResumed(boolean enabled) {
        settings.resume = enabled;
    }

    @Override
    public boolean isDownloadResumed() {
        return settings.resume;
    }

    @Override
    public void setMaxRedirects(int redirects) {
        if (redirects < -1) {
            throw new IllegalArgumentException("redirects must be -1, for any number, or more; it is " + redirects);
        }
        settings.maxRedirects = redirects;
    }

    @Override
    public int getMaxRedirects() {
        return settings.maxRedirects;
    }

    @Override
    public void setTimeout(double seconds) {
        settings.timeoutNanos = nanos(seconds);
    }

    @Override
    public double getTimeout() {
        return settings.timeoutNanos / NANOS;
    }

    @Override
    public void setStallTimeout(double seconds) {
        settings.stallTimeout = nanos(seconds) / NANOS;
    }

    @Override
    public double getStallTimeout() {
        return settings.stallTimeout;
    }

    @Override
    public void setPollBudget(double seconds) {
        pollBudgetNanos = nanos(seconds);
    }

    @Override
    public double getPollBudget() {
        return pollBudgetNanos / NANOS;
    }

    private static long nanos(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("a time must be 0 or more");
        }
        return (long) Math.ceil(seconds * NANOS);
    }

    @Override
    public void setUseThreads(boolean enabled) {
        useThreads = enabled;
    }

    @Override
    public boolean isUsingThreads() {
        return useThreads;
    }

    @Override
    public void setRetryPolicy(RetryPolicy policy) {
        retryPolicy = Objects.requireNonNull(policy, "policy");
        settings.backoff = new Backoff(policy);
    }

    @Override
    public RetryPolicy getRetryPolicy() {
        return retryPolicy;
    }

    @Override
    public void setCookieJar(CookieJar jar) {
        settings.cookieJar = platform.cookieJar(jar);
    }

    @Override
    public CookieJar getCookieJar() {
        return settings.cookieJar;
    }

    @Override
    public void setTlsOptions(TLSOptions options) {
        settings.tlsOptions = options;
    }

    // Settings of the client underneath

    @Override
    public void setHttpProxy(String host, int port) {
        setOnClient("httpProxy", client -> client.setHttpProxy(host, port));
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        setOnClient("httpsProxy", client -> client.setHttpsProxy(host, port));
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        List<String> copy = List.copyOf(hosts);
        setOnClient("proxyExclusions", client -> client.setProxyExclusions(copy));
    }

    @Override
    public void setWebOptions(WebOptions options) {
        setOnClient("webOptions", client -> client.setWebOptions(options));
    }

    @Override
    public void setUploadProgressEnabled(boolean enabled) {
        setOnClient("uploadProgress", client -> client.setUploadProgressEnabled(enabled));
    }

    private void setOnClient(String name, Consumer<HTTPClient> setting) {
        settings.client = settings.client.with(name, setting);
    }
}
