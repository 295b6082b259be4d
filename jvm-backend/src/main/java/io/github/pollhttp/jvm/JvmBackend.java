package io.github.pollhttp.jvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

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

/** From a name to a connection: looks it up, opens it, and hands exchanges to it. */
final class JvmBackend implements Backend {
    private ResponseLimits limits = ResponseLimits.DEFAULT;
    private Endpoint endpoint;
    private Future<InetAddress[]> lookup;

    /** The two are volatile for close(), which may come from another thread. */
    private volatile Connector connector;
    private volatile Http1Connection connection;

    // Connecting

    @Override
    public void connect(Endpoint target, TLSOptions tlsOptions, Proxy proxy) throws Refusal {
        if (target.tls()) {
            throw Refusal.unavailable("https is not there yet on the JVM");
        }
        if (proxy != null) {
            throw Refusal.unavailable("proxies are not there yet on the JVM");
        }
        drop();
        endpoint = target;
        if (target.isLiteral()) {
            connector = new Connector(literal(target.host()), target.port());
        } else {
            lookup = Resolver.resolve(target.host());
        }
    }

    private static InetAddress[] literal(String address) throws Refusal {
        try {
            return new InetAddress[]{InetAddress.getByName(address)}; // asks nobody for a literal
        } catch (UnknownHostException e) {
            throw Refusal.invalid("\"" + address + "\" is no address");
        }
    }

    @Override
    public Connecting pollConnecting() throws BackendException {
        if (lookup != null) {
            return pollLookup();
        }
        try {
            TcpStream stream = connector.poll();
            if (stream == null) {
                return Connecting.CONNECTING;
            }
            connection = new Http1Connection(stream, endpoint.origin(), hostHeader());
            return Connecting.DONE;
        } catch (IOException e) {
            throw new Failures(endpoint.origin()).connect(e);
        }
    }

    private Connecting pollLookup() throws BackendException {
        if (!lookup.isDone()) {
            return Connecting.RESOLVING;
        }
        try {
            connector = new Connector(lookup.get(), endpoint.port());
            lookup = null;
            return Connecting.CONNECTING;
        } catch (ExecutionException e) {
            throw new Failures(endpoint.origin()).lookup(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError("a look-up that is done makes nobody wait", e);
        }
    }

    private String hostHeader() {
        return endpoint.isLiteral()
                ? endpoint.authority()
                : new Endpoint(endpoint.tls(), Resolver.asciiName(endpoint.host()), endpoint.port()).authority();
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
        connection = new Http1Connection(stream, "", "");
    }

    @Override
    public void close() {
        Connector connecting = connector;
        if (connecting != null) {
            connecting.close();
        }
        Http1Connection current = connection;
        if (current != null) {
            current.close();
        }
    }

    /** Forgets what close() has closed; not there, for the client's own thread may be at work with it. */
    private void drop() {
        connector = null;
        connection = null;
        lookup = null;
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
        if (enabled) {
            throw new UnsupportedOperationException("blocking mode is not there yet on the JVM");
        }
    }

    @Override
    public void setDiagnostics(boolean enabled) {
        // the JVM knows why something failed without asking again
    }
}
