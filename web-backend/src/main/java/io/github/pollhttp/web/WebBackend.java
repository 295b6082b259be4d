package io.github.pollhttp.web;

import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendException;
import io.github.pollhttp.spi.Endpoint;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.Proxy;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.ResponseHead;
import org.teavm.jso.typedarrays.Int8Array;

/** A client's exchanges as fetches. A browser opens connections by itself, so connecting is a walk through the statuses. */
final class WebBackend implements Backend {
    private static final byte[] NO_BYTES = {};

    private Endpoint endpoint;
    private Connecting connecting;
    private OutgoingRequest request;
    private Mailbox mailbox;
    private Probe probe;
    private boolean diagnostics;

    // Connecting

    @Override
    public void connect(Endpoint target, TLSOptions tlsOptions, Proxy proxy) {
        if (proxy != null) {
            Browser.warn("PollHTTP: the browser's own proxy holds, not the program's");
        }
        endpoint = target;
        connecting = target.isLiteral() ? Connecting.CONNECTING : Connecting.RESOLVING;
    }

    @Override
    public Connecting pollConnecting() {
        connecting = connecting == Connecting.RESOLVING ? Connecting.CONNECTING : Connecting.DONE;
        return connecting;
    }

    @Override
    public boolean pollIdle() {
        return true;
    }

    @Override
    public void close() {
        if (mailbox != null) {
            mailbox.abort();
            mailbox = null;
        }
        if (probe != null) {
            probe.abort();
            probe = null;
        }
    }

    // Requesting

    @Override
    public void send(OutgoingRequest next) throws Refusal {
        checkPossible(next);
        request = next;
        probe = null;
        mailbox = null;
        if (!isMixedContent()) {
            Int8Array body = next.body().length == 0 ? null : Int8Array.copyFromJavaArray(next.body());
            mailbox = new Mailbox(url(), name(next.method()), RequestHeaders.allowed(next.headers()), body);
        }
    }

    private static void checkPossible(OutgoingRequest request) throws Refusal {
        switch (request.method()) {
            case METHOD_TRACE, METHOD_CONNECT ->
                throw Refusal.unavailable("a browser sends neither TRACE nor CONNECT for a page");
            case METHOD_GET, METHOD_HEAD -> {
                if (request.body().length > 0) {
                    throw Refusal.unavailable("a browser sends no body with GET and HEAD");
                }
            }
            default -> {
            }
        }
        if (!request.target().startsWith("/")) {
            throw Refusal
                    .unavailable("a browser sends requests to a path alone; connect to the host and begin with \"/\"");
        }
    }

    @Override
    public ResponseHead pollResponse() throws BackendException {
        if (mailbox == null) {
            throw failures().mixedContent();
        }
        if (mailbox.response() != null) {
            return new FetchResponseHead(mailbox.response(), request.method() == Method.METHOD_HEAD);
        }
        if (mailbox.isFailed()) {
            findCause();
        }
        return null;
    }

    private void findCause() throws BackendException {
        if (Browser.isOffline() && isNotLoopback()) {
            throw failures().offline();
        }
        boolean crossOrigin = !endpoint.origin().equals(Browser.pageOrigin());
        if (diagnostics && crossOrigin
                && (request.method() == Method.METHOD_GET || request.method() == Method.METHOD_HEAD)) {
            if (probe == null) {
                probe = new Probe(url());
            }
            if (!probe.isSettled()) {
                return;
            }
            if (probe.isAnswered()) {
                throw failures().corsRefused();
            }
        }
        throw failures().networkOrCors(crossOrigin);
    }

    private boolean isMixedContent() {
        return !endpoint.tls() && Browser.pageOrigin().startsWith("https:") && isNotLoopback();
    }

    /** Loopback is reached without a network, and counts as secure without TLS (Secure Contexts, section 3.1). */
    private boolean isNotLoopback() {
        String host = endpoint.host();
        return !host.equals("localhost") && !host.startsWith("127.") && !host.equals("::1");
    }

    private String url() {
        return endpoint.origin() + request.target();
    }

    private static String name(Method method) {
        return method.name().substring("METHOD_".length());
    }

    private Failures failures() {
        return new Failures(endpoint.origin());
    }

    // Reading

    @Override
    public byte[] readBody(int limit) throws BackendException {
        Int8Array bytes = take(limit);
        return bytes == null ? NO_BYTES : javaArray(bytes);
    }

    @Override
    public int readBody(ByteBuffer target) throws BackendException {
        Int8Array bytes = take(target.remaining());
        if (bytes == null) {
            return 0;
        }
        target.put(javaArray(bytes));
        return bytes.getLength();
    }

    /**
     * In JavaScript TeaVM 0.16 makes no copy but an array upon the same memory, and its {@code ByteBuffer.put(byte[])} forgets where in that
     * memory the array begins; so what begins in the middle is moved first.
     */
    private static byte[] javaArray(Int8Array bytes) {
        Int8Array fromStart = bytes.getByteOffset() == 0 ? bytes : new Int8Array(bytes);
        return fromStart.copyToJavaArray();
    }

    private Int8Array take(int limit) throws BackendException {
        if (mailbox.isFailed()) {
            throw failures().brokenBody();
        }
        return limit == 0 ? null : mailbox.take(limit);
    }

    @Override
    public boolean isBodyEnded() {
        return mailbox.isEnded();
    }

    @Override
    public boolean persists() {
        return true;
    }

    @Override
    public long activity() {
        return mailbox == null ? 0 : mailbox.activity();
    }

    // Settings

    @Override
    public void setLimits(ResponseLimits limits) {
        // the browser has limits of its own
    }

    @Override
    public void setBlocking(boolean enabled) {
        if (enabled) {
            throw new UnsupportedOperationException("nothing may block the browser's one thread; poll once a frame");
        }
    }

    @Override
    public boolean await(long nanos) {
        throw new IllegalStateException("blocking mode is never on");
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        diagnostics = enabled;
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
