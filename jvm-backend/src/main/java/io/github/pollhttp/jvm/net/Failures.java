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
 * Makes failures: a reason for the program and a message for a person.
 *
 * @param subject the beginning of each message: the origin, and the proxy if there is one
 */
public record Failures(String subject) {
    private static final String FORBIDDEN = "the system forbids network access; check firewalls,"
            + " and on Android the permission android.permission.INTERNET in the manifest";

    public static Failures to(Endpoint target, Proxy proxy) {
        return new Failures(target.origin() + (proxy == null ? "" : " through the proxy " + proxy));
    }

    /**
     * The JDK passes on the resolver's text, not its code (EAI_AGAIN). Only the text tells a dead server from a wrong name. macOS and Windows often
     * report a wrong name while the computer is offline, and glibc and Windows translate their texts, so the message about a wrong name mentions the
     * network, too.
     */
    public FailureException lookup(Throwable cause) {
        if (cause instanceof SecurityException) {
            return of(Phase.RESOLVE, Reason.NAME_LOOKUP_FAILED, FORBIDDEN, cause);
        }
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        boolean temporary = text.contains("temporary failure") // glibc, macOS
                || text.contains("temporary error") // Windows
                || text.contains("try again"); // musl
        if (!(cause instanceof UnknownHostException) || temporary) {
            return of(Phase.RESOLVE, Reason.NAME_LOOKUP_FAILED,
                    "the name server did not answer; check the network and try again", cause);
        }
        return of(Phase.RESOLVE, Reason.NAME_NOT_FOUND,
                "the host name was not found; check its spelling and the network", cause);
    }

    /** Looks at the class of the exception first, because its text is in the language of the system. */
    public FailureException connect(IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof ConnectException && text.contains("timed out")) {
            return of(Phase.CONNECT, Reason.TIMEOUT, "the host did not answer; check the address and firewalls",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return of(Phase.CONNECT, Reason.REFUSED,
                    "the host refused the connection; check the port and whether the server is running", cause);
        }
        if (text.contains("not permitted") || text.contains("permission denied")) { // EPERM and EACCES
            return of(Phase.CONNECT, Reason.UNREACHABLE, FORBIDDEN, cause);
        }
        // The last one is what macOS and Windows say if the host, or this computer's network, is off.
        boolean noRoute = cause instanceof NoRouteToHostException || text.contains("unreachable")
                || text.contains(" is down");
        return of(Phase.CONNECT, Reason.UNREACHABLE,
                noRoute
                        ? "there is no route to the host; check the network"
                        : "the connection could not be opened; check the address, the network and firewalls",
                cause);
    }

    public FailureException proxyAnswered(int code) {
        // 401 is a code for origins (RFC 9110 section 15.5.2), but tinyproxy sends it for a wrong password.
        boolean unauthorized = code == ResponseCode.RESPONSE_PROXY_AUTHENTICATION_REQUIRED
                || code == ResponseCode.RESPONSE_UNAUTHORIZED;
        String advice = unauthorized
                ? "check the user and password in the proxy's host, user:password@host"
                : "check the proxy's settings and whether the proxy can reach the host";
        return proxyRefused("the proxy answered " + (code + " " + ResponseCode.reason(code)).trim() + "; " + advice);
    }

    public FailureException proxyRefused(String what) {
        return of(Phase.PROXY, Reason.PROXY_REFUSED, what, null);
    }

    public FailureException proxyClosed(IOException cause) {
        return of(Phase.PROXY, Reason.CONNECTION_RESET,
                "the proxy closed the connection before the tunnel was open; check the proxy's address and port",
                cause);
    }

    public FailureException proxyMalformed(String what) {
        return of(Phase.PROXY, Reason.RESPONSE_MALFORMED, what, null);
    }

    public FailureException of(Phase phase, Reason reason, String what, Throwable cause) {
        return new FailureException(new Failure(phase, reason, subject + ": " + what, cause));
    }
}
