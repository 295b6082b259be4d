package io.github.pollhttp.jvm;

import java.io.EOFException;
import java.io.IOException;

import javax.net.ssl.SSLException;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.tls.TlsFailures;

/** What can go wrong in an exchange on an open connection, as a reason for the program and a sentence for a person. */
record ExchangeFailures(Failures failures) {
    FailureException closedIdle(Throwable cause) {
        return cause instanceof SSLException
                ? refusedByTls(Phase.REQUEST, cause)
                : failures.of(Phase.REQUEST, Reason.CONNECTION_CLOSED_IDLE,
                        "the server had closed the idle connection; connect and send the request again", cause);
    }

    FailureException closedEarly(boolean answered, Throwable cause) {
        Phase phase = answered ? Phase.RESPONSE_HEAD : Phase.REQUEST;
        if (cause instanceof SSLException) {
            return refusedByTls(phase, cause);
        }
        return failures.of(phase, Reason.CONNECTION_RESET, answered
                ? "the server ended the connection in the middle of the response's head"
                : "the server ended the connection without an answer", cause);
    }

    FailureException brokenBody(IOException cause) {
        if (cause instanceof EOFException) {
            return failures.of(Phase.BODY, Reason.BODY_TRUNCATED,
                    "the connection ended in the middle of the body, or someone on the way cut it", cause);
        }
        if (cause instanceof SSLException) {
            return refusedByTls(Phase.BODY, cause);
        }
        return failures.of(Phase.BODY, Reason.CONNECTION_RESET, "the connection broke in the middle of the body",
                cause);
    }

    FailureException protocol(Phase phase, ProtocolException cause) {
        return failures.of(phase, cause.reason(), cause.getMessage(), cause);
    }

    /** In TLS 1.3 a server looks at the client's certificate when the client takes the handshake for done (RFC 8446 section 4.4.2.4). */
    private FailureException refusedByTls(Phase phase, Throwable cause) {
        return failures.of(phase, Reason.TLS_PROTOCOL, TlsFailures.broken(cause), cause);
    }
}
