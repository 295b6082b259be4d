package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.HttpDate;

/** After what a policy asks again, and how long it waits before. Made with a policy, so that a program which sets none does not link it. */
final class Backoff {
    static final double NEVER = -1;
    private static final double NOT_SAID = -1;

    private final RetryPolicy policy;

    Backoff(RetryPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param used how many retries there were
     * @return seconds, or {@link #NEVER}
     */
    double pauseAfter(Reason reason, int used, Environment environment) {
        return mayPass(reason) && used < policy.retries() ? delay(used, environment) : NEVER;
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
     * @param response the client that has it
     * @param used     how many retries there were
     * @return seconds, or {@link #NEVER}
     */
    double pauseAfter(HTTPClient response, int used, Environment environment) {
        if (used >= policy.retries() || !mayPass(response.getResponseCode())) {
            return NEVER;
        }
        double asked = secondsAsked(response, environment);
        if (asked == NOT_SAID) {
            return delay(used, environment);
        }
        return asked <= policy.longestDelay() ? asked : NEVER;
    }

    private static boolean mayPass(int code) {
        return code == 408 || code == 429 || code == 502 || code == 503 || code == 504;
    }

    private double delay(int used, Environment environment) {
        double delay = policy.firstDelay();
        for (int i = 0; i < used && delay < policy.longestDelay(); i++) {
            delay *= 2;
        }
        return Math.min(delay, policy.longestDelay()) * (1 - environment.random().getAsDouble() / 2);
    }

    /** RFC 9110 section 10.2.3: a number of seconds, or a date. */
    private static double secondsAsked(HTTPClient response, Environment environment) {
        String asked = first(response.getResponseHeader("Retry-After"));
        long seconds = Decimal.parse(asked, Long.MAX_VALUE);
        return seconds == Decimal.NONE ? secondsUntil(HttpDate.seconds(asked), response, environment) : seconds;
    }

    /** By the server's clock, where it tells the time, for ours may be wrong. */
    private static double secondsUntil(long then, HTTPClient response, Environment environment) {
        if (then == HttpDate.NONE) {
            return NOT_SAID;
        }
        long serverNow = HttpDate.seconds(first(response.getResponseHeader("Date")));
        double now = serverNow == HttpDate.NONE ? environment.wallClock().getAsLong() / 1000.0 : serverNow;
        return Math.max(0, then - now);
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }
}
