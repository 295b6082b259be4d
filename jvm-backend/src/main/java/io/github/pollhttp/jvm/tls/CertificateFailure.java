package io.github.pollhttp.jvm.tls;

import java.security.cert.CertificateException;

import io.github.pollhttp.Failure.Reason;

/** A certificate that one of our own checks refuses, or that cannot be read. */
final class CertificateFailure extends CertificateException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param what a sentence for a person, without the host */
    CertificateFailure(Reason reason, String what, Throwable cause) {
        super(what, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
