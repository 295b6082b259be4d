package io.github.pollhttp.jvm.tls;

import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Utf8;

/**
 * Makes the {@link SSLEngine} of a connection: protocol versions, ALPN, SNI, keys and checks. It does not know the stream.
 *
 * <p>
 * Connections with equal policies share an {@link SSLContext}, so that they resume each other's sessions (RFC 8446 section 2.2) to the same host and
 * port. A resumed session is not checked again, so the context must not be shared by different policies.
 */
final class TlsEngines {
    private static final int MOST_CONTEXTS = 32;
    private static final Map<ServerPolicy, SSLContext> CONTEXTS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ServerPolicy, SSLContext> eldest) {
            return size() > MOST_CONTEXTS;
        }
    };

    private TlsEngines() {}

    /**
     * Reads trust stores on the first call with these options, which takes long enough to be seen in a frame.
     *
     * @param endpoint host and port of the server, the host in ASCII
     * @param policy   how to check the server
     * @return an engine that is ready to produce the ClientHello
     * @throws CertificateFailure if the options contain PEM text that is not readable
     */
    static SSLEngine begin(Endpoint endpoint, ServerPolicy policy) throws GeneralSecurityException, SSLException {
        TLSOptions options = policy.options();
        String name = endpoint.host();
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        SSLEngine engine = context(policy).createSSLEngine(host, endpoint.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[]{"TLSv1.3", "TLSv1.2"});
        parameters.setApplicationProtocols(new String[]{"http/1.1"});
        parameters.setServerNames(endpoint.isLiteral() ? List.of() : serverNames(host));
        if (!options.isUnsafeClient() && options.getCommonNameOverride() == null
                && new ServerName(host).isKnownToThePlatform()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        engine.beginHandshake();
        return engine;
    }

    /** Sets the SNI name explicitly, because the JDK omits it for a name without a dot. Android's TLS accepts no other class than SNIHostName. */
    private static List<SNIServerName> serverNames(String host) {
        return List.of(new ServerName(host).isKnownToThePlatform() ? new SNIHostName(host) : new HostName(host));
    }

    /**
     * The SNI name of a server (RFC 6066 section 3). {@link SNIHostName} rejects names with other characters than letters, digits and hyphens. The
     * DNS allows them, and curl and browsers send them.
     */
    private static final class HostName extends SNIServerName {
        HostName(String host) {
            super(StandardConstants.SNI_HOST_NAME, Utf8.encode(host));
        }
    }

    private static synchronized SSLContext context(ServerPolicy policy) throws GeneralSecurityException {
        SSLContext context = CONTEXTS.get(policy);
        if (context == null) {
            context = SSLContext.getInstance("TLS");
            context.init(ClientKeys.of(policy.options()), new TrustManager[]{new ServerTrust(check(policy))}, null);
            CONTEXTS.put(policy, context);
        }
        return context;
    }

    private static ServerTrust.Check check(ServerPolicy policy) throws GeneralSecurityException {
        TLSOptions options = policy.options();
        if (options.isUnsafeClient() && options.getTrustedChain() == null) {
            PublicKeyPins pins = new PublicKeyPins(options.getPins());
            return (chain, keyExchange, engine) -> pins.check(List.of(chain[0]));
        }
        return new ServerCheck(policy);
    }
}
