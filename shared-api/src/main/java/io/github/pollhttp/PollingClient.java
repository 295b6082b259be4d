package io.github.pollhttp;

import static io.github.pollhttp.ErrorCode.ERR_CANT_CONNECT;
import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.Fault;
import io.github.pollhttp.spi.HeaderLine;
import io.github.pollhttp.spi.Refused;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.TimeLimit;
import io.github.pollhttp.spi.Utf8;

/**
 * The state machine of {@link HTTPClient}, once for all backends: it alone knows {@code Status}, one method sets it and one fails. What
 * moves bytes is the {@link Backend}.
 */
final class PollingClient implements HTTPClient {
    private static final int SMALLEST_CHUNK = 256;
    private static final int LARGEST_CHUNK = 16 * 1024 * 1024;

    private final Backend backend;
    private final TimeLimit connectLimit;
    private Status status = Status.STATUS_DISCONNECTED;
    private ResponseHead response;
    private Fault failed;
    private Refused refused;
    private int readChunkSize = 64 * 1024;

    /** Null until a read timeout is set, so that a browser program without one links no clock. */
    private TimeLimit silence;

    /** Null unless in blocking mode, likewise. */
    private BlockingCalls blocking;

    /** Set by {@link #close()}, perhaps on another thread; the next call on the client's own thread acts on it. */
    private volatile boolean closed;

    PollingClient(Backend backend) {
        this.backend = backend;
        this.connectLimit = backend.connectLimit();
    }

    // Connecting

    @Override
    public ErrorCode connectToHost(String host, int port, TLSOptions tlsOptions) {
        Objects.requireNonNull(host, "host");
        close();
        forgetIfClosed();
        refused = backend.connect(host, port, tlsOptions);
        if (refused != null) {
            return refused.code();
        }
        if (connectLimit != null) {
            connectLimit.start();
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
        closed = true; // if the owner has connected anew in between, that connection is the one which has just been closed
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
        refused = status == Status.STATUS_CONNECTED
                ? backend.send(method, url, headers, body)
                : new NotConnected(status);
        if (refused != null) {
            return refused.code();
        }
        response = null;
        failed = null;
        listen();
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

    /** How long a call may wait in this status before the limits have to be asked again, in nanoseconds. */
    long patience() {
        if (isConnecting(status)) {
            return connectLimit == null ? Long.MAX_VALUE : connectLimit.patience();
        }
        return silence == null ? Long.MAX_VALUE : silence.patience();
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
        // In STATUS_BODY a poll moves nothing: reading does, so that a program which does not read holds the server back.
        return status.polled;
    }

    private ErrorCode pollConnecting() {
        if (backend.pollConnecting()) {
            setStatus(Status.STATUS_CONNECTED);
            return OK;
        }
        noteConnecting();
        ErrorCode code = failIfBroken(connectLimit);
        // The poll in which a handshake fails has a code of its own (Godot's); later ones answer by the status.
        return status == Status.STATUS_TLS_HANDSHAKE_ERROR ? ERR_CANT_CONNECT : code;
    }

    private ErrorCode pollConnected() {
        if (!backend.pollIdle()) {
            backend.close();
            setStatus(Status.STATUS_DISCONNECTED);
        }
        return OK;
    }

    private ErrorCode pollRequesting() {
        response = backend.pollResponse();
        if (response == null) {
            return failIfBroken(silence);
        }
        if (response.hasBody()) {
            listen();
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
            listen(); // these bytes may have come long ago, but whoever takes them is not kept waiting
        } else {
            failIfBroken(silence);
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

    private ErrorCode failIfBroken(TimeLimit limit) {
        Fault fault = backend.fault();
        if (fault == null && limit != null) {
            fault = limit.fault(status, backend);
        }
        return fault == null ? OK : fail(fault);
    }

    /** From here on, silence counts. */
    private void listen() {
        if (silence != null) {
            silence.start();
        }
    }

    private ErrorCode fail(Fault why) {
        backend.close();
        if (closed) {
            return ERR_UNCONFIGURED; // close() on another thread is what broke it
        }
        failed = why;
        setStatus(why.status());
        return status.polled;
    }

    private void setStatus(Status next) {
        status = next;
    }

    // Asking

    @Override
    public Status getStatus() {
        forgetIfClosed();
        return status;
    }

    @Override
    public boolean hasResponse() {
        return response() != null;
    }

    @Override
    public int getResponseCode() {
        return hasResponse() ? response.code() : 0;
    }

    @Override
    public List<String> getResponseHeaders() {
        return hasResponse() ? response.headers() : List.of();
    }

    @Override
    public Map<String, String> getResponseHeadersAsDictionary() {
        return new HeaderDictionary(getResponseHeaders());
    }

    @Override
    public List<String> getResponseHeader(String name) {
        Objects.requireNonNull(name, "name");
        List<String> values = new ArrayList<>();
        for (String line : getResponseHeaders()) {
            if (HeaderLine.isNamed(line, name)) {
                values.add(HeaderLine.value(line));
            }
        }
        return values;
    }

    @Override
    public List<String> getResponseTrailers() {
        return hasResponse() ? response.trailers() : List.of();
    }

    @Override
    public long getResponseBodyLength() {
        return hasResponse() ? response.bodyLength() : -1;
    }

    @Override
    public boolean isResponseChunked() {
        return hasResponse() && response.isChunked();
    }

    @Override
    public String getResponseUrl() {
        return hasResponse() ? response.url() : "";
    }

    private ResponseHead response() {
        forgetIfClosed();
        return response;
    }

    @Override
    public Failure getFailure() {
        forgetIfClosed();
        return failed == null ? null : failed.failure();
    }

    @Override
    public String getRefusal() {
        return refused == null ? null : refused.sentence();
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
    public void setBlockingMode(boolean enabled) {
        blocking = enabled ? new BlockingCalls(this, backend.waiter()) : null;
    }

    @Override
    public boolean isBlockingModeEnabled() {
        return blocking != null;
    }

    @Override
    public StreamPeer getConnection() {
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
            throw new IllegalArgumentException("the read chunk size must be 256 to 16777216; it is " + bytes);
        }
        readChunkSize = bytes;
    }

    @Override
    public int getReadChunkSize() {
        return readChunkSize;
    }

    @Override
    public void setConnectTimeout(double seconds) {
        TimeLimit.check(seconds);
        if (connectLimit != null) {
            connectLimit.set(seconds);
        }
    }

    @Override
    public void setReadTimeout(double seconds) {
        if (silence == null) {
            silence = new Silence(backend, seconds);
            if (status == Status.STATUS_REQUESTING || status == Status.STATUS_BODY) {
                silence.start();
            }
        } else {
            silence.set(seconds);
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
        backend.setStrictPortable(enabled);
    }
}
