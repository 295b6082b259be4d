package io.github.pollhttp.jvm;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.pollhttp.jvm.net.ConnectSequence;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.http1.RequestContent;
import io.github.pollhttp.jvm.net.Dialer;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Resolver;
import io.github.pollhttp.jvm.net.BlockingWaitSet;
import io.github.pollhttp.jvm.net.IoLoop;
import io.github.pollhttp.jvm.net.WaitSet;
import io.github.pollhttp.jvm.proxy.ProxySettings;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.BlockingWait;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.Timeout;

/** The backend of one client: connects to an origin, then passes each exchange to the connection. */
final class JvmBackend implements Backend {
    private static final double CONNECT_SECONDS = 30; // Godot's own setting
    private static final double MOST_IDLE_SECONDS = 60; // less than the routers of most home networks
    private static final double NANOS = 1e9;
    private static final byte[] NO_BYTES = {};

    private final Resolver resolver;
    private final LongSupplier nanoClock;
    private final String userAgent;
    private final Timeout connectTimeout;
    private final ProxySettings proxies = new ProxySettings();
    private ResponseLimits limits = ResponseLimits.DEFAULT;

    /** The value of Proxy-Authorization that the program has set, or null. */
    private String proxyAuthorization;
    private long mostIdleNanos = (long) (MOST_IDLE_SECONDS * NANOS);
    private FailureException failure;

    /** Null before the first connection, and if the program has supplied the stream. */
    private ConnectionPlan plan;

    /** Volatile, because another thread may call {@link #close()}. */
    private volatile ConnectSequence connecting;
    private volatile Http1Connection connection;
    private volatile WaitSet waiting;

    /** @param userAgent the value of the User-Agent header */
    JvmBackend(Resolver resolver, LongSupplier nanoClock, String userAgent) {
        this.resolver = resolver;
        this.nanoClock = nanoClock;
        this.userAgent = userAgent;
        this.connectTimeout = new Timeout(nanoClock, CONNECT_SECONDS);
    }

    // Connecting

    @Override
    public Rejection connect(String host, int port, TLSOptions tlsOptions) {
        try {
            Endpoint target = Endpoint.of(host, port, tlsOptions != null);
            ConnectionPlan next = new ConnectionPlan(target, tlsOptions, proxies.to(target), proxyAuthorization,
                    proxies.areUnset());
            drop();
            plan = next;
            connecting = new ConnectSequence(new Dialer(plan.dialled(), resolver, nanoClock, plan.failures()),
                    plan.steps(limits, userAgent));
            return null;
        } catch (RejectionException why) {
            return Rejection.of(why);
        }
    }

    @Override
    public String origin() {
        return plan == null ? "the connection" : plan.target().origin();
    }

    @Override
    public boolean isResolving() {
        return connecting.isResolving();
    }

    @Override
    public boolean pollConnecting() {
        try {
            StreamPeer stream = connecting.poll();
            if (stream == null) {
                registerWait();
                return false;
            }
            Http1Connection opened = new Http1Connection(stream, plan.peer(userAgent), nanoClock);
            opened.setMostIdleNanos(mostIdleNanos);
            connection = opened;
            return true;
        } catch (FailureException e) {
            failure = e;
            return false;
        }
    }

    @Override
    public Timeout connectTimeout() {
        return connectTimeout;
    }

    @Override
    public LongSupplier clock() {
        return nanoClock;
    }

    @Override
    public BackendFailure failure() {
        return failure;
    }

    @Override
    public boolean pollIdle() {
        try {
            return connection.pollIdle();
        } catch (FailureException e) {
            failure = e;
            return false;
        }
    }

    @Override
    public StreamPeer getConnection() {
        Http1Connection current = connection;
        return current == null ? null : current.stream();
    }

    @Override
    public void setConnection(StreamPeer stream) {
        drop();
        connection = new Http1Connection(stream, Http1Peer.ofProgramStream(userAgent), nanoClock);
    }

    @Override
    public BlockingWait blockingWait() {
        return this::await;
    }

