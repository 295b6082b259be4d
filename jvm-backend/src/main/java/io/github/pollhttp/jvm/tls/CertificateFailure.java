package io.github.pollhttp.jvm.tls;

import java.security.cert.CertificateException;

import io.github.pollhttp.Failure.Reason;

/**
 * Thrown by this package's own certificate checks, and for certificates and keys that are not readable. It carries the reason and the message that
 * the program gets, and does not know the host: {@link TlsFailures} adds it.
 */
final class CertificateFailure extends CertificateException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /**
     * @param reason  the reason that the program gets
     * @param message what happened and what to do, as sentences that follow "https://host: ", so the first begins in lower case
     * @param cause   the exception that led to this one, or null
     */
    CertificateFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
