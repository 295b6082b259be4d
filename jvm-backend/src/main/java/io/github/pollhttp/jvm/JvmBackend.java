package io.github.pollhttp.jvm;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

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

/** Takes the way to an origin and hands exchanges to the connection at its end. */
final class JvmBackend implements Backend {
    private final Resolver resolver;
    private final LongSupplier nanoClock;
    private ResponseLimits limits = ResponseLimits.DEFAULT;
    private ConnectionPlan plan;

    /** These are volatile for close(), which may come from another thread. */
    private volatile Route route;
    private volatile Http1Connection connection;
    private volatile Readiness waiting;

    JvmBackend(Resolver resolver, LongSupplier nanoClock) {
        this.resolver = resolver;
        this.nanoClock = nanoClock;
    }

    // Connecting

    @Override
    public void connect(Endpoint target, TLSOptions tlsOptions, Proxy proxy) throws Refusal {
        drop();
        plan = ConnectionPlan.of(target, tlsOptions, proxy);
        route = new Route(new Dialer(plan.firstHop(), resolver, nanoClock, plan.failures()), plan.steps(limits));
    }

    @Override
    public Connecting pollConnecting() throws BackendException {
        StreamPeer stream = route.poll();
        if (stream == null) {
            return route.isResolving() ? Connecting.RESOLVING : Connecting.CONNECTING;
        }
        connection = new Http1Connection(stream, plan.target().origin(), plan.asciiTarget().authority(),
                plan.absoluteForm());
        return Connecting.DONE;
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
    public boolean await(long nanos) {
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
        plan = null;
        route = null;
        connection = null;
    }

    // Exchanges

    @Override
    public void send(OutgoingRequest request) throws Refusal {
        connection.send(request, limits);
    }

    @Override
    public ResponseHead pollResponse() throws BackendException {
        return connection.pollResponse();
    }

    @Override
    public byte[] readBody(int limit) throws BackendException {
        return connection.readBody(limit);
    }

    @Override
    public int readBody(ByteBuffer target) throws BackendException {
        return connection.readBody(target);
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
    public void setBlocking(boolean enabled) {
        // every wait is asked for by itself, see await
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        // the JVM knows why something failed without asking again
    }
}
