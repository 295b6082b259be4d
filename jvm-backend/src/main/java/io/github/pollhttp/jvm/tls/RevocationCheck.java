package io.github.pollhttp.jvm.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions.Revocation;

/** Asks whether a certificate was revoked, on a thread that may wait for the answer. */
final class RevocationCheck {
    private static final long SOFT_PATIENCE_S = 2;

    private final PKIXCertPathBuilderResult path;
    private final Map<X509Certificate, byte[]> stapled;

    /** @param stapled answers that came with the handshake, by certificate */
    RevocationCheck(PKIXCertPathBuilderResult path, Map<X509Certificate, byte[]> stapled) {
        this.path = path;
        this.stapled = stapled;
    }

    void ask(Revocation demand) throws GeneralSecurityException {
        switch (demand) {
            case UNCHECKED -> {
            }
            case SOFT_FAIL -> askSoftly();
            case HARD_FAIL -> askHard();
        }
    }

    /**
     * The JDK waits for a responder for 15 seconds, if not set otherwise for the whole JVM. A firewall that swallows the question must not keep
     * a player for as long.
     */
    private void askSoftly() throws GeneralSecurityException {
        CompletableFuture<Void> question = TlsThreads
                .startWaiting(() -> validate(EnumSet.of(Option.SOFT_FAIL, Option.ONLY_END_ENTITY, Option.NO_FALLBACK)));
        try {
            question.get(SOFT_PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // then nobody knows, and the answer will be heard by none
        } catch (ExecutionException e) {
            if (isRevoked(e.getCause())) {
                throw new CertificateException(e.getCause());
            }
        } catch (InterruptedException e) {
            throw new CertificateException(e);
        }
    }

    private void askHard() throws GeneralSecurityException {
        try {
            validate(EnumSet.noneOf(Option.class));
        } catch (CertPathValidatorException e) {
            if (isRevoked(e)) {
                throw e;
            }
            throw new CertificateFailure(Reason.TLS_UNTRUSTED,
                    "it cannot be found out whether a certificate was revoked, and the TLSOptions demand to know;"
                            + " try again, or make do with Revocation.SOFT_FAIL",
                    e);
        }
    }

    private static boolean isRevoked(Throwable failure) {
        return failure instanceof CertPathValidatorException path && path.getReason() == BasicReason.REVOKED;
    }

    private Void validate(Set<Option> options) throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(options);
        checker.setOcspResponses(stapled);
        PKIXParameters parameters = new PKIXParameters(Set.of(path.getTrustAnchor()));
        parameters.addCertPathChecker(checker);
        validator.validate(path.getCertPath(), parameters);
        return null;
    }
}