    private boolean await(long nanos) {
        try (BlockingWaitSet waitSet = new BlockingWaitSet(nanos)) {
            waiting = waitSet;
            awaitedBy(waitSet);
            waitSet.await();
        } finally {
            waiting = null;
        }
        return !Thread.currentThread().isInterrupted();
    }

    private void awaitedBy(WaitSet waitSet) {
        if (connection == null) {
            connecting.awaitedBy(waitSet);
        } else {
            connection.awaitedBy(waitSet);
        }
    }

    /** On the thread of {@code setUseThreads}, registers what the call that sent a request or found nothing waits for. Other threads poll again in the next frame. */
    private void registerWait() {
        WaitSet waitSet = IoLoop.waitSet();
        if (waitSet != null) {
            awaitedBy(waitSet);
        }
    }

    @Override
    public void close() {
        Http1Connection open = connection;
        if (open != null) {
            open.close(); // before the steps below close the socket, because TLS sends close_notify
        }
        ConnectSequence sequence = connecting;
        if (sequence != null) {
            sequence.close();
        }
        WaitSet wait = waiting;
        if (wait != null) {
            wait.wake();
        }
    }

    /** Clears what close() has closed. close() itself must not clear it, because the thread of the client may still be using it. */
    private void drop() {
        failure = null;
        plan = null;
        connecting = null;
        connection = null;
    }

    // Exchanges

    @Override
    public Rejection send(Method method, String url, List<String> headers, byte[] body) {
        try {
            connection.send(OutgoingRequest.of(method.token(), url, headers, body.length), RequestContent.of(body),
                    limits);
            registerWait();
            return null;
        } catch (RejectionException why) {
            return Rejection.of(why);
        }
    }

    @Override
    public Rejection sendFiles(Method method, String url, List<String> headers, List<BodyPart> parts) {
        try {
            connection.sendFiles(
                    OutgoingRequest.of(method.token(), url, headers, OutgoingRequest.LENGTH_UNKNOWN), parts, limits);
            registerWait();
            return null;
        } catch (RejectionException why) {
            return Rejection.of(why);
        }
    }

    @Override
    public ResponseHead pollResponse() {
        try {
            ResponseHead head = connection.pollResponse();
            if (head == null) {
                registerWait();
            }
            return head;
        } catch (FailureException e) {
            failure = e;
            return null;
        }
    }

    @Override
    public byte[] readBody(int limit) {
        try {
            return connection.readBody(limit);
        } catch (FailureException e) {
            failure = e;
            return NO_BYTES;
        }
    }

    @Override
    public int readBody(ByteBuffer target) {
        try {
            int count = connection.readBody(target);
            if (count == 0) {
                registerWait();
            }
            return count;
        } catch (FailureException e) {
            failure = e;
            return 0;
        }
    }

    @Override
    public boolean isBodyEnded() {
        return connection.isBodyEnded();
    }

    @Override
    public boolean persists() {
        return connection.persists();
    }

    @Override
    public long activity() {
        return connection.activity();
    }

    // Settings

    @Override
    public void setLimits(ResponseLimits limits) {
        this.limits = limits;
    }

    @Override
    public void setMaxIdleTime(double seconds) {
        mostIdleNanos = seconds == 0 ? Long.MAX_VALUE : (long) (seconds * NANOS);
        Http1Connection current = connection;
        if (current != null && plan != null) { // how long a program's own stream lives is the program's business
            current.setMostIdleNanos(mostIdleNanos);
        }
    }

    @Override
    public void setProxyAuthorization(String value) {
        proxyAuthorization = value;
    }

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
    public void setWebOptions(WebOptions options) {
        // these options concern browsers only
    }

    @Override
    public void setUploadProgress(boolean enabled) {
        // the bytes are always counted, because that costs nothing
    }

    @Override
    public long uploaded() {
        Http1Connection current = connection;
        return current == null ? 0 : current.uploaded();
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        // the JVM knows the cause of each failure without a further request
    }
}
