package io.github.pollhttp.jvm.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.internal.Endpoint;

/** From a host and a port to a connection: looks the name up, then tries its addresses. */
public final class Dialer implements ConnectStep {
    private final int port;
    private final LongSupplier nanoClock;
    private final Failures failures;
    private CompletableFuture<List<InetAddress>> lookup;
    private final CloseScope opened = new CloseScope();
    private HappyEyeballs connecting;

    public Dialer(Endpoint endpoint, Resolver resolver, LongSupplier nanoClock, Failures failures) {
        this.port = endpoint.port();
        this.nanoClock = nanoClock;
        this.failures = failures;
        if (endpoint.isLiteral()) {
            connecting = attempts(List.of(DomainName.literal(endpoint.host())));
        } else {
            lookup = resolver.resolve(endpoint.host());
        }
    }

    private HappyEyeballs attempts(List<InetAddress> addresses) {
        HappyEyeballs attempts = new HappyEyeballs(addresses,
                address -> new TcpConnect(new InetSocketAddress(address, port), failures), nanoClock);
        opened.add(attempts::close);
        return attempts;
    }

    public boolean isResolving() {
        return lookup != null;
    }

    @Override
    public StreamPeer poll() throws FailureException {
        if (lookup == null) {
            return connecting.poll();
        }
        if (lookup.isDone()) {
            List<InetAddress> addresses = answer();
            lookup = null;
            connecting = attempts(addresses);
        }
        return null;
    }

    private List<InetAddress> answer() throws FailureException {
        try {
            return lookup.get();
        } catch (ExecutionException e) {
            throw failures.lookup(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError("a look-up that is done makes nobody wait", e);
        }
    }

    @Override
    public void awaitedBy(WaitSet readiness) {
        if (lookup == null) {
            connecting.awaitedBy(readiness);
        } else {
            readiness.onCompletion(lookup);
        }
        if (opened.isClosed()) {
            readiness.wake(); // close() came before there was a wait to end
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
