package io.github.pollhttp;

import static io.github.pollhttp.ErrorCode.ERR_CANT_CONNECT;
import static io.github.pollhttp.ErrorCode.ERR_CANT_RESOLVE;
import static io.github.pollhttp.ErrorCode.ERR_CONNECTION_ERROR;
import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendException;
import io.github.pollhttp.spi.Endpoint;
import io.github.pollhttp.spi.HeaderLine;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.Proxy;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Utf8;

/**
 * The state machine of {@link HTTPClient}, once for all backends: it alone knows {@code Status}, one method sets it and one fails. What
 * moves bytes is the {@link Backend}.
 */
final class PollingClient implements HTTPClient {
    private static final int SMALLEST_CHUNK = 256;
    private static final int LARGEST_CHUNK = 16 * 1024 * 1024;
    private static final byte[] NO_BYTES = {};

    private final Backend backend;
    private final TimeLimits timeLimits;
    private final ProxySettings proxies = new ProxySettings();
    private Status status = Status.STATUS_DISCONNECTED;
    private Endpoint endpoint;
    private ResponseHead response;
    private Failure failure;
    private String refusal;
    private int readChunkSize = 64 * 1024;
    private boolean blocking;

    /** Set by {@link #close()}, perhaps on another thread; the next call on the client's own thread acts on it. */
    private volatile boolean closed;

    PollingClient(Backend backend, LongSupplier nanoClock) {
        this.backend = backend;
        this.timeLimits = new TimeLimits(nanoClock);
    }

    // Connecting

    @Override
    public ErrorCode connectToHost(String host, int port, TLSOptions tlsOptions) {
        Objects.requireNonNull(host, "host");
        close();
        forgetIfClosed();
        refusal = null;
        try {
            Endpoint target = Endpoint.of(host, port, tlsOptions != null);
            Proxy proxy = proxies.to(target);
            backend.connect(target, tlsOptions, proxy);
            endpoint = target;
            timeLimits.startConnecting();
            Endpoint dialled = proxy == null ? target : proxy.endpoint();
            setStatus(dialled.isLiteral() ? Status.STATUS_CONNECTING : Status.STATUS_RESOLVING);
            return OK;
        } catch (Refusal e) {
            return refuse(e);
        }
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
            endpoint = null;
            response = null;
            failure = null;
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
        refusal = null;
        try {
            OutgoingRequest request = OutgoingRequest.of(method, url, headers, body);
            if (status != Status.STATUS_CONNECTED) {
                throw Refusal.invalid("a request needs STATUS_CONNECTED; the status is " + status);
            }
            backend.send(request);
        } catch (Refusal e) {
            return refuse(e);
        }
        response = null;
        failure = null;
        timeLimits.startListening(backend.activity());
        setStatus(Status.STATUS_REQUESTING);
        return OK;
    }

    private ErrorCode refuse(Refusal e) {
        refusal = e.getMessage();
        return e.code();
    }

    // Polling

    @Override
    public ErrorCode poll() {
        Status before = getStatus();
        ErrorCode code = pollOnce();
        while (isMovedByPolls(before) && waitsIn(before)) {
            code = pollOnce();
        }
        return code;
    }

    private static boolean isMovedByPolls(Status status) {
        return switch (status) {
            case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING -> true;
            default -> false;
        };
    }

    /** In blocking mode, waits for the network as long as the status stays. */
    private boolean waitsIn(Status before) {
        if (!blocking || getStatus() != before) {
            return false;
        }
        boolean connecting = before == Status.STATUS_RESOLVING || before == Status.STATUS_CONNECTING;
        return backend.await(timeLimits.patience(connecting));
    }

    private ErrorCode pollOnce() {
        forgetIfClosed();
        return switch (status) {
            case STATUS_DISCONNECTED -> ERR_UNCONFIGURED;
            case STATUS_RESOLVING, STATUS_CONNECTING -> pollConnecting();
            case STATUS_CONNECTED -> pollConnected();
            case STATUS_REQUESTING -> pollRequesting();
            case STATUS_BODY -> OK; // readResponseBodyChunk moves the body, so that a program which does not read holds the server back
            case STATUS_CANT_RESOLVE -> ERR_CANT_RESOLVE;
            case STATUS_CANT_CONNECT -> ERR_CANT_CONNECT;
            case STATUS_CONNECTION_ERROR, STATUS_TLS_HANDSHAKE_ERROR -> ERR_CONNECTION_ERROR;
        };
    }

