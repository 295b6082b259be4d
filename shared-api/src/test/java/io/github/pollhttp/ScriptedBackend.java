package io.github.pollhttp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.CollectedBody;
import io.github.pollhttp.spi.BlockingWait;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Timeout;

/**
 * A backend without a network: it gives the answers that a test has queued and remembers what it was asked. A question for which nothing is
 * queued is answered with "not yet". It knows nothing of {@code Status}, as any backend.
 */
public final class ScriptedBackend implements Backend {
    /** What happens while a blocking call waits; false if an interrupt ends the wait. */
    BooleanSupplier whileWaiting = () -> {
        throw new AssertionError("nothing waits but in blocking mode");
    };

    /** What another thread does just before the next close takes effect. */
    Runnable beforeNextClose = () -> {};

    public ScriptedBackend(ManualClock clock) {
        this.clock = clock;
        this.connectTimeout = new Timeout(clock, 30);
    }

    /** How far a connection has come, in the words of a script. */
    public enum Connecting {
        RESOLVING, CONNECTING, DONE
    }

    /** The other end of the connection. It queues its answers on the backend while the client asks; without a peer, a test queues them itself. */
    interface Peer {
        void connecting(Endpoint target);

        void receive(OutgoingRequest request, byte[] body);

        /** Called while a response is awaited and none is queued. */
        void respond();
    }

    private interface Answer<T> {
        T give() throws FailureException;
    }

    /** The calls that have an effect, by name and in order. */
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    Endpoint endpoint;
    TLSOptions tlsOptions;
    public OutgoingRequest request;
    byte[] requestBody;
    List<BodyPart> parts;
    ResponseLimits limits;
    boolean diagnostics;
    boolean canBlock = true;
    boolean resolving;
    private BackendFailure failure;
    private final ManualClock clock;
    private final Timeout connectTimeout;
    StreamPeer connection;

    /** Thrown by the next {@code connect} or {@code send}. */
    RejectionException refusal;
    /** Runs once, inside of the next call that moves something. */
    public Runnable meanwhile = () -> {};
    boolean idleConnectionLives = true;
    boolean reusable = true;
    long activity;
    /** The number of bytes of the request's body that have been sent. */
    public long uploaded;
    /** How much the last read was allowed to take. */
    int lastReadLimit;

    /** Each body that this backend collects, as a browser does for requests; null to collect none. */
    public CollectedBody collector;
    /** The limit for the last collected body. */
    public long collectorLimit;

    private final Deque<Answer<Connecting>> connecting = new ArrayDeque<>();
    private final Deque<Answer<ResponseHead>> heads = new ArrayDeque<>();
    private ByteBuffer body = ByteBuffer.allocate(0);
    private boolean bodyIsWhole;
    private Failure bodyFailure;
    private Peer peer;

    /** A client that uses this backend. */
    public HTTPClient client() {
        return new PollingClient(this);
    }

    /** Has the peer queue the answers. */
    void setPeer(Peer peer) {
        this.peer = peer;
    }

    // What a test queues

    static Failure failure(Failure.Phase phase, Failure.Reason reason) {
        return new Failure(phase, reason, "example.com failed as the test says", null);
    }

    public ScriptedBackend connects(Connecting... steps) {
        for (Connecting step : steps) {
            connecting.add(() -> step);
        }
        return this;
    }

    ScriptedBackend failsToConnect(Failure failure) {
        connecting.add(() -> {
            throw new FailureException(failure);
        });
        return this;
    }

    public ScriptedBackend responds(ResponseHead head) {
        heads.add(() -> head);
        return this;
    }

    ScriptedBackend failsToRespond(Failure failure) {
        heads.add(() -> {
            throw new FailureException(failure);
        });
        return this;
    }

    /** Some bytes of the body, in place of those that were there. */
    public ScriptedBackend bodyBytes(byte... bytes) {
        body = ByteBuffer.wrap(bytes);
        return this;
    }

