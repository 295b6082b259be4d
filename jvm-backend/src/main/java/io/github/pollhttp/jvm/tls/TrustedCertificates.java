package io.github.pollhttp.jvm.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
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

/** Where a chain of certificates has to lead to. */
final class TrustedCertificates {
    private final Set<X509Certificate> certificates;
    private final Set<TrustAnchor> anchors = new HashSet<>();

    private TrustedCertificates(Set<X509Certificate> certificates) {
        this.certificates = certificates;
        for (X509Certificate certificate : certificates) {
            anchors.add(new TrustAnchor(certificate, null));
        }
    }

    static TrustedCertificates of(TLSOptions options) throws GeneralSecurityException {
        Set<X509Certificate> certificates = new HashSet<>();
        if (options.getTrustedChain() != null) {
            certificates.addAll(chain(options.getTrustedChain()));
        }
        // The chain of unsafe options is the only one: anybody gets a certificate that leads to the platform's, and the name is not checked.
        if (!options.isOnlyTrustedChain() && !options.isUnsafeClient()) {
            certificates.addAll(platform());
        }
        if (certificates.isEmpty()) {
            throw new CertificateFailure(Reason.TLS_UNTRUSTED,
                    "this Java has no trusted certificates; install its cacerts, or set javax.net.ssl.trustStore",
                    null);
        }
        return new TrustedCertificates(certificates);
    }

    private static List<X509Certificate> chain(String pem) throws CertificateFailure {
        try {
            return Pem.certificates(pem);
        } catch (CertificateException e) {
            throw new CertificateFailure(Reason.TLS_UNTRUSTED,
                    "the trusted chain of the TLSOptions is not readable as PEM: it " + e.getMessage(), e);
        }
    }

    /** The JDK keeps the store in memory as long as the file stays the same. */
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

    /** The JDK's checks: signatures, dates, purposes, weak algorithms and, if the engine says so, the host's name. */
    X509ExtendedTrustManager platformChecks() throws GeneralSecurityException {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.setRevocationEnabled(false);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    boolean contains(X509Certificate certificate) {
        return certificates.contains(certificate);
    }

    /** @return the path from the first certificate to one that is trusted, by way of the others as far as they are needed */
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
