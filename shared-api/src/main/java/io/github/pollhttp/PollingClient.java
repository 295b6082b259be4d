package io.github.pollhttp;

import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.CollectedBody;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Timeout;

/**
 * The state machine of {@link HTTPClient}, the same for all backends. Only {@link #setStatus} changes the status, and only {@link #fail} turns a
 * failure into a status. The {@link Backend} moves the bytes.
 *
 * <p>
 * The class is long because {@code HTTPClient} has many methods. Most of them only pass on a setting or read the response.
 */
final class PollingClient implements HTTPClient, ClientFacts {
    private static final int SMALLEST_CHUNK = 256;
    private static final int LARGEST_CHUNK = 16 * 1024 * 1024;

    private final Backend backend;

    /** Null unless in strict portable mode. */
    private @Nullable PortableCheck portableCheck;

    private final @Nullable Timeout connectTimeout;
    private Status status = Status.STATUS_DISCONNECTED;
    private @Nullable ResponseHead response;
    private @Nullable BackendFailure failed;
    private @Nullable Rejection rejection;
    private int readChunkSize = 64 * 1024;

    /** Null until a read timeout is set. So TeaVM, the compiler for the browser, leaves out the clock in a program that sets no read timeout. */
    private @Nullable Timeout readTimeout;

    /** Null until the program sets options, so that TeaVM can leave them out of a browser program that never sets any. */
    private @Nullable WebOptions webOptions;

    /** Null unless in blocking mode, so that TeaVM can leave {@link BlockingCalls} out of a browser program that never uses that mode. */
    private @Nullable BlockingCalls blocking;

    /** Set by {@link #close()}, which may run on another thread. The next call on the client's own thread resets the client. */
    private volatile boolean closed;

    PollingClient(Backend backend) {
        this.backend = backend;
        this.connectTimeout = backend.connectTimeout();
    }

    // Connecting

    @Override
    public ErrorCode connectToHost(String host, int port, @Nullable TLSOptions tlsOptions) {
        Objects.requireNonNull(host, "host");
        close();
        forgetIfClosed();
        rejection = portableCheck == null ? null : portableCheck.ofConnect(host, port, tlsOptions);
        if (rejection == null) {
            rejection = backend.connect(host, port, tlsOptions);
        }
        if (rejection != null) {
            return rejection.code();
        }
        if (connectTimeout != null) {
            connectTimeout.restart();
        }
        noteConnecting();
        return OK;
    }

    private void noteConnecting() {
        setStatus(backend.isResolving() ? Status.STATUS_RESOLVING : Status.STATUS_CONNECTING);
    }

    @Override
    public void close() {
        closed = true;
        backend.close();
        // Set again, because this method may run on another thread. Between the first line and backend.close(), the client's thread may clear the flag
        // and connect again. Then backend.close() closes the new connection, and this flag makes the client's next call reset its status.
        closed = true;
    }

    private void forgetIfClosed() {
        if (closed) {
            closed = false;
            backend.close();
            response = null;
            failed = null;
            setStatus(Status.STATUS_DISCONNECTED);
        }
    }

    // Requesting

    @Override
    public ErrorCode request(Method method, String url, List<String> headers, String body) {
        return requestRaw(method, url, headers, Utf8.encode(body));
    }

    @Override
    public ErrorCode requestRaw(Method method, String url, List<String> headers, byte[] body) {
        forgetIfClosed();
        Rejection early = rejectionOf(method, url, headers, body.length);
        return afterSend(early == null ? backend.send(method, url, headers, body) : early);
    }

    @Override
    public ErrorCode request(Method method, String url, List<String> headers, RequestBody body) {
        forgetIfClosed();
        List<String> lines = body.headers(headers);
        Rejection early = rejectionOf(method, url, lines, body.length());
        return afterSend(early == null ? body.content().send(backend, method, url, lines) : early);
    }

    /** @return null if the status and the strict portable mode allow the request */
    private @Nullable Rejection rejectionOf(Method method, String url, List<String> headers, int bodyLength) {
        if (status != Status.STATUS_CONNECTED) {
            Status wrong = status;
            return () -> "a request needs STATUS_CONNECTED; the status is " + wrong + ".";
        }
        return portableCheck == null ? null : portableCheck.ofRequest(method, url, headers, bodyLength);
    }

    /** @param rejected null if the backend has accepted the request */
    private ErrorCode afterSend(@Nullable Rejection rejected) {
        rejection = rejected;
        if (rejected != null) {
            return rejected.code();
        }
        response = null;
        failed = null;
        restartReadTimeout();
        setStatus(Status.STATUS_REQUESTING);
        return OK;
    }

    // Polling

    @Override
    public ErrorCode poll() {
        return blocking == null ? pollOnce() : blocking.poll();
    }

