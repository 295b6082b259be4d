package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import javax.net.ssl.SSLException;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;

/** Why a handshake with one origin failed, as a reason for the program and a sentence for a person. */
public record TlsFailures(Failures failures) {
    private static final String ALERT = "fatal alert: ";

    /** @param cause what the engine or one of its tasks threw, with what our checks threw somewhere below */
    FailureException handshake(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertificateFailure refused) {
                return failure(refused.reason(), refused.getMessage(), cause);
            }
            if (each instanceof CertificateExpiredException) {
                return expired(cause);
            }
            if (each instanceof CertificateNotYetValidException) {
                return notYetValid(cause);
            }
            if (each instanceof CertPathValidatorException path && path.getReason() != BasicReason.UNSPECIFIED) {
                return refusedPath(path.getReason(), cause);
            }
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof GeneralSecurityException) {
                return failure(Failure.Reason.TLS_UNTRUSTED,
                        "no chain of certificates leads from the server's to a trusted one; if it is your own, give its"
                                + " root to TLSOptions.client(trustedChain), else the server may have to send its intermediate ones",
                        cause);
            }
        }
        return brokenHandshake(cause);
    }

    private FailureException refusedPath(Reason reason, Throwable cause) {
        if (reason == BasicReason.EXPIRED) {
            return expired(cause);
        }
        if (reason == BasicReason.NOT_YET_VALID) {
            return notYetValid(cause);
        }
        if (reason == BasicReason.REVOKED) {
            return failure(Failure.Reason.TLS_REVOKED,
                    "a certificate was revoked by its issuer; the server needs a new one", cause);
        }
        return failure(Failure.Reason.TLS_UNTRUSTED, reason == BasicReason.ALGORITHM_CONSTRAINED
                ? "a certificate has a key or a signature that is too weak to be trusted; the server needs a new one"
                : "the chain of certificates is broken; the server has to be set up anew", cause);
    }

    private FailureException expired(Throwable cause) {
        return failure(Failure.Reason.TLS_EXPIRED,
                "a certificate has expired; the server needs a new one, or this computer's clock is wrong", cause);
    }

    private FailureException notYetValid(Throwable cause) {
        return failure(Failure.Reason.TLS_EXPIRED,
                "a certificate is not valid yet; this computer's clock may be wrong", cause);
    }

    private FailureException brokenHandshake(Throwable cause) {
        if (cause instanceof IOException && !(cause instanceof SSLException)) {
            return failure(Failure.Reason.CONNECTION_RESET,
                    "the server ended the connection in the middle of the TLS handshake;"
                            + " check the port and whether it speaks TLS 1.2 or 1.3 there",
                    cause);
        }
        return failure(Failure.Reason.TLS_PROTOCOL, broken(cause), cause);
    }

    /** @return what went wrong with the protocol, during the handshake or later */
    public static String broken(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        int alert = text.indexOf(ALERT);
        return alert < 0
                ? "what the server sent is no TLS; check the port and whether it speaks TLS 1.2 or 1.3 there"
                : refusal(text.substring(alert + ALERT.length()));
    }

    /** The names are those of RFC 8446 section 6. */
    private static String refusal(String alert) {
        String what = switch (alert) {
            case "protocol_version", "insufficient_security" ->
                "it has no TLS version or cipher in common with this client; it must speak TLS 1.2 or 1.3";
            case "handshake_failure" -> // said of both (RFC 5246 sections 7.2.2 and 7.4.6)
                "it has no cipher in common with this client, or it wants the client's certificate;"
                        + " see TLSOptions.clientCertificate";
            case "certificate_required", "bad_certificate", "unsupported_certificate", "certificate_unknown",
                    "certificate_expired", "certificate_revoked", "unknown_ca", "access_denied" ->
                "it does not accept the client's certificate, or the lack of one; see TLSOptions.clientCertificate";
            case "unrecognized_name" -> "it serves no host of that name";
            case "no_application_protocol" -> "it does not speak HTTP/1.1 there";
            default -> "check the port and the server's TLS settings";
        };
        return "the server refused the TLS connection (" + alert + "): " + what;
    }

    private FailureException failure(Failure.Reason reason, String what, Throwable cause) {
        return failures.of(Phase.TLS, reason, what, cause);
    }
}
