package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Proxy;

/**
 * What went wrong, as a reason for the program and a sentence for a person.
 *
 * @param origin what the sentence begins with: the origin, and the proxy on the way to it
 */
public record Failures(String origin) {

    public static Failures to(Endpoint target, Proxy proxy) {
        return new Failures(target.origin() + (proxy == null ? "" : " through the proxy " + proxy));
    }

    public FailureException lookup(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        // The JDK keeps the resolver's own words, not its code (EAI_AGAIN), and nothing else tells a dead name server from a wrong name.
        if (!(cause instanceof UnknownHostException) || text.contains("temporary failure")) {
            return of(Phase.RESOLVE, Reason.NAME_LOOKUP_FAILED,
                    "the name server did not answer; check the network and try again", cause);
        }
        return of(Phase.RESOLVE, Reason.NAME_NOT_FOUND, "there is no host of that name; check its spelling",
                cause);
    }

    /** By the exception's class first: its text is the system's, in the language of the system. */
    public FailureException connect(IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof ConnectException && text.contains("timed out")) {
            return of(Phase.CONNECT, Reason.TIMEOUT, "the host does not answer; check the address and firewalls",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return of(Phase.CONNECT, Reason.REFUSED,
                    "nothing listens on that port; check the port and whether the server runs", cause);
        }
        boolean noRoute = cause instanceof NoRouteToHostException || text.contains("unreachable");
        return of(Phase.CONNECT, Reason.UNREACHABLE,
                noRoute ? "there is no route to the host; check the network" : "the connection could not be opened",
                cause);
    }

    public FailureException proxyAnswered(int code) {
        // 401 is an origin's code (RFC 9110 section 15.5.2), but tinyproxy answers a wrong password with it.
        boolean unknown = code == ResponseCode.RESPONSE_PROXY_AUTHENTICATION_REQUIRED
                || code == ResponseCode.RESPONSE_UNAUTHORIZED;
        String advice = unknown
                ? "check user and password, which stand before its host, as user:password@host"
                : "check the proxy's settings, or whether the host is up";
        return proxyRefused("the proxy answered " + (code + " " + ResponseCode.reason(code)).strip() + "; " + advice);
    }

    public FailureException proxyRefused(String what) {
        return of(Phase.PROXY, Reason.PROXY_REFUSED, what, null);
    }

    public FailureException proxyClosed(IOException cause) {
        return of(Phase.PROXY, Reason.CONNECTION_RESET,
                "the proxy ended the connection before it made a tunnel; check the proxy's address and port", cause);
    }

    public FailureException proxyMalformed(String what) {
        return of(Phase.PROXY, Reason.RESPONSE_MALFORMED, what, null);
    }

    public FailureException of(Phase phase, Reason reason, String what, Throwable cause) {
        return new FailureException(new Failure(phase, reason, origin + ": " + what, cause));
    }
}
