package io.github.pollhttp.jvm;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendException;
import io.github.pollhttp.spi.Endpoint;
import io.github.pollhttp.spi.Fault;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.PortableRules;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.Refused;
import io.github.pollhttp.spi.ResponseHead;
import io.github.pollhttp.spi.TimeLimit;
import io.github.pollhttp.spi.Waiter;

/** Takes the way to an origin and hands exchanges to the connection at its end. */
final class JvmBackend implements Backend {
    private static final double CONNECT_SECONDS = 30; // Godot's own setting
    private static final byte[] NO_BYTES = {};

    private final Resolver resolver;
    private final LongSupplier nanoClock;
    private final TimeLimit connectLimit;
    private final ProxySettings proxies = new ProxySettings();
    private ResponseLimits limits = ResponseLimits.DEFAULT;
    private boolean strictPortable;
    private BackendException fault;
    private ConnectionPlan plan;

    /** These are volatile for close(), which may come from another thread. */
    private volatile Route route;
    private volatile Http1Connection connection;
    private volatile Readiness waiting;

    JvmBackend(Resolver resolver, LongSupplier nanoClock) {
        this.resolver = resolver;
        this.nanoClock = nanoClock;
        this.connectLimit = new TimeLimit(nanoClock, CONNECT_SECONDS);
    }

    // Connecting

    @Override
    public Refused connect(String host, int port, TLSOptions tlsOptions) {
        try {
            Endpoint target = Endpoint.of(host, port, tlsOptions != null);
            if (strictPortable) {
                PortableRules.check(target.port(), tlsOptions);
            }
            ConnectionPlan next = ConnectionPlan.of(target, tlsOptions, proxies.to(target));
            drop();
            plan = next;
            route = new Route(new Dialer(plan.firstHop(), resolver, nanoClock, plan.failures()), plan.steps(limits));
            return null;
        } catch (Refusal why) {
            return why;
        }
    }

    @Override
    public String origin() {
        return plan == null ? "the connection" : plan.target().origin();
    }

    @Override
    public boolean isResolving() {
        return route.isResolving();
    }

    @Override
    public boolean pollConnecting() {
        try {
            StreamPeer stream = route.poll();
            if (stream == null) {
                return false;
            }
            connection = new Http1Connection(stream, plan.target().origin(), plan.asciiTarget().authority(),
                    plan.absoluteForm());
            return true;
        } catch (BackendException e) {
            fault = e;
            return false;
        }
    }

    @Override
    public TimeLimit connectLimit() {
        return connectLimit;
    }

    @Override
    public LongSupplier clock() {
        return nanoClock;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public boolean pollIdle() {
        return connection.pollIdle();
    }

    @Override
    public StreamPeer getConnection() {
        Http1Connection current = connection;
        return current == null ? null : current.stream();
    }

    @Override
    public void setConnection(StreamPeer stream) {
        drop();
        connection = new Http1Connection(stream, "", "", null);
    }

    @Override
    public Waiter waiter() {
        return this::await;
    }

    private boolean await(long nanos) {
        try (Readiness readiness = new Readiness(nanos)) {
            waiting = readiness;
            if (connection == null) {
                route.awaitedBy(readiness);
            } else {
                connection.awaitedBy(readiness);
            }
            readiness.await();
        } finally {
            waiting = null;
        }
        return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        Http1Connection open = connection;
        if (open != null) {
            open.close(); // before the steps that led to it, for TLS says goodbye
        }
        Route connecting = route;
        if (connecting != null) {
            connecting.close();
        }
        Readiness wait = waiting;
        if (wait != null) {
            wait.wake();
        }
    }

    /** Forgets what close() has closed; not there, for the client's own thread may be at work with it. */
    private void drop() {
        fault = null;
        plan = null;
        route = null;
        connection = null;
    }

    // Exchanges

    @Override
    public Refused send(Method method, String url, List<String> headers, byte[] body) {
        try {
            OutgoingRequest request = OutgoingRequest.of(method, url, headers, body);
            if (strictPortable) {
                PortableRules.check(request);
            }
            connection.send(request, limits);
            return null;
        } catch (Refusal why) {
            return why;
        }
    }

    @Override
    public ResponseHead pollResponse() {
        try {
            return connection.pollResponse();
        } catch (BackendException e) {
            fault = e;
            return null;
        }
    }

    @Override
    public byte[] readBody(int limit) {
        try {
            return connection.readBody(limit);
        } catch (BackendException e) {
            fault = e;
            return NO_BYTES;
        }
    }

    @Override
    public int readBody(ByteBuffer target) {
        try {
            return connection.readBody(target);
        } catch (BackendException e) {
            fault = e;
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
    public void setStrictPortable(boolean enabled) {
        strictPortable = enabled;
    }

    @Override
    public void setWebOptions(WebOptions options) {
        // there is no page, no cookie and no cache
    }

    @Override
    public void setUploadProgress(boolean enabled) {
        // the count costs nothing and is always there
    }

    @Override
    public long uploaded() {
        Http1Connection current = connection;
        return current == null ? 0 : current.uploaded();
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        // the JVM knows why something failed without asking again
    }
}