    private ErrorCode pollConnecting() {
        try {
            switch (backend.pollConnecting()) {
                case RESOLVING -> setStatus(Status.STATUS_RESOLVING);
                case CONNECTING -> setStatus(Status.STATUS_CONNECTING);
                case DONE -> setStatus(Status.STATUS_CONNECTED);
            }
        } catch (BackendException e) {
            return fail(e.failure());
        }
        if (status != Status.STATUS_CONNECTED && timeLimits.isConnectingTooLong()) {
            return fail(timeout(status == Status.STATUS_RESOLVING ? Phase.RESOLVE : Phase.CONNECT));
        }
        return OK;
    }

    private ErrorCode pollConnected() {
        if (!backend.pollIdle()) {
            backend.close();
            setStatus(Status.STATUS_DISCONNECTED);
        }
        return OK;
    }

    private ErrorCode pollRequesting() {
        try {
            response = backend.pollResponse();
        } catch (BackendException e) {
            return fail(e.failure());
        }
        if (response == null) {
            return failIfSilent(Phase.RESPONSE_HEAD);
        }
        if (response.hasBody()) {
            timeLimits.startListening(backend.activity());
            setStatus(Status.STATUS_BODY);
        } else {
            endExchange();
        }
        return OK;
    }

    // Reading

    @Override
    public byte[] readResponseBodyChunk() {
        byte[] chunk = readOnce();
        while (chunk.length == 0 && waitsIn(Status.STATUS_BODY)) {
            chunk = readOnce();
        }
        return chunk;
    }

    private byte[] readOnce() {
        forgetIfClosed();
        if (status != Status.STATUS_BODY) {
            return NO_BYTES;
        }
        try {
            byte[] chunk = backend.readBody(readChunkSize);
            afterRead(chunk.length);
            return chunk;
        } catch (BackendException e) {
            fail(e.failure());
            return NO_BYTES;
        }
    }

    @Override
    public int readResponseBodyChunk(ByteBuffer target) {
        Objects.requireNonNull(target, "target");
        int count = readOnce(target);
        while (count == 0 && target.hasRemaining() && waitsIn(Status.STATUS_BODY)) {
            count = readOnce(target);
        }
        return count;
    }

    private int readOnce(ByteBuffer target) {
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
        } catch (BackendException e) {
            fail(e.failure());
            return 0;
        } finally {
            target.limit(limit);
        }
    }

    private void afterRead(int count) {
        if (backend.isBodyEnded()) {
            endExchange();
        } else if (count > 0) {
            timeLimits.startListening(backend.activity()); // these bytes may have come long ago, but whoever takes them is not kept waiting
        } else {
            failIfSilent(Phase.BODY);
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

    private ErrorCode failIfSilent(Phase phase) {
        return timeLimits.isSilentTooLong(backend.activity()) ? fail(timeout(phase)) : OK;
    }

    private Failure timeout(Phase phase) {
        String what = switch (phase) {
            case RESOLVE -> "the name was not resolved";
            case CONNECT -> "no connection was made";
            default -> "nothing more came";
        };
        return new Failure(phase, Reason.TIMEOUT, hostForMessages() + ": " + what
                + " within the time limit; check the network, or set a longer one", null);
    }

    private String hostForMessages() {
        return endpoint == null ? "the connection" : endpoint.origin();
    }

    private ErrorCode fail(Failure what) {
        backend.close();
        if (closed) {
            return ERR_UNCONFIGURED; // close() on another thread is what broke it
        }
        failure = what;
        if (what.phase() == Phase.RESOLVE && what.reason() != Reason.TIMEOUT) {
            setStatus(Status.STATUS_CANT_RESOLVE);
            return ERR_CANT_RESOLVE;
        }
        switch (what.phase()) {
            case RESOLVE, CONNECT, PROXY -> setStatus(Status.STATUS_CANT_CONNECT);
            case TLS -> setStatus(Status.STATUS_TLS_HANDSHAKE_ERROR);
            default -> {
                setStatus(Status.STATUS_CONNECTION_ERROR);
                return ERR_CONNECTION_ERROR;
            }
        }
        return ERR_CANT_CONNECT;
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
        return failure;
    }

    @Override
    public String getRefusal() {
        return refusal;
    }

    // Settings

    @Override
    public void setHttpProxy(String host, int port) {
        proxies.setHttp(host, port);
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        proxies.setHttps(host, port);
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        proxies.setExclusions(hosts);
    }

    @Override
    public void setBlockingMode(boolean enabled) {
        backend.setBlocking(enabled);
        blocking = enabled;
    }

    @Override
    public boolean isBlockingModeEnabled() {
        return blocking;
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
        timeLimits.setConnect(seconds);
    }

    @Override
    public void setReadTimeout(double seconds) {
        timeLimits.setRead(seconds);
    }

    @Override
    public void setResponseLimits(ResponseLimits limits) {
        backend.setLimits(Objects.requireNonNull(limits, "limits"));
    }

    @Override
    public void setDiagnosticsEnabled(boolean enabled) {
        backend.setDiagnostics(enabled);
    }
}
