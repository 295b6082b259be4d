package io.github.pollhttp.testing;

import static io.github.pollhttp.Failure.Phase.BODY;
import static io.github.pollhttp.Failure.Phase.CONNECT;
import static io.github.pollhttp.Failure.Phase.PROXY;
import static io.github.pollhttp.Failure.Phase.REQUEST;
import static io.github.pollhttp.Failure.Phase.RESOLVE;
import static io.github.pollhttp.Failure.Phase.RESPONSE_HEAD;
import static io.github.pollhttp.Failure.Phase.TLS;

import java.util.List;
import java.util.Locale;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.FailureException;

/** A failure that a test has scripted. */
record Fault(Phase phase, Reason reason) {

    /** @throws IllegalArgumentException if no backend reports the reason in this phase */
    Fault {
        if (!phases(reason).contains(phase)) {
            throw new IllegalArgumentException(
                    reason + " does not occur in the phase " + phase + ", only in " + phases(reason) + ".");
        }
    }

    /** Uses the phase in which the reason occurs most often. */
    static Fault of(Reason reason) {
        return new Fault(phases(reason).get(0), reason);
    }

    /** The phases in which the backends report a reason, the most frequent one first. */
    static List<Phase> phases(Reason reason) {
        return switch (reason) {
            case NAME_NOT_FOUND, NAME_LOOKUP_FAILED -> List.of(RESOLVE);
            case REFUSED, UNREACHABLE -> List.of(CONNECT);
            case TIMEOUT -> List.of(CONNECT, RESOLVE, REQUEST, BODY);
            case PROXY_REFUSED -> List.of(PROXY);
            case TLS_UNTRUSTED, TLS_EXPIRED, TLS_WRONG_HOST, TLS_PIN_MISMATCH, TLS_REVOKED -> List.of(TLS);
            case TLS_PROTOCOL -> List.of(TLS, REQUEST, RESPONSE_HEAD, BODY);
            case CONNECTION_RESET -> List.of(REQUEST, RESPONSE_HEAD, BODY, TLS, PROXY);
            case CONNECTION_CLOSED_IDLE, FILE_UNREADABLE, MIXED_CONTENT, BLOCKED_BY_POLICY, OFFLINE, CORS_REFUSED,
                    NETWORK_OR_CORS ->
                List.of(REQUEST);
            case RESPONSE_MALFORMED, RESPONSE_TOO_LARGE -> List.of(RESPONSE_HEAD, BODY, PROXY);
            case BODY_TRUNCATED -> List.of(BODY);
        };
    }

    /** Whether the failure ends the connecting, so that no request is sent. */
    boolean isBeforeRequest() {
        return phase.compareTo(REQUEST) < 0;
    }

    /** Whether the network only stays silent, and a timeout of the program reports the failure. */
    boolean isSilence() {
        return reason == Reason.TIMEOUT;
    }

    boolean isOfBrowsersOnly() {
        return reason.compareTo(Reason.MIXED_CONTENT) >= 0;
    }

    /** @param origin the beginning of the message */
    BackendFailure failure(String origin) {
        String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return failure(origin, words + ", as the test has scripted");
    }

    BackendFailure failure(String origin, String what) {
        return new FailureException(new Failure(phase, reason, origin + ": " + what, null));
    }
}
