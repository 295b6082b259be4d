package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.RetryPolicy;

/** Whether a request is sent once more, and after what pause. */
final class Retries {
    static final long NEVER = -1;
    private static final double NANOS = 1e9;

    private final RetryPolicy policy;
    private final Surroundings surroundings;
    private int used;
    private boolean idleUsed;

    Retries(RetryPolicy policy, Surroundings surroundings) {
        this.policy = policy;
        this.surroundings = surroundings;
    }

    /**
     * @param failure why the client failed, null if it was not the client
     * @return nanoseconds, or {@link #NEVER}
     */
    long pauseAfter(Hop hop, Failure failure) {
        if (failure == null || !hop.isIdempotent()) {
            return NEVER;
        }
        if (failure.reason() == Reason.CONNECTION_CLOSED_IDLE && !idleUsed) {
            idleUsed = true; // it says nothing of the server, but that it did not wait for us
            return 0;
        }
        return mayPass(failure.reason()) && used < policy.retries() ? backoff() : NEVER;
    }

    private static boolean mayPass(Reason reason) {
        return switch (reason) {
            case NAME_LOOKUP_FAILED, REFUSED, UNREACHABLE, TIMEOUT, CONNECTION_RESET, CONNECTION_CLOSED_IDLE,
                    BODY_TRUNCATED, OFFLINE, NETWORK_OR_CORS ->
                true;
            default -> false;
        };
    }

    /**
     * @param client has a response
     * @param left   nanoseconds until the request times out
     * @return nanoseconds, or {@link #NEVER}
     */
    long pauseAfter(Hop hop, HTTPClient client, long left) {
        if (used >= policy.retries() || !hop.isIdempotent() || !isPassing(client.getResponseCode())) {
            return NEVER;
        }
        double asked = secondsAsked(client);
        if (asked > policy.longestDelay() || asked * NANOS >= left) {
            return NEVER;
        }
        if (asked < 0) {
            long pause = backoff();
            return pause < left ? pause : NEVER;
        }
        used++;
        return (long) (asked * NANOS);
    }

    private static boolean isPassing(int code) {
        return code == 408 || code == 429 || code == 502 || code == 503 || code == 504;
    }

    /** RFC 9110 section 10.2.3. @return -1 if the server does not say it */
    private double secondsAsked(HTTPClient client) {
        String asked = first(client.getResponseHeader("Retry-After"));
        if (asked.isEmpty()) {
            return -1;
        }
        double seconds = 0;
        for (int i = 0; i < asked.length(); i++) {
            int digit = asked.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return secondsUntil(HttpDate.seconds(asked), HttpDate.seconds(first(client.getResponseHeader("Date"))));
            }
            seconds = seconds * 10 + digit;
        }
        return seconds;
    }

    /** By the server's clock, where it tells the time, for ours may be wrong. */
    private double secondsUntil(long then, long serverNow) {
        if (then == HttpDate.NONE) {
            return -1;
        }
        double now = serverNow == HttpDate.NONE ? surroundings.wallClock().getAsLong() / 1000.0 : serverNow;
        return Math.max(0, then - now);
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }

    private long backoff() {
        double delay = policy.firstDelay();
        for (int i = 0; i < used && delay < policy.longestDelay(); i++) {
            delay *= 2;
        }
        used++;
        delay = Math.min(delay, policy.longestDelay());
        return (long) (delay * (1 - surroundings.random().getAsDouble() / 2) * NANOS);
    }
}
