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
import javax.net.ssl.TrustManager;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;

/**
 * Makes the engines of clients. Equal options share an {@link SSLContext}, so that a connection resumes the session of an earlier one to the
 * same host and port; the options are all of the key, for a resumed session is not checked again.
 */
final class TlsEngines {
    private static final int MOST_CONTEXTS = 32;
    private static final Map<TLSOptions, SSLContext> CONTEXTS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TLSOptions, SSLContext> eldest) {
            return size() > MOST_CONTEXTS;
        }
    };

    private TlsEngines() {}

    /** @return an engine with its first message ready to be sent */
    static SSLEngine begin(Endpoint endpoint, TLSOptions options) throws GeneralSecurityException, SSLException {
        String name = endpoint.host();
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        SSLEngine engine = context(options).createSSLEngine(host, endpoint.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[]{"TLSv1.3", "TLSv1.2"});
        parameters.setApplicationProtocols(new String[]{"http/1.1"});
        parameters.setServerNames(endpoint.isLiteral() ? List.of() : serverNames(host));
        if (!options.isUnsafeClient() && options.getCommonNameOverride() == null) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        engine.beginHandshake();
        return engine;
    }

    /** The JDK by itself would leave out names without a dot. */
    private static List<SNIServerName> serverNames(String host) {
        try {
            return List.of(new SNIHostName(host));
        } catch (IllegalArgumentException e) {
            return List.of(); // such as one with an underscore, which a name server may know and RFC 6066 section 3 does not
        }
    }

    private static synchronized SSLContext context(TLSOptions options) throws GeneralSecurityException {
        SSLContext context = CONTEXTS.get(options);
        if (context == null) {
            context = SSLContext.getInstance("TLS");
            context.init(ClientKeys.of(options), new TrustManager[]{new ServerTrust(check(options))}, null);
            CONTEXTS.put(options, context);
        }
        return context;
    }

    private static ServerTrust.Check check(TLSOptions options) throws GeneralSecurityException {
        if (options.isUnsafeClient() && options.getTrustedChain() == null) {
            PublicKeyPins pins = new PublicKeyPins(options.getPins());
            return (chain, keyExchange, engine) -> pins.check(List.of(chain[0]));
        }
        return new ServerCheck(options);
    }
}
