package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.HttpDate;
import io.github.pollhttp.spi.BackendProvider;

/**
 * Decides which failures and responses are retried, and after which pause. Created when the program sets a policy, so that TeaVM leaves it out of
 * programs that set none.
 */
class Backoff {
    static final double NEVER = -1;
    private static final double ABSENT = -1;

    private final RetryPolicy policy;

    Backoff(RetryPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param reason why the client failed
     * @param used   the number of retries so far
     * @return the pause in seconds, or {@link #NEVER} for no retry
     */
    double pauseAfter(Reason reason, int used, BackendProvider provider) {
        return isTemporary(reason) && used < policy.retries() ? delay(used, provider) : NEVER;
    }

    private static boolean isTemporary(Reason reason) {
        return switch (reason) {
            case NAME_LOOKUP_FAILED, REFUSED, UNREACHABLE, TIMEOUT, CONNECTION_RESET, CONNECTION_CLOSED_IDLE,
                    BODY_TRUNCATED, OFFLINE, NETWORK_OR_CORS ->
                true;
            default -> false;
        };
    }

    /**
     * @param response the client with the response
     * @param used     the number of retries so far
     * @return the pause in seconds, or {@link #NEVER} for no retry
     */
    double pauseAfter(HTTPClient response, int used, BackendProvider provider) {
        if (used >= policy.retries() || !isTemporary(response.getResponseCode())) {
            return NEVER;
        }
        double retryAfter = retryAfter(response, provider);
        if (retryAfter == ABSENT) {
            return delay(used, provider);
        }
        return retryAfter <= policy.longestDelay() ? retryAfter : NEVER;
    }

    private static boolean isTemporary(int code) {
        return code == 408 || code == 429 || code == 502 || code == 503 || code == 504;
    }

    private double delay(int used, BackendProvider provider) {
        double delay = policy.firstDelay();
        for (int i = 0; i < used && delay < policy.longestDelay(); i++) {
            delay *= 2;
        }
        return Math.min(delay, policy.longestDelay()) * (1 - provider.random() / 2);
    }

    /** Reads {@code Retry-After}, a number of seconds or a date (RFC 9110 section 10.2.3). @return seconds, or {@link #ABSENT} */
    private static double retryAfter(HTTPClient response, BackendProvider provider) {
        String value = first(response.getResponseHeader("Retry-After"));
        long seconds = Decimal.parse(value, Long.MAX_VALUE);
        return seconds == Decimal.NONE ? secondsUntil(HttpDate.seconds(value), response, provider) : seconds;
    }

    /** Measures from the server's {@code Date} if there is one, because the local clock may be wrong. */
    private static double secondsUntil(long date, HTTPClient response, BackendProvider provider) {
        if (date == HttpDate.NONE) {
            return ABSENT;
        }
        long serverNow = HttpDate.seconds(first(response.getResponseHeader("Date")));
        double now = serverNow == HttpDate.NONE ? provider.currentTimeMillis() / 1000.0 : serverNow;
        return Math.max(0, date - now);
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }
}