    private static boolean isConnecting(Status status) {
        return status == Status.STATUS_RESOLVING || status == Status.STATUS_CONNECTING;
    }

    static boolean isMovedByPolls(Status status) {
        return isConnecting(status) || status == Status.STATUS_REQUESTING;
    }

    @Override
    public long remainingNanos() {
        if (isConnecting(status)) {
            return connectTimeout == null ? Long.MAX_VALUE : connectTimeout.remainingNanos();
        }
        return readTimeout == null ? Long.MAX_VALUE : readTimeout.remainingNanos();
    }

    ErrorCode pollOnce() {
        forgetIfClosed();
        if (isConnecting(status)) {
            return pollConnecting();
        }
        if (status == Status.STATUS_REQUESTING) {
            return pollRequesting();
        }
        if (status == Status.STATUS_CONNECTED) {
            return pollConnected();
        }
        // In STATUS_BODY only reading moves bytes, so that a program that does not read causes backpressure.
        return status.polled;
    }

    private ErrorCode pollConnecting() {
        if (backend.pollConnecting()) {
            setStatus(Status.STATUS_CONNECTED);
            return OK;
        }
        noteConnecting();
        return failIfBroken(connectTimeout);
    }

    private ErrorCode pollConnected() {
        if (!backend.pollIdle()) {
            BackendFailure failure = backend.failure();
            if (failure != null) {
                return fail(failure);
            }
            backend.close();
            setStatus(Status.STATUS_DISCONNECTED);
        }
        return OK;
    }

    private ErrorCode pollRequesting() {
        response = backend.pollResponse();
        if (response == null) {
            return failIfBroken(readTimeout);
        }
        if (response.hasBody()) {
            restartReadTimeout();
            setStatus(Status.STATUS_BODY);
        } else {
            endExchange();
        }
        return OK;
    }

    // Reading

    @Override
    public byte[] readResponseBodyChunk() {
        return blocking == null ? readOnce() : blocking.read();
    }

    byte[] readOnce() {
        forgetIfClosed();
        if (status != Status.STATUS_BODY) {
            return new byte[0];
        }
        byte[] chunk = backend.readBody(readChunkSize);
        afterRead(chunk.length);
        return chunk;
    }

    @Override
    public int readResponseBodyChunk(ByteBuffer target) {
        Objects.requireNonNull(target, "target");
        return blocking == null ? readOnce(target) : blocking.read(target);
    }

    int readOnce(ByteBuffer target) {
        forgetIfClosed();
        if (status != Status.STATUS_BODY) {
            return 0;
        }
        int limit = target.limit();
        target.limit(target.position() + Math.min(target.remaining(), readChunkSize));
        try {
            int count = backend.readBody(target);
            afterRead(count);
            return count;
        } finally {
            target.limit(limit);
        }
    }

    private void afterRead(int count) {
        if (backend.isBodyEnded()) {
            endExchange();
        } else if (count > 0) {
            restartReadTimeout(); // even if the backend received these bytes long ago
        } else {
            failIfBroken(readTimeout);
        }
    }

    private void endExchange() {
        if (backend.persists()) {
            setStatus(Status.STATUS_CONNECTED);
        } else {
            backend.close();
            setStatus(Status.STATUS_DISCONNECTED);
        }
    }

    // Failing

    private ErrorCode failIfBroken(@Nullable Timeout limit) {
        BackendFailure failure = backend.failure();
        if (failure == null && limit != null) {
            failure = limit.failure(status, backend);
        }
        return failure == null ? OK : fail(failure);
    }

    private void restartReadTimeout() {
        if (readTimeout != null) {
            readTimeout.restart();
        }
    }

    private ErrorCode fail(BackendFailure why) {
        backend.close();
        if (closed) {
            return ERR_UNCONFIGURED; // the failure is the effect of close() on another thread
        }
        failed = why;
        setStatus(why.status());
        return why.code();
    }

    private void setStatus(Status next) {
        status = next;
    }

    // Status and response

    @Override
    public Status getStatus() {
        forgetIfClosed();
        return status;
    }

    @Override
    public boolean hasResponse() {
        return head() != null;
    }

    @Override
    public int getResponseCode() {
        ResponseHead head = head();
        return head == null ? 0 : head.code();
    }

    @Override
    public List<String> getResponseHeaders() {
        ResponseHead head = head();
        return head == null ? List.of() : head.headers();
    }

    @Override
    public Map<String, String> getResponseHeadersAsDictionary() {
        return new HeaderDictionary(getResponseHeaders());
    }

    @Override
    public List<String> getResponseHeader(String name) {
        Objects.requireNonNull(name, "name");
        ResponseHead head = head();
        return head == null ? List.of() : head.header(name);
    }

