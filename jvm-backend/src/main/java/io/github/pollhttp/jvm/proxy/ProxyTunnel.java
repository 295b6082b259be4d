package io.github.pollhttp.jvm.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.http1.Http1Exchange;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.jvm.http1.RequestContent;
import io.github.pollhttp.jvm.net.Buffers;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.net.HandedOverStream;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;
import io.github.pollhttp.spi.ResponseHead;

/**
 * Asks an HTTP proxy for a tunnel (RFC 9110 section 9.3.6). The HTTP/1.1 engine parses the response within its limits. Any 2xx response opens the
 * tunnel; its Content-Length is ignored, and the first byte after its head already belongs to the origin.
 */
public final class ProxyTunnel implements ConnectStep {
    private final StreamPeer proxy;
    private final Failures failures;
    private final Http1Exchange exchange;

    /**
     * @param proxy    connected to the proxy
     * @param request  the CONNECT request
     * @param limits   how much of the proxy's response to accept
     * @param failures makes the failures of the tunnel
     */
    public ProxyTunnel(StreamPeer proxy, TunnelRequest request, ResponseLimits limits, Failures failures) {
        this.proxy = proxy;
        this.failures = failures;
        this.exchange = new Http1Exchange("", request.target(), request.userAgent());
        exchange.begin(request.toOutgoing(), RequestContent.NONE, request.target(), limits);
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

    private void send() throws IOException, FailureException {
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
    public void awaitedBy(WaitSet waitSet) {
        Selectable.await(proxy, waitSet, exchange.hasOutput());
    }

    @Override
    public void close() {
        proxy.close();
    }
}
