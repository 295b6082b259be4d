package io.github.pollhttp.testing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.BlockingWait;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.CollectedBody;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Timeout;

/** The backend of one client of a scripted network. */
final class ScriptedBackend implements Backend {
    private static final double CONNECT_SECONDS = 30; // as the JVM backend

    private final ScriptedNetwork network;
    private final Sender sender;

    /** Checks the settings that have no effect here. */
    private final Backend installed;
    private final Timeout connectTimeout;

    private Endpoint server;
    private boolean resolving;

    /** The reply that fails the connecting, or null. */
    private Reply connectReply;
    private long connectStart;
    private BackendFailure connectFailure;
    private Exchange exchange;
    private ArrivedBody collected;
    private long uploaded;

    /** Whether the connection has had a request. */
    private boolean served;

    ScriptedBackend(ScriptedNetwork network, Sender sender, Backend installed) {
        this.network = network;
        this.sender = sender;
        this.installed = installed;
        this.connectTimeout = new Timeout(clock(), CONNECT_SECONDS);
    }

    // Connecting

    @Override
    public Rejection connect(String host, int port, TLSOptions tlsOptions) {
        try {
            server = Endpoint.of(host, port, tlsOptions != null);
        } catch (RejectionException e) {
            return Rejection.of(e);
        }
        resolving = !server.isLiteral();
        served = false;
        exchange = null;
        connectFailure = null;
        connectStart = network.clock().nanoTime();
        connectReply = isBrowser() ? null : network.takeConnectFault(server.origin());
        return null;
    }

    private boolean isBrowser() {
        return network.page() != null;
    }

    @Override
    public String origin() {
        return server.origin();
    }

    @Override
    public boolean isResolving() {
        return resolving;
    }

    /** Takes one poll for the look-up of a name, and one to connect. */
    @Override
    public boolean pollConnecting() {
        Fault fault = connectReply == null ? null : connectReply.end().connectFault();
        if (fault != null && (!resolving || fault.phase() == Phase.RESOLVE)) {
            boolean isDue = network.clock().nanoTime() - connectStart >= connectReply.delayNanos();
            connectFailure = isDue && !fault.isSilence() ? fault.failure(origin()) : null;
            return false;
        }
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
        exchange = null;
    }

    // Requesting

    @Override
    public Rejection send(Method method, String url, List<String> headers, byte[] body) {
        return send(method, url, headers, List.of(BodyPart.of(body)), body.length);
    }

    @Override
    public Rejection sendFiles(Method method, String url, List<String> headers, List<BodyPart> parts) {
        return send(method, url, headers, parts, OutgoingRequest.LENGTH_UNKNOWN);
    }

    private Rejection send(Method method, String url, List<String> headers, List<BodyPart> parts, int length) {
        try {
            OutgoingRequest request = sender.checked(OutgoingRequest.of(method.token(), url, headers, length));
            collected = null;
            exchange = sender.send(server, method, request, parts, served);
            uploaded = sender.uploaded();
            served = true;
            return null;
        } catch (RejectionException e) {
            return Rejection.of(e);
        }
    }

    @Override
    public ResponseHead pollResponse() {
        return exchange.head();
    }

    @Override
    public BackendFailure failure() {
        return exchange == null ? connectFailure : exchange.failure();
    }

    // Reading

    @Override
    public CollectedBody collectBody(long limit) {
        collected = isBrowser() ? new ArrivedBody() : null;
        return collected;
    }

    @Override
    public int countBody(int limit) {
        return collected.collect(exchange, limit);
    }

    @Override
    public byte[] readBody(int limit) {
        ByteBuffer target = ByteBuffer.allocate(limit);
        return Arrays.copyOf(target.array(), exchange.read(target));
    }

    @Override
    public int readBody(ByteBuffer target) {
        return exchange.read(target);
    }

    @Override
    public boolean isBodyEnded() {
        return exchange.isEnded();
    }

    @Override
    public boolean persists() {
        return isBrowser() || !exchange.closesConnection();
    }

    @Override
    public long activity() {
        return exchange.activity();
    }

    @Override
    public long uploaded() {
        return uploaded;
    }

    // Time

    @Override
    public LongSupplier clock() {
        return network.clock()::nanoTime;
    }

    @Override
    public Timeout connectTimeout() {
        return isBrowser() ? null : connectTimeout;
    }

    /** Moves the clock instead of waiting. */
    @Override
    public BlockingWait blockingWait() {
        return nanos -> {
            network.clock().advance(Math.min(nanos, ScriptedNetwork.FRAME_NANOS));
            return !Thread.currentThread().isInterrupted();
        };
    }

    // Settings

    @Override
    public void setWebOptions(WebOptions options) {
        sender.setCredentials(options.credentials());
    }

    @Override
    public void setUploadProgress(boolean enabled) {
        sender.setUploadProgress(enabled);
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        sender.setDiagnostics(enabled);
    }

    @Override
    public void setLimits(ResponseLimits limits) {
        installed.setLimits(limits);
    }

    @Override
    public void setHttpProxy(String host, int port) {
        installed.setHttpProxy(host, port);
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        installed.setHttpsProxy(host, port);
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        installed.setProxyExclusions(hosts);
    }

    @Override
    public StreamPeer getConnection() {
        throw new UnsupportedOperationException("a scripted network has no streams.");
    }

    @Override
    public void setConnection(StreamPeer connection) {
        throw new UnsupportedOperationException("a scripted network cannot use a stream of the program.");
    }
}
