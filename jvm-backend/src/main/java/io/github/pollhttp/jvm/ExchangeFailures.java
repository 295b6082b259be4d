package io.github.pollhttp.jvm;

import java.io.EOFException;
import java.io.IOException;

import javax.net.ssl.SSLException;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.tls.TlsFailures;

/** Makes the failures of an exchange on an open connection: a reason for the program and a message for a person. */
record ExchangeFailures(Failures failures) {
    FailureException closedIdle(Throwable cause) {
        return isViolation(cause)
                ? brokenByTls(Phase.REQUEST, cause)
                : failures.of(Phase.REQUEST, Reason.CONNECTION_CLOSED_IDLE,
                        "the server closed the connection while it was idle; connect again and repeat the request",
                        cause);
    }

    FailureException idleForTooLong() {
        return failures.of(Phase.REQUEST, Reason.CONNECTION_CLOSED_IDLE,
                "the connection was idle for longer than the client or the server keeps one, so nothing was sent;"
                        + " connect again and repeat the request",
                null);
    }

    FailureException closedEarly(boolean answered, Throwable cause) {
        Phase phase = answered ? Phase.RESPONSE_HEAD : Phase.REQUEST;
        if (isViolation(cause)) {
            return brokenByTls(phase, cause);
        }
        return failures.of(phase, Reason.CONNECTION_RESET, answered
                ? "the server closed the connection in the middle of the response head; try again"
                : "the server closed the connection without a response; try again, or look at the server's log", cause);
    }

    FailureException brokenBody(IOException cause) {
        if (cause instanceof EOFException) {
            return failures.of(Phase.BODY, Reason.BODY_TRUNCATED,
                    "the connection ended in the middle of the body; the server or an intermediary cut it short",
                    cause);
        }
        if (isViolation(cause)) {
            return brokenByTls(Phase.BODY, cause);
        }
        return failures.of(Phase.BODY, Reason.CONNECTION_RESET,
                "the connection broke in the middle of the body; check the network and try again",
                cause);
    }

    /** @param what a sentence; it may have the path of the file in it */
    FailureException unreadableFile(String what, Exception cause) {
        return failures.of(Phase.REQUEST, Reason.FILE_UNREADABLE, Quoted.sentence(what), cause);
    }

    FailureException protocol(Phase phase, ProtocolException cause) {
        return failures.of(phase, cause.reason(), cause.getMessage(), cause);
    }

    /** Whether the cause is an alert or invalid TLS, and not the end of the connection. */
    private static boolean isViolation(Throwable cause) {
        return cause instanceof SSLException && !TlsFailures.isClose(cause);
    }

    /**
     * Tells whether the end of an idle connection is a late failure of its TLS handshake.
     *
     * @param cause why an idle connection has ended, or null if the server has closed it
     * @return the failure, or null if there is none
     */
    FailureException lateHandshake(Throwable cause) {
        return TlsFailures.isAboutClientCertificate(cause) ? brokenByTls(Phase.TLS, cause) : null;
    }

    /**
     * A TLS alert during an exchange. In TLS 1.3 the server checks the client's certificate after the handshake has ended for the client, so that
     * its alert arrives here (RFC 8446 section 4.4.2.4). It is a failure of the handshake all the same, as in TLS 1.2.
     */
    private FailureException brokenByTls(Phase phase, Throwable cause) {
        return failures.of(TlsFailures.isAboutClientCertificate(cause) ? Phase.TLS : phase, Reason.TLS_PROTOCOL,
                TlsFailures.broken(cause), cause);
    }
}
