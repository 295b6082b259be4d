package io.github.pollhttp.jvm.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.http1.Http1Exchange;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.jvm.net.Buffers;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.net.HandedOverStream;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;
import io.github.pollhttp.spi.ResponseHead;

/**
 * Asks an HTTP proxy for a tunnel (RFC 9110 section 9.3.6). Its response is read by the engine, within the engine's limits, and ends here: any
 * 2xx opens the tunnel, whatever length it announces, and the byte behind its head is the origin's first.
 */
public final class ProxyTunnel implements ConnectStep {
    private final StreamPeer proxy;
    private final Failures failures;
    private final Http1Exchange exchange;

    /**
     * @param proxy  connected to the proxy
     * @param limits how much of the proxy's response to accept
     */
    public ProxyTunnel(StreamPeer proxy, TunnelRequest request, ResponseLimits limits, Failures failures) {
        this.proxy = proxy;
        this.failures = failures;
        this.exchange = new Http1Exchange("", request.target(), request.userAgent());
        exchange.begin(request.toOutgoing(), request.target(), limits);
    }

    @Override
    public StreamPeer poll() throws FailureException {
        try {
            if (exchange.hasOutput()) {
                send();
            }
            return receive();
        } catch (IOException e) {
            close();
            throw failures.proxyClosed(e);
        } catch (ProtocolException e) {
            close();
            throw failures.of(Phase.PROXY, e.reason(), e.getMessage(), e);
        }
    }

    private void send() throws IOException {
        ByteBuffer out = Buffers.send(exchange.unsent());
        exchange.copyOutput(out);
        exchange.outputSent(proxy.write(out.flip()));
    }

    private StreamPeer receive() throws IOException, ProtocolException, FailureException {
        ByteBuffer in = Buffers.receive();
        if (proxy.read(in) < 0) {
            close();
            throw failures.proxyClosed(null);
        }
        ResponseHead response = exchange.receiveHead(in.flip());
        if (response == null) {
            return null;
        }
        if (response.code() < 200 || response.code() > 299) {
            close();
            throw failures.proxyAnswered(response.code());
        }
        return in.hasRemaining() ? new HandedOverStream(in, proxy) : proxy;
    }

    @Override
    public void awaitedBy(WaitSet readiness) {
        Selectable.await(proxy, readiness, exchange.hasOutput());
    }

    @Override
    public void close() {
        proxy.close();
    }
}
