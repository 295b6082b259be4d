package io.github.pollhttp;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendException;
import io.github.pollhttp.spi.Endpoint;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.Proxy;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.ResponseHead;

/**
 * A backend without a network: it gives the answers that a test has queued and remembers what it was asked. A question for which nothing is
 * queued is answered with "not yet". It knows nothing of {@code Status}, as any backend.
 */
final class ScriptedBackend implements Backend {
    /** What happens while a blocking call waits; false if an interrupt ends the wait. */
    BooleanSupplier whileWaiting = () -> {
        throw new AssertionError("nothing waits but in blocking mode");
    };

    /** What another thread does just before the next close takes effect. */
    Runnable beforeNextClose = () -> {};

    private interface Answer<T> {
        T give() throws BackendException;
    }

    /** The calls that have an effect, by name and in order. */
    final List<String> calls = new ArrayList<>();
    Endpoint endpoint;
    TLSOptions tlsOptions;
    Proxy proxy;
    OutgoingRequest request;
    ResponseLimits limits;
    boolean diagnostics;
    boolean blocking;
    boolean canBlock = true;
    StreamPeer connection;

    /** Thrown by the next {@code connect} or {@code send}. */
    Refusal refusal;
    /** Runs once, inside of the next call that moves something. */
    Runnable meanwhile = () -> {};
    boolean idleConnectionLives = true;
    boolean reusable = true;
    long activity;
    /** How much the last read was allowed to take. */
    int lastReadLimit;

    private final Deque<Answer<Connecting>> connecting = new ArrayDeque<>();
    private final Deque<Answer<ResponseHead>> heads = new ArrayDeque<>();
    private ByteBuffer body = ByteBuffer.allocate(0);
    private boolean bodyIsWhole;
    private Failure bodyFailure;

    // What a test queues

    static Failure failure(Failure.Phase phase, Failure.Reason reason) {
        return new Failure(phase, reason, "example.com failed as the test says", null);
    }

    ScriptedBackend connects(Connecting... steps) {
        for (Connecting step : steps) {
            connecting.add(() -> step);
        }
        return this;
    }

    ScriptedBackend failsToConnect(Failure failure) {
        connecting.add(() -> {
            throw new BackendException(failure);
        });
        return this;
    }

    ScriptedBackend responds(ResponseHead head) {
        heads.add(() -> head);
        return this;
    }

    ScriptedBackend failsToRespond(Failure failure) {
        heads.add(() -> {
            throw new BackendException(failure);
        });
        return this;
    }

    /** Some bytes of the body, in place of those that were there. */
    ScriptedBackend bodyBytes(byte... bytes) {
        body = ByteBuffer.wrap(bytes);
        return this;
    }

    /** What has come of the body is all of it. */
    ScriptedBackend bodyEnds() {
        bodyIsWhole = true;
        return this;
    }

    /** What has come of the body is all that comes. */
    ScriptedBackend bodyBreaks(Failure failure) {
        bodyFailure = failure;
        return this;
    }

    // What the client asks

    @Override
    public void connect(Endpoint endpoint, TLSOptions tlsOptions, Proxy proxy) throws Refusal {
        called("connect");
        refuse();
        this.endpoint = endpoint;
        this.tlsOptions = tlsOptions;
        this.proxy = proxy;
    }

    @Override
    public Connecting pollConnecting() throws BackendException {
        called("pollConnecting");
        Answer<Connecting> next = connecting.poll();
        return next == null ? Connecting.CONNECTING : next.give();
    }

    @Override
    public boolean pollIdle() {
        called("pollIdle");
        return idleConnectionLives;
    }

    @Override
    public void send(OutgoingRequest request) throws Refusal {
        called("send");
        refuse();
        this.request = request;
    }

    @Override
    public ResponseHead pollResponse() throws BackendException {
        called("pollResponse");
        Answer<ResponseHead> next = heads.poll();
        return next == null ? null : next.give();
    }

    @Override
    public byte[] readBody(int limit) throws BackendException {
        ByteBuffer target = ByteBuffer.allocate(limit);
        return Arrays.copyOf(target.array(), take(target));
    }

    @Override
    public int readBody(ByteBuffer target) throws BackendException {
        return take(target);
    }

    private int take(ByteBuffer target) throws BackendException {
        called("readBody");
        lastReadLimit = target.remaining();
        if (!body.hasRemaining() && bodyFailure != null) {
            throw new BackendException(bodyFailure);
        }
        int count = Math.min(target.remaining(), body.remaining());
        for (int i = 0; i < count; i++) {
            target.put(body.get());
        }
        return count;
    }

    @Override
    public boolean isBodyEnded() {
        return bodyIsWhole && !body.hasRemaining();
    }

    @Override
    public boolean persists() {
        return reusable;
    }

    @Override
    public long activity() {
        return activity;
    }

    @Override
    public void setLimits(ResponseLimits limits) {
        this.limits = limits;
    }

    @Override
    public void setBlocking(boolean enabled) {
        if (!canBlock) {
            throw new UnsupportedOperationException();
        }
        blocking = enabled;
    }

    @Override
    public boolean await(long nanos) {
        called("await " + nanos);
        return whileWaiting.getAsBoolean();
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        diagnostics = enabled;
    }

    @Override
    public StreamPeer getConnection() {
        return connection;
    }

    @Override
    public void setConnection(StreamPeer connection) {
        called("setConnection");
        this.connection = connection;
    }

    @Override
    public void close() {
        Runnable meanwhile = beforeNextClose;
        beforeNextClose = () -> {};
        meanwhile.run();
        calls.add("close");
        connection = null;
    }

    private void called(String name) {
        calls.add(name);
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
    }

    private void refuse() throws Refusal {
        if (refusal != null) {
            throw refusal;
        }
    }
}
