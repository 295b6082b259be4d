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

/** Opens a TCP connection to a host and port: looks up the name, then tries its addresses. */
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
        opened.add(attempts);
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
            throw new AssertionError("get() does not block after isDone()", e);
        }
    }

    @Override
    public void awaitedBy(WaitSet waitSet) {
        if (lookup == null) {
            connecting.awaitedBy(waitSet);
        } else {
            waitSet.onCompletion(lookup);
        }
        if (opened.isClosed()) {
            waitSet.wake(); // close() was called before the wait began
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
