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

/** Everything that a server has to pass: chain, dates, name, pins, revocation, in this order. */
final class ServerCheck implements ServerTrust.Check {
    private final TLSOptions options;
    private final TrustedCertificates trusted;
    private final X509ExtendedTrustManager platformChecks;
    private final PublicKeyPins pins;

    ServerCheck(TLSOptions options) throws GeneralSecurityException {
        this.options = options;
        this.trusted = TrustedCertificates.of(options);
        this.platformChecks = trusted.platformChecks();
        this.pins = new PublicKeyPins(options.getPins());
    }

    @Override
    public void check(X509Certificate[] chain, String keyExchange, SSLEngine engine) throws GeneralSecurityException {
        CertificateException otherName = null;
        try {
            platformChecks.checkServerTrusted(chain, keyExchange, engine);
        } catch (CertificateException e) {
            if (e.getClass() != CertificateException.class || options.isUnsafeClient()) {
                throw e; // without a name to check, it is about something else, whatever it is
            }
            otherName = e; // what the JDK throws for the name alone, after the chain has passed
        }
        chain[0].checkValidity(); // the JDK looks at no dates of a certificate that is itself trusted
        if (!options.isUnsafeClient()) {
            checkName(chain[0], engine, otherName);
        }
        checkPath(chain, engine);
    }

    private void checkName(X509Certificate certificate, SSLEngine engine, CertificateException otherName)
            throws GeneralSecurityException {
        String override = options.getCommonNameOverride();
        ServerName name = new ServerName(override != null ? override : engine.getPeerHost());
        boolean named = name.isIn(certificate) || override != null && name.isCommonNameOf(certificate);
        if (named && otherName == null) {
            return;
        }
        List<String> names = ServerName.namesIn(certificate);
        String others = names.isEmpty()
                ? "no host; make one with the host in its subject alternative names"
                : String.join(", ", names) + "; check the host, or give TLSOptions the name that it must have";
        throw new CertificateFailure(Reason.TLS_WRONG_HOST,
                "the certificate is not for " + name.text() + ", but for " + others, otherName);
    }

    private void checkPath(X509Certificate[] chain, SSLEngine engine) throws GeneralSecurityException {
        if (trusted.contains(chain[0])) {
            pins.check(List.of(chain[0]));
            return;
        }
        boolean unrevoked = options.getRevocation() == Revocation.UNCHECKED;
        if (unrevoked && options.getPins().isEmpty()) {
            return;
        }
        PKIXCertPathBuilderResult path = trusted.path(chain);
        pins.check(certificates(path));
        if (!unrevoked) {
            new RevocationCheck(path, stapled(chain, engine)).ask(options.getRevocation());
        }
    }

    private static List<X509Certificate> certificates(PKIXCertPathBuilderResult path) {
        List<X509Certificate> certificates = new ArrayList<>();
        path.getCertPath().getCertificates().forEach(each -> certificates.add((X509Certificate) each));
        certificates.add(path.getTrustAnchor().getTrustedCert());
        return certificates;
    }

    /** One answer for each certificate of the chain at most, an empty one for none (RFC 8446 section 4.4.2.1). */
    private static Map<X509Certificate, byte[]> stapled(X509Certificate[] chain, SSLEngine engine) {
        Map<X509Certificate, byte[]> stapled = new HashMap<>();
        if (engine.getHandshakeSession() instanceof ExtendedSSLSession session) {
            List<byte[]> answers = session.getStatusResponses();
            for (int i = 0; i < Math.min(chain.length, answers.size()); i++) {
                if (answers.get(i).length > 0) {
                    stapled.put(chain[i], answers.get(i));
                }
            }
        }
        return stapled;
    }
}
