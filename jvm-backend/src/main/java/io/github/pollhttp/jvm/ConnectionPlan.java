package io.github.pollhttp.jvm;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.jvm.net.ConnectSequence;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Proxy;
import io.github.pollhttp.internal.Proxy.Protocol;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.net.DomainName;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.proxy.AbsoluteForm;
import io.github.pollhttp.jvm.proxy.ProxyCredentials;
import io.github.pollhttp.jvm.proxy.ProxyTunnel;
import io.github.pollhttp.jvm.proxy.Socks5;
import io.github.pollhttp.jvm.proxy.SocksAddress;
import io.github.pollhttp.jvm.tls.TlsHandshake;

/**
 * Where a client goes and by which way. Each connection has a plan of its own, which settings made later do not change.
 *
 * @param target      the origin
 * @param tlsOptions  how to check an https origin, or null
 * @param proxy       where to go through, or null
 * @param credentials who the program is to the proxy, or null
 */
record ConnectionPlan(Endpoint target, TLSOptions tlsOptions, Proxy proxy, ProxyCredentials credentials) {

    static ConnectionPlan of(Endpoint target, TLSOptions tlsOptions, Proxy proxy) throws RejectionException {
        if (proxy == null) {
            return new ConnectionPlan(target, tlsOptions, null, null);
        }
        ProxyCredentials credentials = ProxyCredentials.of(proxy.userInfo());
        if (proxy.protocol() == Protocol.SOCKS5 && credentials != null && !credentials.fitSocks()) {
            throw RejectionException
                    .invalid("SOCKS has room for 255 bytes of user and of password, the proxy's are longer");
        }
        return new ConnectionPlan(target, tlsOptions, proxy, credentials);
    }

    Endpoint firstHop() {
        return proxy == null ? target : proxy.endpoint();
    }

    Failures failures() {
        return Failures.to(target, proxy);
    }

    /** What comes after dialling. */
    List<ConnectSequence.Step> steps(ResponseLimits limits) {
        List<ConnectSequence.Step> steps = new ArrayList<>();
        if (proxy != null && proxy.protocol() == Protocol.SOCKS5) {
            steps.add(stream -> new Socks5(stream, socksAddress(), credentials, failures()));
        } else if (proxy != null && target.tls()) {
            steps.add(stream -> connectTunnel(stream, limits));
        }
        if (target.tls()) {
            steps.add(stream -> new TlsHandshake(stream, asciiTarget(), tlsOptions, failures()));
        }
        return steps;
    }

    private ProxyTunnel connectTunnel(StreamPeer stream, ResponseLimits limits) throws FailureException {
        return new ProxyTunnel(stream, hostAndPort(), credentials, limits, failures());
    }

    private String hostAndPort() throws FailureException {
        Endpoint ascii = asciiTarget();
        return (ascii.host().indexOf(':') < 0 ? ascii.host() : "[" + ascii.host() + "]") + ":" + ascii.port();
    }

    private SocksAddress socksAddress() throws FailureException {
        try {
            return new SocksAddress(asciiTarget());
        } catch (UnknownHostException e) {
            throw failures().lookup(e);
        }
    }

    /** The target with its name as the network has it: found out only on the way, for a wrong name is a failure and no refusal. */
    Endpoint asciiTarget() throws FailureException {
        try {
            return new Endpoint(target.tls(), DomainName.ascii(target.host()), target.port());
        } catch (UnknownHostException e) {
            throw failures().lookup(e);
        }
    }

    /** How requests have to be written for an HTTP proxy; null if the origin itself takes them. */
    AbsoluteForm absoluteForm() throws FailureException {
        boolean forProxy = proxy != null && proxy.protocol() == Protocol.HTTP && !target.tls();
        return forProxy ? new AbsoluteForm(asciiTarget().origin(), credentials) : null;
    }
}
