package io.github.pollhttp.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.Proxy;
import io.github.pollhttp.internal.Proxy.Protocol;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.net.ConnectSequence;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.proxy.AbsoluteForm;
import io.github.pollhttp.jvm.proxy.ProxyCredentials;
import io.github.pollhttp.jvm.proxy.ProxyTunnel;
import io.github.pollhttp.jvm.proxy.Socks5;
import io.github.pollhttp.jvm.proxy.SocksAddress;
import io.github.pollhttp.jvm.proxy.TunnelRequest;
import io.github.pollhttp.jvm.tls.TlsHandshake;

/**
 * The origin of a connection and the steps that lead to it. Each connection has its own plan, so that settings made later do not change it.
 * For the thread of the client only.
 */
final class ConnectionPlan {
    private final Endpoint target;
    private final TLSOptions tlsOptions;
    private final Proxy proxy;
    private final ProxyCredentials credentials;
    private final String proxyAuthorization;
    private final boolean noProxySet;
    private final Failures failures;

    /**
     * @param target             the origin
     * @param tlsOptions         how to check the certificate of an https origin; null for the defaults
     * @param proxy              the proxy to connect through, or null for none
     * @param proxyAuthorization the value of Proxy-Authorization that the program has set for HTTP proxies; null to use the proxy's user and password
     * @param noProxySet         whether the program has set no proxy for any scheme; only then may the TLS handshake ask OCSP responders
     * @throws RejectionException if the proxy's credentials are too long for SOCKS 5
     */
    ConnectionPlan(Endpoint target, TLSOptions tlsOptions, Proxy proxy, String proxyAuthorization,
            boolean noProxySet) throws RejectionException {
        this.target = target;
        this.tlsOptions = tlsOptions;
        this.proxy = proxy;
        this.credentials = proxy == null ? null : ProxyCredentials.of(proxy.userInfo());
        this.proxyAuthorization = proxyAuthorization != null || credentials == null
                ? proxyAuthorization
                : credentials.basic();
        this.noProxySet = noProxySet;
        this.failures = Failures.to(target, proxy);
        if (credentials != null && proxy.protocol() == Protocol.SOCKS5 && !credentials.fitSocks()) {
            throw RejectionException.invalid("the user or the password of the SOCKS 5 proxy is longer than 255 bytes,"
                    + " the limit of SOCKS 5; use shorter ones.");
        }
    }

    Endpoint target() {
        return target;
    }

    Failures failures() {
        return failures;
    }

    /** The host to open a TCP connection to: the proxy, or the origin if there is no proxy. */
    Endpoint dialled() {
        return proxy == null ? target : proxy.endpoint();
    }

    /**
     * The steps after the TCP connection: the proxy's tunnel and the TLS handshake, as far as the origin needs them.
     *
     * @param limits    how much of the response to CONNECT to accept
     * @param userAgent the value of the User-Agent header of CONNECT
     */
    List<ConnectSequence.Step> steps(ResponseLimits limits, String userAgent) {
        List<ConnectSequence.Step> steps = new ArrayList<>();
        if (proxy != null && proxy.protocol() == Protocol.SOCKS5) {
            steps.add(stream -> new Socks5(stream, new SocksAddress(target), credentials, failures));
        } else if (proxy != null && target.tls()) {
            steps.add(stream -> connectTunnel(stream, limits, userAgent));
        }
        if (target.tls()) {
            steps.add(stream -> new TlsHandshake(stream, target, tlsOptions, noProxySet, failures));
        }
        return steps;
    }

    private ProxyTunnel connectTunnel(StreamPeer stream, ResponseLimits limits, String userAgent) {
        return new ProxyTunnel(stream, new TunnelRequest(target.hostAndPort(), proxyAuthorization, userAgent), limits,
                failures);
    }

    /** The peer on the connection that the steps have opened. */
    Http1Peer peer(String userAgent) {
        return new Http1Peer(target.origin(), target.authority(), requestForm(), userAgent, failures);
    }

    private UnaryOperator<OutgoingRequest> requestForm() {
        if (proxy == null && noProxySet) {
            return TunnelRequest::direct;
        }
        boolean toOrigin = proxy == null || target.tls() || proxy.protocol() == Protocol.SOCKS5;
        return toOrigin ? TunnelRequest::tunnelled : new AbsoluteForm(target.origin(), proxyAuthorization)::of;
    }
}
