package io.github.pollhttp.web;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;

import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.BlockingWait;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Timeout;

/** Sends a client's requests with {@code fetch}. The browser opens connections itself, so connecting changes the status but makes no traffic. */
final class WebBackend implements Backend {
    private OriginUrl server;
    private boolean resolving;
    private BrowserExchange exchange;

    // Null until a program asks for the feature, so that TeaVM leaves out the features that a program does not use.
    private JSObject options;
    private Diagnosis diagnosis;
    private XhrUploads uploads;

    // Connecting

    @Override
    public Rejection connect(String host, int port, TLSOptions tlsOptions) {
        server = OriginUrl.of(host, port, tlsOptions != null);
        if (server == null) {
            return () -> reasonAgainst(host, port);
        }
        resolving = !OriginUrl.isLiteral(server);
        return null;
    }

    private static String reasonAgainst(String host, int port) {
        try {
            Endpoint.of(host, port, false);
        } catch (RejectionException e) {
            return e.message();
        }
        return "the browser cannot parse the host " + Quoted.url(host) + "; use a host name or an IP address";
    }

    @Override
    public String origin() {
        return server.getOrigin();
    }

    @Override
    public boolean isResolving() {
        return resolving;
    }

    @Override
    public boolean pollConnecting() {
        boolean connected = !resolving;
        resolving = false;
        return connected;
    }

    @Override
    public boolean pollIdle() {
        return true;
    }

    @Override
    public void close() {
        if (exchange != null) {
            exchange.abort();
            exchange = null;
        }
        if (diagnosis != null) {
            diagnosis.abort();
        }
    }

    // Requesting

    @Override
    public Rejection send(Method method, String url, List<String> headers, byte[] body) {
        RequestHeaders lines = new RequestHeaders();
        for (String line : headers) {
            RequestHeaders.add(lines, line);
        }
        if (!FetchRequest.isValid(url, lines, body.length)) {
            return new RequestRejection(ErrorCode.ERR_INVALID_PARAMETER, method, url, headers, body);
        }
        FetchRequest request = FetchRequest.of(server, method.name(), url, lines, Int8Array.copyFromJavaArray(body),
                options, Browser.PAGE);
        if (request == null) {
            return new RequestRejection(ErrorCode.ERR_UNAVAILABLE, method, url, headers, body);
        }
        exchange = uploads == null ? FetchExchange.start(request) : uploads.start(request, body);
        return null;
    }

    @Override
    public ResponseHead pollResponse() {
        return exchange.getResponse() == null ? null : new FetchResponseHead(exchange);
    }

    @Override
    public BackendFailure failure() {
        if (exchange == null || !exchange.isFailed() || BrowserExchange.hasWaiting(exchange)) {
            return null;
        }
        return diagnosis == null
                ? new FetchFailure(server, exchange, false)
                : diagnosis.failure(server, exchange);
    }

    // Reading

    @Override
    public BodySink collectBody(long limit) {
        return new CollectedBody(exchange, limit);
    }

    @Override
    public byte[] readBody(int limit) {
        return Chunks.own(BrowserExchange.take(exchange, limit)).copyToJavaArray();
    }

    /** A direct buffer is memory of the browser, so the bytes are copied in one step. WasmGC would copy them to an array byte by byte. */
    @Override
    public int readBody(ByteBuffer target) {
        if (CollectedChunks.isCollected(exchange)) {
            int count = CollectedChunks.count(exchange, target.remaining());
            target.position(target.position() + count);
            return count;
        }
        if (target.isDirect() && !target.isReadOnly()) {
            Int8Array piece = BrowserExchange.take(exchange, target.remaining());
            int count = Chunks.copy(piece, Int8Array.fromJavaBuffer(target.slice()));
            target.position(target.position() + count);
            return count;
        }
        byte[] bytes = readBody(target.remaining());
        target.put(bytes);
        return bytes.length;
    }

    @Override
    public boolean isBodyEnded() {
        return exchange.isEnded() && !BrowserExchange.hasWaiting(exchange);
    }

    @Override
    public boolean persists() {
        return true;
    }

    @Override
    public long activity() {
        long head = exchange.getResponse() == null ? 0 : 1;
        return head + (long) exchange.getReceived() + uploaded();
    }

    // Settings

    @Override
    public void setLimits(ResponseLimits limits) {
        // the browser applies its own limits
    }

    @Override
    public LongSupplier clock() {
        return System::nanoTime;
    }

    @Override
    public Timeout connectTimeout() {
        return null;
    }

    @Override
    public BlockingWait blockingWait() {
        return new SuspendingWait();
    }

    @Override
    public void setHttpProxy(String host, int port) {
        if (!host.isEmpty() && port != -1) {
            Browser.PAGE.warnOnce(
                    "PollHTTP: setHttpProxy and setHttpsProxy have no effect in a browser, which uses its own proxy settings");
        }
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        setHttpProxy(host, port);
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        // the browser uses its own proxy settings
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        diagnosis = enabled ? new Diagnosis() : null;
    }

    @Override
    public void setWebOptions(WebOptions options) {
        this.options = FetchOptions.of(options);
    }

    @Override
    public void setUploadProgress(boolean enabled) {
        uploads = enabled ? new XhrUploads() : null;
    }

    @Override
    public long uploaded() {
        return uploads == null ? 0 : uploads.sent();
    }

    @Override
    public StreamPeer getConnection() {
        throw new UnsupportedOperationException("a browser does not give a page access to its connections");
    }

    @Override
    public void setConnection(StreamPeer connection) {
        throw new UnsupportedOperationException("a browser cannot use a connection of the program; it opens its own");
    }
}
