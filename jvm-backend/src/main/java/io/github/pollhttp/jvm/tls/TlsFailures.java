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

/**
 * Translates exceptions of JSSE and of our certificate checks into a failure with a reason and a user message. It does not know the stream or the
 * engine.
 *
 * @param failures makes the failures of one origin, and begins each message with that origin
 */
public record TlsFailures(Failures failures) {
    private static final String ALERT = "fatal alert: ";

    /**
     * Looks for the most specific exception along the chain of causes.
     *
     * @param cause thrown by the engine or by one of its tasks; an exception of our checks can be one of its causes
     * @return the failure of the handshake
     */
    FailureException handshake(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertificateFailure ours) {
                return failure(ours.reason(), ours.getMessage(), cause);
            }
            if (each instanceof CertificateExpiredException) {
                return expired(cause);
            }
            if (each instanceof CertificateNotYetValidException) {
                return notYetValid(cause);
            }
            if (each instanceof CertPathValidatorException path && path.getReason() != BasicReason.UNSPECIFIED) {
                return invalidPath(path.getReason(), cause);
            }
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof GeneralSecurityException) {
                return failure(Failure.Reason.TLS_UNTRUSTED,
                        "the server's certificate does not lead to a trusted one. If it is your own, pass its root to"
                                + " TLSOptions.client(trustedChain); otherwise let the server send its intermediate certificates.",
                        cause);
            }
        }
        return brokenHandshake(cause);
    }

    private FailureException invalidPath(Reason reason, Throwable cause) {
        if (reason == BasicReason.EXPIRED) {
            return expired(cause);
        }
        if (reason == BasicReason.NOT_YET_VALID) {
            return notYetValid(cause);
        }
        if (reason == BasicReason.REVOKED) {
            return failure(Failure.Reason.TLS_REVOKED,
                    "a certificate in the server's chain was revoked by its issuer. Install a new one on the server.",
                    cause);
        }
        return failure(Failure.Reason.TLS_UNTRUSTED, reason == BasicReason.ALGORITHM_CONSTRAINED
                ? "a certificate in the server's chain has a key or a signature that is too weak. Install a stronger one on the server."
                : "the server's certificate chain is invalid. Install a valid chain on the server.", cause);
    }

    private FailureException expired(Throwable cause) {
        return failure(Failure.Reason.TLS_EXPIRED,
                "a certificate in the server's chain has expired. Renew it, or check this computer's clock.", cause);
    }

    private FailureException notYetValid(Throwable cause) {
        return failure(Failure.Reason.TLS_EXPIRED,
                "a certificate in the server's chain is not valid yet. Check this computer's clock.", cause);
    }

    private FailureException brokenHandshake(Throwable cause) {
        if (cause instanceof IOException && !(cause instanceof SSLException)) {
            return failure(Failure.Reason.CONNECTION_RESET,
                    "the server closed the connection during the TLS handshake."
                            + " Check the port, and that the server supports TLS 1.2 or 1.3 there.",
                    cause);
        }
        return failure(Failure.Reason.TLS_PROTOCOL, broken(cause), cause);
    }

    /**
     * @param cause an exception of the engine, during the handshake or later
     * @return the user message without the origin: the alert of the server, or that its bytes are not valid TLS
     */
    public static String broken(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        int alert = text.indexOf(ALERT);
        return alert < 0
                ? "the server sent bytes that are not valid TLS 1.2 or 1.3. Check the port and the server's TLS settings."
                : alertMessage(text.substring(alert + ALERT.length()));
    }

    /** @param alert name of the alert that the server sent (RFC 8446 section 6) */
    private static String alertMessage(String alert) {
        String advice = switch (alert) {
            case "protocol_version", "insufficient_security" ->
                "Client and server have no TLS version or cipher suite in common; enable TLS 1.2 or 1.3 on the server.";
            case "handshake_failure" -> // has both meanings (RFC 5246 sections 7.2.2 and 7.4.6)
                "Client and server have no cipher suite in common, or the server requires a client certificate;"
                        + " see TLSOptions.clientCertificate.";
            case "certificate_required", "bad_certificate", "unsupported_certificate", "certificate_unknown",
                    "certificate_expired", "certificate_revoked", "unknown_ca", "access_denied" ->
                "The server does not accept the client certificate, or requires one; see TLSOptions.clientCertificate.";
            case "unrecognized_name" -> "The server has no host of that name; check the name.";
            case "no_application_protocol" -> "The server does not support HTTP/1.1 on this port; check the port.";
            default -> "Check the port and the server's TLS settings.";
        };
        return "the server ended the TLS connection with the alert " + alert + ". " + advice;
    }

    private FailureException failure(Failure.Reason reason, String message, Throwable cause) {
        return failures.of(Phase.TLS, reason, message, cause);
    }
}
