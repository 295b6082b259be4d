package io.github.pollhttp.jvm;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;

import javax.net.ssl.SSLException;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.spi.Proxy;
import io.github.pollhttp.spi.BackendException;
import io.github.pollhttp.spi.Endpoint;

/**
 * What went wrong, as a reason for the program and a sentence for a person.
 *
 * @param origin what the sentence begins with: the origin, and the proxy on the way to it
 */
record Failures(String origin) {

    static Failures of(Endpoint target, Proxy proxy) {
        return new Failures(target.origin() + (proxy == null ? "" : " through the proxy " + proxy));
    }

    BackendException lookup(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        // The JDK keeps the resolver's own words, not its code (EAI_AGAIN), and nothing else tells a dead name server from a wrong name.
        if (!(cause instanceof UnknownHostException) || text.contains("temporary failure")) {
            return failure(Phase.RESOLVE, Reason.NAME_LOOKUP_FAILED,
                    "the name server did not answer; check the network and try again", cause);
        }
        return failure(Phase.RESOLVE, Reason.NAME_NOT_FOUND, "there is no host of that name; check its spelling",
                cause);
    }

    /** By the exception's class first: its text is the system's, in the language of the system. */
    BackendException connect(IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof ConnectException && text.contains("timed out")) {
            return failure(Phase.CONNECT, Reason.TIMEOUT, "the host does not answer; check the address and firewalls",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return failure(Phase.CONNECT, Reason.REFUSED,
                    "nothing listens on that port; check the port and whether the server runs", cause);
        }
        boolean noRoute = cause instanceof NoRouteToHostException || text.contains("unreachable");
        return failure(Phase.CONNECT, Reason.UNREACHABLE,
                noRoute ? "there is no route to the host; check the network" : "the connection could not be opened",
                cause);
    }

    BackendException proxyAnswered(int code) {
        // 401 is an origin's code (RFC 9110 section 15.5.2), but tinyproxy answers a wrong password with it.
        boolean unknown = code == ResponseCode.RESPONSE_PROXY_AUTHENTICATION_REQUIRED
                || code == ResponseCode.RESPONSE_UNAUTHORIZED;
        String advice = unknown
                ? "check user and password, which stand before its host, as user:password@host"
                : "check the proxy's settings, or whether the host is up";
        return proxyRefused("the proxy answered " + (code + " " + ResponseCode.reason(code)).strip() + "; " + advice);
    }

    BackendException proxyRefused(String what) {
        return failure(Phase.PROXY, Reason.PROXY_REFUSED, what, null);
    }

    BackendException proxyClosed(IOException cause) {
        return failure(Phase.PROXY, Reason.CONNECTION_RESET,
                "the proxy ended the connection before it made a tunnel; check the proxy's address and port", cause);
    }

    BackendException proxyMalformed(String what) {
        return failure(Phase.PROXY, Reason.RESPONSE_MALFORMED, what, null);
    }

    BackendException closedIdle(Throwable cause) {
        return cause instanceof SSLException
                ? refusedByTls(Phase.REQUEST, cause)
                : failure(Phase.REQUEST, Reason.CONNECTION_CLOSED_IDLE,
                        "the server had closed the idle connection; connect and send the request again", cause);
    }

    BackendException closedEarly(boolean answered, Throwable cause) {
        Phase phase = answered ? Phase.RESPONSE_HEAD : Phase.REQUEST;
        if (cause instanceof SSLException) {
            return refusedByTls(phase, cause);
        }
        return failure(phase, Reason.CONNECTION_RESET, answered
                ? "the server ended the connection in the middle of the response's head"
                : "the server ended the connection without an answer", cause);
    }

    BackendException brokenBody(IOException cause) {
        if (cause instanceof TruncatedStreamException) {
            return failure(Phase.BODY, Reason.BODY_TRUNCATED,
                    "the connection ended in the middle of the body, or someone on the way cut it", cause);
        }
        if (cause instanceof SSLException) {
            return refusedByTls(Phase.BODY, cause);
        }
        return failure(Phase.BODY, Reason.CONNECTION_RESET, "the connection broke in the middle of the body", cause);
    }

    BackendException protocol(Phase phase, ProtocolException cause) {
        return failure(phase, cause.reason(), cause.getMessage(), cause);
    }

    /** In TLS 1.3 a server looks at the client's certificate when the client takes the handshake for done (RFC 8446 section 4.4.2.4). */
    private BackendException refusedByTls(Phase phase, Throwable cause) {
        return failure(phase, Reason.TLS_PROTOCOL, TlsFailures.broken(cause), cause);
    }

    private BackendException failure(Phase phase, Reason reason, String what, Throwable cause) {
        return new BackendException(new Failure(phase, reason, origin + ": " + what, cause));
    }
}
