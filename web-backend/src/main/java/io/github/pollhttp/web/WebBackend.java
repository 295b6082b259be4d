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
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.BlockingWait;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.CollectedBody;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Timeout;
import io.github.pollhttp.web.request.WebRequestPlatform;

/** Sends a client's requests with {@code fetch}. The browser opens connections itself, so connecting changes the status but makes no traffic. */
final class WebBackend implements Backend {
    private OriginUrl server;
    private boolean resolving;
    private BrowserExchange exchange;

    // Null until a program asks for the feature, so that TeaVM leaves out the features that a program does not use.
    private JSObject options;
    private Diagnosis diagnosis;
    private XhrUploads uploads;
    private FileFailures files;

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
        return "the browser cannot parse the host " + Quoted.url(host) + "; use a host name or an IP address.";
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
        RequestHeaders lines = RequestHeaders.of(headers);
        boolean valid = FetchRequest.isValid(url, lines, body.length);
        Int8Array bytes = Int8Array.copyFromJavaArray(body);
        FetchRequest request = valid
                ? FetchRequest.of(server, method.name(), url, lines, bytes, options, Browser.PAGE)
                : null;
        if (request == null) {
            return new RequestRejection(valid, method, url, headers, body.length);
        }
        exchange = start(request, bytes);
        return null;
    }

    private BrowserExchange start(FetchRequest request, JSObject body) {
        return uploads == null ? FetchExchange.start(request) : uploads.start(request, body);
    }

    /** Not a {@code Function}, because TeaVM would check the type of its result, and JavaScript has no class of that name. */
    private interface RequestOfBody {
        FetchRequest make(JSObject body);
    }

    /** Checks the request with one byte as its body, because the browser opens the files later. */
    @Override
    public Rejection sendFiles(Method method, String url, List<String> headers, List<BodyPart> parts) {
        RequestHeaders lines = RequestHeaders.of(headers);
        boolean valid = FetchRequest.isValid(url, lines, OutgoingRequest.LENGTH_UNKNOWN);
        JSObject chosen = options; // the program may set others before the files are open
        RequestOfBody withBody = body -> FetchRequest.of(server, method.name(), url, lines, body, chosen, Browser.PAGE);
        FetchRequest checked = valid ? withBody.make(Int8Array.copyFromJavaArray(new byte[1])) : null;
        if (checked == null) {
            return new RequestRejection(valid, method, url, headers, OutgoingRequest.LENGTH_UNKNOWN);
        }
        if (uploads != null) {
            uploads.forget();
        }
        files = new FileFailures();
        FileExchange opening = FileExchange.begin(checked);
        exchange = opening;
        WebRequestPlatform.openBody(parts).then(body -> {
            if (!opening.isAborted()) {
                FileExchange.follow(opening, start(withBody.make(body), body));
            }
            return null;
        }, error -> {
            FileExchange.fail(opening, error);
            return null;
        });
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
        BackendFailure unreadable = files == null ? null : files.failure(server, exchange);
        if (unreadable != null) {
            return unreadable;
        }
        return diagnosis == null
                ? new FetchFailure(server, exchange, false)
                : diagnosis.failure(server, exchange);
    }

    // Reading

    @Override
    public CollectedBody collectBody(long limit) {
        return new BrowserBody(exchange, limit);
    }

    @Override
    public int countBody(int limit) {
        return CollectedChunks.count(exchange, limit);
    }

    @Override
    public byte[] readBody(int limit) {
        return Chunks.own(BrowserExchange.take(exchange, limit)).copyToJavaArray();
    }

    /** A direct buffer is memory of the browser, so the bytes are copied in one step. WasmGC would copy them to an array byte by byte. */
    @Override
    public int readBody(ByteBuffer target) {
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
                    "PollHTTP: setHttpProxy and setHttpsProxy have no effect in a browser, which uses its own proxy settings.");
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
    public void bypassCache() {
        options = FetchOptions.withoutCache(options);
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
        throw new UnsupportedOperationException("a browser does not give a page access to its connections.");
    }

    @Override
    public void setConnection(StreamPeer connection) {
        throw new UnsupportedOperationException("a browser cannot use a connection of the program; it opens its own.");
    }
}