    @Override
    public List<String> getResponseTrailers() {
        ResponseHead head = head();
        return head == null ? List.of() : head.trailers();
    }

    @Override
    public long getResponseBodyLength() {
        ResponseHead head = head();
        return head == null ? -1 : head.bodyLength();
    }

    @Override
    public boolean isResponseChunked() {
        ResponseHead head = head();
        return head != null && head.isChunked();
    }

    @Override
    public String getResponseUrl() {
        ResponseHead head = head();
        return head == null ? "" : head.url();
    }

    @Override
    public @Nullable ResponseHead head() {
        forgetIfClosed();
        return response;
    }

    @Override
    public @Nullable BackendFailure backendFailure() {
        forgetIfClosed();
        return failed;
    }

    @Override
    public void bypassCache() {
        backend.bypassCache();
    }

    @Override
    public @Nullable CollectedBody collectBody(long limit) {
        return backend.collectBody(limit);
    }

    @Override
    public int countBody(int limit) {
        forgetIfClosed();
        if (status != Status.STATUS_BODY) {
            return 0;
        }
        int count = backend.countBody(Math.min(limit, readChunkSize));
        afterRead(count);
        return count;
    }

    @Override
    public @Nullable Rejection rejection() {
        return rejection;
    }

    @Override
    public @Nullable Failure getFailure() {
        BackendFailure known = backendFailure();
        return known == null ? null : known.failure();
    }

    @Override
    public @Nullable String getRejection() {
        return rejection == null ? null : rejection.message();
    }

    // Settings

    @Override
    public void setHttpProxy(String host, int port) {
        backend.setHttpProxy(host, port);
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        backend.setHttpsProxy(host, port);
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        backend.setProxyExclusions(hosts);
    }

    @Override
    public void setProxyAuthorization(@Nullable String value) {
        if (value != null && HeaderLine.rejectionMessage("Proxy-Authorization:" + value) != null) {
            throw new IllegalArgumentException("the Proxy-Authorization has a control character in it.");
        }
        backend.setProxyAuthorization(value);
    }

    @Override
    public void setMaxIdleTime(double seconds) {
        Timeout.check(seconds);
        backend.setMaxIdleTime(seconds);
    }

    @Override
    public void setBlockingMode(boolean enabled) {
        blocking = enabled ? new BlockingCalls(this, backend.blockingWait()) : null;
    }

    @Override
    public boolean isBlockingModeEnabled() {
        return blocking != null;
    }

    @Override
    public @Nullable StreamPeer getConnection() {
        return switch (getStatus()) {
            case STATUS_CONNECTED, STATUS_REQUESTING, STATUS_BODY -> backend.getConnection();
            default -> null;
        };
    }

    @Override
    public void setConnection(StreamPeer connection) {
        Objects.requireNonNull(connection, "connection");
        if (connection == getConnection()) {
            return;
        }
        close();
        forgetIfClosed();
        backend.setConnection(connection);
        setStatus(Status.STATUS_CONNECTED);
    }

    @Override
    public void setReadChunkSize(int bytes) {
        if (bytes < SMALLEST_CHUNK || bytes > LARGEST_CHUNK) {
            throw new IllegalArgumentException("the read chunk size must be 256 to 16777216; it is " + bytes + ".");
        }
        readChunkSize = bytes;
    }

    @Override
    public int getReadChunkSize() {
        return readChunkSize;
    }

    @Override
    public void setConnectTimeout(double seconds) {
        Timeout.check(seconds);
        if (connectTimeout != null) {
            connectTimeout.set(seconds);
        }
    }

    @Override
    public void setReadTimeout(double seconds) {
        if (readTimeout == null) {
            readTimeout = new ReadTimeout(backend, seconds);
            if (status == Status.STATUS_REQUESTING || status == Status.STATUS_BODY) {
                readTimeout.restart();
            }
        } else {
            readTimeout.set(seconds);
        }
    }

    @Override
    public void setResponseLimits(ResponseLimits limits) {
        backend.setLimits(Objects.requireNonNull(limits, "limits"));
    }

    @Override
    public void setDiagnosticsEnabled(boolean enabled) {
        backend.setDiagnostics(enabled);
    }

    @Override
    public void setWebOptions(WebOptions options) {
        backend.setWebOptions(Objects.requireNonNull(options, "options"));
        webOptions = options;
    }

    @Override
    public WebOptions getWebOptions() {
        return webOptions == null ? WebOptions.DEFAULT : webOptions;
    }

    @Override
    public void setUploadProgressEnabled(boolean enabled) {
        backend.setUploadProgress(enabled);
    }

    @Override
    public long getUploadedBytes() {
        return backend.uploaded();
    }

    @Override
    public void setStrictPortable(boolean enabled) {
        portableCheck = enabled ? new PortableCheck() : null;
    }
}
