package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Set;

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
    /**
     * What the JDK's messages have before the name of an alert. The name of an alert with the level "warning" follows the second one; in a handshake it
     * is an error, too (RFC 8446 section 6.2). The number of an alert that the JDK does not know follows the last one.
     */
    private static final List<String> ALERTS = List.of("fatal alert: ", "handshake warning: ",
            "Unknown alert description (");
    private static final String CLOSE_NOTIFY = "close_notify";
    private static final String HANDSHAKE_FAILURE = "handshake_failure";

    /** Alerts that a server sends if it does not accept the client certificate, or misses one (RFC 8446 section 6.2, RFC 5246 section 7.2.2). */
    private static final Set<String> CLIENT_CERTIFICATE_ALERTS = Set.of("certificate_required", "bad_certificate",
            "no_certificate", "unsupported_certificate", "certificate_unknown", "certificate_expired",
            "certificate_revoked", "unknown_ca", "access_denied", HANDSHAKE_FAILURE);

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
            // Other exceptions of java.security are not about certificates: a record that was changed on the way, a wrong signature of the handshake.
            if (each instanceof CertificateException || each instanceof CertPathValidatorException
                    || each instanceof CertPathBuilderException) {
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
        if (cause instanceof GeneralSecurityException) {
            return failure(Failure.Reason.TLS_PROTOCOL,
                    "TLS could not be set up on this computer (" + cause.getMessage()
                            + "). Check the trust store and the security properties of the Java runtime.",
                    cause);
        }
        if (isClose(cause)) {
            return failure(Failure.Reason.CONNECTION_RESET,
                    "the server closed the connection during the TLS handshake."
                            + " Check the port, and that the server supports TLS 1.2 or 1.3 there.",
                    cause);
        }
        return failure(Failure.Reason.TLS_PROTOCOL, broken(cause), cause);
    }

    /**
     * Whether the peer has ended the connection, with or without close_notify. JSSE reports a close_notify during a handshake as an
     * {@code SSLException}, although it is no violation of TLS.
     *
     * @param cause an exception of the engine or of the stream below it
     * @return true for the end of the connection, false for an alert and for bytes that are not valid TLS
     */
    public static boolean isClose(Throwable cause) {
        return cause instanceof IOException
                && (!(cause instanceof SSLException) || String.valueOf(cause.getMessage()).contains(CLOSE_NOTIFY));
    }

    /**
     * Whether the server has rejected the client because of its certificate, or because it has none. In TLS 1.3 a server can do that only after
     * the handshake has ended for the client (RFC 8446 section 4.4.2.4).
     *
     * @param cause an exception of the engine
     * @return true for an alert that is about the client certificate
     */
    public static boolean isAboutClientCertificate(Throwable cause) {
        return cause instanceof SSLException && CLIENT_CERTIFICATE_ALERTS.contains(alert(cause));
    }

    /** @return name or number of the alert that the server sent (RFC 8446 section 6), or an empty string */
    private static String alert(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        for (String before : ALERTS) {
            int alert = text.indexOf(before);
            if (alert >= 0) {
                String name = text.substring(alert + before.length());
                return name.endsWith(")") ? number(name.substring(0, name.length() - 1)) : name;
            }
        }
        return "";
    }

    /** The JDK writes the number as a signed byte. */
    private static String number(String signed) {
        return signed.startsWith("-") ? String.valueOf(256 + Integer.parseInt(signed)) : signed;
    }

    /**
     * @param cause an exception of the engine, during the handshake or later
     * @return the user message without the origin: the alert of the server, or that its bytes are not valid TLS
     */
    public static String broken(Throwable cause) {
        if (cause instanceof TlsRecords.RecordFloodException) {
            return cause.getMessage();
        }
        String alert = alert(cause);
        return alert.isEmpty()
                ? "the server sent bytes that are not valid TLS 1.2 or 1.3. Check the port and the server's TLS settings."
                : alertMessage(alert);
    }

    /** @param alert name or number of the alert that the server sent (RFC 8446 section 6) */
    private static String alertMessage(String alert) {
        if (CLIENT_CERTIFICATE_ALERTS.contains(alert) && !alert.equals(HANDSHAKE_FAILURE)) {
            return ended(alert,
                    "The server does not accept the client certificate, or requires one; see TLSOptions.clientCertificate.");
        }
        return ended(alert, switch (alert) {
            case "protocol_version", "insufficient_security" ->
                "Client and server have no TLS version or cipher suite in common; enable TLS 1.2 or 1.3 on the server.";
            case HANDSHAKE_FAILURE -> // has both meanings (RFC 5246 sections 7.2.2 and 7.4.6)
                "Client and server have no cipher suite in common, or the server requires a client certificate;"
                        + " see TLSOptions.clientCertificate.";
            case "unrecognized_name" -> "The server has no host of that name; check the name.";
            case "no_application_protocol" -> "The server does not support HTTP/1.1 on this port; check the port.";
            default -> "Check the port and the server's TLS settings.";
        });
    }

    private static String ended(String alert, String advice) {
        return "the server ended the TLS connection with the alert " + alert + ". " + advice;
    }

    private FailureException failure(Failure.Reason reason, String message, Throwable cause) {
        return failures.of(Phase.TLS, reason, message, cause);
    }
}