    /** What has come of the body is all of it. */
    public ScriptedBackend bodyEnds() {
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
    public Rejection connect(String host, int port, TLSOptions tlsOptions) {
        try {
            Endpoint target = Endpoint.of(host, port, tlsOptions != null);
            called("connect");
            refuse();
            this.endpoint = target;
            this.tlsOptions = tlsOptions;
            this.resolving = !target.isLiteral();
            this.failure = null;
            if (peer != null) {
                forgetAnswers();
                peer.connecting(target);
            }
            return null;
        } catch (RejectionException why) {
            return Rejection.of(why);
        }
    }

    @Override
    public String origin() {
        return endpoint == null ? "the connection" : endpoint.origin();
    }

    @Override
    public boolean isResolving() {
        return resolving;
    }

    @Override
    public boolean pollConnecting() {
        called("pollConnecting");
        Answer<Connecting> next = connecting.poll();
        Connecting step = next == null ? Connecting.CONNECTING : given(next);
        resolving = step == Connecting.RESOLVING;
        return step == Connecting.DONE;
    }

    private <T> T given(Answer<T> answer) {
        try {
            return answer.give();
        } catch (FailureException e) {
            failure = e;
            return null;
        }
    }

    @Override
    public BackendFailure failure() {
        return failure;
    }

    @Override
    public LongSupplier clock() {
        return clock;
    }

    @Override
    public Timeout connectTimeout() {
        return connectTimeout;
    }

    @Override
    public boolean pollIdle() {
        called("pollIdle");
        return idleConnectionLives;
    }

    @Override
    public Rejection send(Method method, String url, List<String> headers, byte[] body) {
        try {
            OutgoingRequest right = OutgoingRequest.of(method.token(), url, headers, body.length);
            called("send");
            refuse();
            this.request = right;
            requestBody = body;
            if (peer != null) {
                forgetAnswers();
                peer.receive(right, body);
                uploaded = body.length;
            }
            return null;
        } catch (RejectionException why) {
            return Rejection.of(why);
        }
    }

    @Override
    public Rejection sendFiles(Method method, String url, List<String> headers, List<BodyPart> parts) {
        try {
            request = OutgoingRequest.of(method.token(), url, headers, OutgoingRequest.LENGTH_UNKNOWN);
            called("sendFiles");
            this.parts = parts;
            return null;
        } catch (RejectionException why) {
            return Rejection.of(why);
        }
    }

    @Override
    public CollectedBody collectBody(long limit) {
        collectorLimit = limit;
        return collector;
    }

    @Override
    public int countBody(int limit) {
        return take(ByteBuffer.allocate(limit));
    }

    @Override
    public ResponseHead pollResponse() {
        called("pollResponse");
        if (peer != null && heads.isEmpty()) {
            peer.respond();
        }
        Answer<ResponseHead> next = heads.poll();
        return next == null ? null : given(next);
    }

    @Override
    public byte[] readBody(int limit) {
        ByteBuffer target = ByteBuffer.allocate(limit);
        return Arrays.copyOf(target.array(), take(target));
    }

    @Override
    public int readBody(ByteBuffer target) {
        return take(target);
    }

    private int take(ByteBuffer target) {
        called("readBody");
        lastReadLimit = target.remaining();
        if (!body.hasRemaining() && bodyFailure != null) {
            failure = new FailureException(bodyFailure);
            return 0;
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
    public BlockingWait blockingWait() {
        if (!canBlock) {
            throw new UnsupportedOperationException();
        }
        return nanos -> {
            called("await " + nanos);
            return whileWaiting.getAsBoolean();
        };
    }

    @Override
    public void setHttpProxy(String host, int port) {
        calls.add("setHttpProxy " + host + " " + port);
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        calls.add("setHttpsProxy " + host + " " + port);
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        calls.add("setProxyExclusions " + hosts);
    }

    @Override
    public void setWebOptions(WebOptions options) {
        calls.add("setWebOptions " + options);
    }

    @Override
    public void setUploadProgress(boolean enabled) {
        calls.add("setUploadProgress " + enabled);
    }

    @Override
    public long uploaded() {
        return uploaded;
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
        this.endpoint = null;
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

    private void forgetAnswers() {
        connecting.clear();
        heads.clear();
        body = ByteBuffer.allocate(0);
        bodyIsWhole = false;
        bodyFailure = null;
        reusable = true;
    }

    private void called(String name) {
        calls.add(name);
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
    }

    private void refuse() throws RejectionException {
        if (refusal != null) {
            throw refusal;
        }
    }
}
