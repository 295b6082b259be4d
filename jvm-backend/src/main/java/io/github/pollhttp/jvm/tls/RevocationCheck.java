package io.github.pollhttp.jvm.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions.Revocation;

/**
 * Checks whether certificates of a verified path were revoked, by OCSP or CRL. It blocks until the answer arrives, so it must run on a thread of
 * {@link TlsThreads}. It does not verify the path.
 */
final class RevocationCheck {
    private static final long LONGEST_SOFT_FAIL_WAIT_S = 2;

    private static final Set<Option> SOFT = Set.of(Option.SOFT_FAIL, Option.ONLY_END_ENTITY, Option.NO_FALLBACK);

    private final PKIXCertPathBuilderResult path;
    private final Map<X509Certificate, byte[]> stapled;
    private final boolean mayAsk;

    /**
     * @param path    the verified path from the server's certificate to a trust anchor
     * @param stapled OCSP responses that the server sent in the handshake, by certificate
     * @param mayAsk  whether to ask responders, which the JDK does without the client's proxy; otherwise only stapled responses count
     */
    RevocationCheck(PKIXCertPathBuilderResult path, Map<X509Certificate, byte[]> stapled, boolean mayAsk) {
        this.path = path;
        this.stapled = stapled;
        this.mayAsk = mayAsk;
    }

    /** @throws GeneralSecurityException if a certificate was revoked or, with {@code HARD_FAIL}, if that is unknown */
    void check(Revocation mode) throws GeneralSecurityException {
        switch (mode) {
            case UNCHECKED -> {
            }
            case STAPLED -> checkStapled();
            case SOFT_FAIL -> {
                if (mayAsk) {
                    checkSoftFail();
                } else {
                    checkStapled();
                }
            }
            case HARD_FAIL -> checkHardFail();
        }
    }

    /** The JDK asks no responder about a certificate that has a stapled response. */
    private void checkStapled() throws GeneralSecurityException {
        if (stapled.containsKey(certificates().get(0))) {
            try {
                validate(SOFT);
            } catch (CertPathValidatorException e) {
                if (isRevoked(e)) {
                    throw e;
                }
            }
        }
    }

    private List<? extends Certificate> certificates() {
        return path.getCertPath().getCertificates();
    }

    /**
     * Limits the wait for the OCSP responder. The JDK's own limit is 15 seconds unless the whole JVM is configured otherwise, which is too long for
     * a player behind a firewall that drops the request.
     */
    private void checkSoftFail() throws GeneralSecurityException {
        CompletableFuture<Void> answer = TlsThreads
                .startWaiting(() -> validate(SOFT));
        try {
            answer.get(LONGEST_SOFT_FAIL_WAIT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // the status stays unknown, which SOFT_FAIL accepts; a late answer is ignored
        } catch (ExecutionException e) {
            if (isRevoked(e.getCause())) {
                throw new CertificateException(e.getCause());
            }
        } catch (InterruptedException e) {
            throw new CertificateException(e);
        }
    }

    private void checkHardFail() throws GeneralSecurityException {
        if (!mayAsk && !stapled.keySet().containsAll(certificates())) {
            throw new CertificateFailure(Reason.TLS_UNTRUSTED,
                    "the server did not send the revocation status of all certificates in its chain, and TLSOptions require it."
                            + " A responder is not asked, because a proxy is set. Let the server staple OCSP responses, or use"
                            + " Revocation.SOFT_FAIL.",
                    null);
        }
        try {
            validate(mayAsk ? Set.of() : Set.of(Option.NO_FALLBACK));
        } catch (CertPathValidatorException e) {
            if (isRevoked(e)) {
                throw e;
            }
            throw new CertificateFailure(Reason.TLS_UNTRUSTED,
                    "the revocation status of a certificate in the server's chain is unknown, and TLSOptions require it."
                            + " Try again, or use Revocation.SOFT_FAIL.",
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
