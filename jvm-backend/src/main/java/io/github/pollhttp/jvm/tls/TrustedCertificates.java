package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions;

/** The trust anchors of the {@link TLSOptions}, and the JDK's chain checks against them. It does not know the host, the pins or the engine. */
final class TrustedCertificates {
    private final Set<X509Certificate> certificates;
    private final Set<TrustAnchor> anchors = new HashSet<>();

    private TrustedCertificates(Set<X509Certificate> certificates) {
        this.certificates = certificates;
        for (X509Certificate certificate : certificates) {
            anchors.add(new TrustAnchor(certificate, null));
        }
    }

    /**
     * Reads the trusted chain of the options, the platform's trust store, or both.
     *
     * @throws CertificateFailure if the trusted chain is not readable, or if there is no trusted certificate
     */
    static TrustedCertificates of(TLSOptions options) throws GeneralSecurityException {
        Set<X509Certificate> certificates = new HashSet<>();
        if (options.getTrustedChain() != null) {
            certificates.addAll(chain(options.getTrustedChain()));
        }
        // Unsafe options do not check the name. With the platform's roots, a certificate for any other name would then be accepted.
        if (!options.isOnlyTrustedChain() && !options.isUnsafeClient()) {
            certificates.addAll(platform());
        }
        if (certificates.isEmpty()) {
            throw new CertificateFailure(Reason.TLS_UNTRUSTED,
                    "this Java runtime has no trusted certificates. Install its cacerts file, or set javax.net.ssl.trustStore.",
                    null);
        }
        return new TrustedCertificates(certificates);
    }

    private static List<X509Certificate> chain(String pem) throws CertificateFailure {
        try {
            return Pem.certificates(pem);
        } catch (CertificateException e) {
            throw new CertificateFailure(Reason.TLS_UNTRUSTED,
                    "the trusted chain in TLSOptions is not readable as PEM (" + e.getMessage()
                            + "). Pass one or more BEGIN CERTIFICATE blocks.",
                    e);
        }
    }

    /** Cheap when repeated, because the JDK keeps the store in memory while the file is unchanged. */
    private static List<X509Certificate> platform() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return List.of(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    /**
     * @return the JDK's checks: signatures, validity periods, key usage, weak algorithms and, if the engine is set to check it, the host name. They
     *         do not check revocation
     */
    X509ExtendedTrustManager platformChecks() throws GeneralSecurityException {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.setRevocationEnabled(false);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        try {
            factory.init(new CertPathTrustManagerParameters(parameters));
        } catch (InvalidAlgorithmParameterException e) {
            factory.init(keyStore()); // Android's factory takes nothing else; its checks ask no responder either
        }
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private KeyStore keyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new KeyStoreException(e);
        }
        int count = 0;
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry(Integer.toString(count++), certificate);
        }
        return store;
    }

    /** @return whether the certificate is itself trusted */
    boolean contains(X509Certificate certificate) {
        return certificates.contains(certificate);
    }

    /**
     * @param chain the certificates as the server sent them, its own first
     * @return the verified path from the server's certificate to a trust anchor, using the other certificates as needed
     * @throws GeneralSecurityException if there is no such path
     */
    PKIXCertPathBuilderResult path(X509Certificate[] chain) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(chain[0]);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
        return (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    }
}
