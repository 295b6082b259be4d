package io.github.pollhttp.web;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;

import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.BlockingWait;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Timeout;

/** A client's exchanges as fetches. A browser opens connections by itself, so connecting is a walk through the statuses. */
final class WebBackend implements Backend {
    private OriginUrl target;
    private boolean resolving;
    private FetchExchange fetch;

    /** These are null until asked for, and what they are is not final: so TeaVM leaves out what a program does not use. */
    private JSObject options;
    private Diagnosis diagnosis;
    private XhrUploads uploads;

    // Connecting

    @Override
    public Rejection connect(String host, int port, TLSOptions tlsOptions) {
        target = OriginUrl.of(host, port, tlsOptions != null);
        if (target == null) {
            return new UrlRejection(host, port);
        }
        resolving = !OriginUrl.isLiteral(target);
        return null;
    }

    @Override
    public String origin() {
        return target.getOrigin();
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
        if (fetch != null) {
            fetch.abort();
            fetch = null;
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
        FetchRequest request = FetchRequest.of(target, method.name(), url, lines, Int8Array.copyFromJavaArray(body),
                options, Browser.PAGE);
        if (request.isRefused()) {
            return new RequestRejection(method, request, headers);
        }
        fetch = uploads == null ? FetchExchange.start(request) : uploads.start(request, body);
        return null;
    }

    @Override
    public ResponseHead pollResponse() {
        return fetch.getResponse() == null ? null : new FetchResponseHead(fetch);
    }

    @Override
    public BackendFailure failure() {
        if (fetch == null || !fetch.isFailed() || FetchExchange.hasWaiting(fetch)) {
            return null;
        }
        return diagnosis == null ? new FetchFailure(target, fetch, false) : diagnosis.failure(target, fetch);
    }

    // Reading

    @Override
    public byte[] readBody(int limit) {
        return FetchExchange.own(FetchExchange.take(fetch, limit)).copyToJavaArray();
    }

    /** What is direct is the browser's memory, too, which WasmGC's arrays are not: it is copied once, and not byte by byte. */
    @Override
    public int readBody(ByteBuffer target) {
        if (target.isDirect() && !target.isReadOnly()) {
            Int8Array piece = FetchExchange.take(fetch, target.remaining());
            int count = FetchExchange.copy(piece, Int8Array.fromJavaBuffer(target.slice()));
            target.position(target.position() + count);
            return count;
        }
        byte[] bytes = readBody(target.remaining());
        target.put(bytes);
        return bytes.length;
    }

    @Override
    public boolean isBodyEnded() {
        return fetch.isEnded() && !FetchExchange.hasWaiting(fetch);
    }

    @Override
    public boolean persists() {
        return true;
    }

    @Override
    public long activity() {
        long head = fetch.getResponse() == null ? 0 : 1;
        return head + (long) fetch.getReceived() + uploaded();
    }

    // Settings

    @Override
    public void setLimits(ResponseLimits limits) {
        // the browser has limits of its own
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
            Browser.warnOfProxy(Browser.PAGE);
        }
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        setHttpProxy(host, port);
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        // nothing to exclude from: the browser's own proxy holds
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
        throw new UnsupportedOperationException("a browser shows no connection");
    }

    @Override
    public void setConnection(StreamPeer connection) {
        throw new UnsupportedOperationException("a browser takes no other connection than its own");
    }
}
