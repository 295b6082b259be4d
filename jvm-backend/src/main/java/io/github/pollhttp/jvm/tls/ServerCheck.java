package io.github.pollhttp.jvm.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.TLSOptions.Revocation;
import io.github.pollhttp.internal.Quoted;

/**
 * Checks a server's certificate as the {@link TLSOptions} require: chain, validity period, name, pins, revocation, in this order. Of the handshake it
 * knows only the host and the stapled OCSP responses.
 */
final class ServerCheck implements ServerTrust.Check {
    private static final int MOST_NAMES = 10;

    private final TLSOptions options;
    private final boolean mayAskResponders;
    private final TrustedCertificates trusted;
    private final X509ExtendedTrustManager platformChecks;
    private final PublicKeyPins pins;

    ServerCheck(ServerPolicy policy) throws GeneralSecurityException {
        this.options = policy.options();
        this.mayAskResponders = policy.mayAskResponders();
        this.trusted = TrustedCertificates.of(options);
        this.platformChecks = trusted.platformChecks();
        this.pins = new PublicKeyPins(options.getPins());
    }

    @Override
    public void check(X509Certificate[] chain, String keyExchange, SSLEngine engine) throws GeneralSecurityException {
        CertificateException nameFailure = null;
        try {
            platformChecks.checkServerTrusted(chain, keyExchange, engine);
        } catch (CertificateException e) {
            if (!isAboutName(e, engine)) {
                throw e;
            }
            nameFailure = e;
        }
        chain[0].checkValidity(); // the JDK does not check the validity period of a trust anchor
        if (!options.isUnsafeClient()) {
            checkName(chain[0], engine, nameFailure);
        }
        checkPath(chain, engine);
    }

    /**
     * Whether the platform has found another name in the certificate. It then throws exactly this class without a cause; the JDK does so after the
     * check of the chain, Android's Conscrypt before it. So the handshake must fail in any case, and this decides the reason only.
     */
    private static boolean isAboutName(CertificateException e, SSLEngine engine) {
        return e.getClass() == CertificateException.class && e.getCause() == null
                && engine.getSSLParameters().getEndpointIdentificationAlgorithm() != null;
    }

    /**
     * @param nameFailure the exception of the platform's name check, or null if that check passed or did not run. The name must pass the platform's
     *                    check and that of {@link ServerName}
     */
    private void checkName(X509Certificate certificate, SSLEngine engine, CertificateException nameFailure)
            throws GeneralSecurityException {
        String override = options.getCommonNameOverride();
        ServerName name = new ServerName(override != null ? override : engine.getPeerHost());
        boolean named = name.isIn(certificate) || override != null && name.isCommonNameOf(certificate);
        if (named && nameFailure == null) {
            return;
        }
        List<String> names = ServerName.namesIn(certificate);
        String message = names.isEmpty()
                ? "the server's certificate has no host in its subject alternative names. Issue one that lists "
                        + name.text() + " there."
                : "the server's certificate is for " + quoted(names) + ", not for " + name.text()
                        + ". Check the host, or pass the expected name to TLSOptions.client(trustedChain, commonNameOverride).";
        throw new CertificateFailure(Reason.TLS_WRONG_HOST, message, nameFailure);
    }

    /** The names are from the network, and there may be many of them. */
    private static String quoted(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (String name : names.subList(0, Math.min(names.size(), MOST_NAMES))) {
            text.append(text.length() == 0 ? "" : ", ").append(Quoted.name(name));
        }
        return names.size() > MOST_NAMES ? text + " and " + (names.size() - MOST_NAMES) + " more" : text.toString();
    }

    /** Checks pins and revocation along the verified path. A certificate that is itself trusted has no path, so only its own pin is checked. */
    private void checkPath(X509Certificate[] chain, SSLEngine engine) throws GeneralSecurityException {
        if (trusted.contains(chain[0])) {
            pins.check(List.of(chain[0]));
            return;
        }
        boolean unchecked = options.getRevocation() == Revocation.UNCHECKED;
        if (unchecked && options.getPins().isEmpty()) {
            return;
        }
        PKIXCertPathBuilderResult path = trusted.path(chain);
        pins.check(certificates(path));
        if (!unchecked) {
            new RevocationCheck(path, stapled(chain, engine), mayAskResponders).check(options.getRevocation());
        }
    }

    private static List<X509Certificate> certificates(PKIXCertPathBuilderResult path) {
        List<X509Certificate> certificates = new ArrayList<>();
        path.getCertPath().getCertificates().forEach(each -> certificates.add((X509Certificate) each));
        certificates.add(path.getTrustAnchor().getTrustedCert());
        return certificates;
    }

    /** The stapled OCSP responses (RFC 8446 section 4.4.2.1). JSSE lists them in the chain's order, with an empty array where there is none. */
    private static Map<X509Certificate, byte[]> stapled(X509Certificate[] chain, SSLEngine engine) {
        Map<X509Certificate, byte[]> stapled = new HashMap<>();
        if (engine.getHandshakeSession() instanceof ExtendedSSLSession session) {
            List<byte[]> responses = statusResponses(session);
            for (int i = 0; i < Math.min(chain.length, responses.size()); i++) {
                if (responses.get(i).length > 0) {
                    stapled.put(chain[i], responses.get(i));
                }
            }
        }
        return stapled;
    }

    private static List<byte[]> statusResponses(ExtendedSSLSession session) {
        try {
            return session.getStatusResponses();
        } catch (NoSuchMethodError | UnsupportedOperationException e) {
            return List.of(); // Android has the method since API level 37; its own check of the chain reads the responses
        }
    }
}
