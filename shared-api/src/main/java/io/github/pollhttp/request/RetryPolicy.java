package io.github.pollhttp.request;

import org.jspecify.annotations.NullMarked;

/**
 * Sets how often an {@link HTTPRequest} retries a request, and after which pauses. Only requests with an idempotent method (GET, HEAD, PUT,
 * DELETE, OPTIONS, TRACE; RFC 9110 section 9.2.2) are retried. They are retried after temporary failures of the network, such as a timeout, a
 * refused or reset connection, or an incomplete response, and after the response codes 408, 429, 502, 503 and 504.
 *
 * <p>
 * The pause before the first retry is {@code firstDelay}. It doubles with each further retry, up to {@code longestDelay}. A random part of up to
 * one half is then subtracted, so that many clients do not retry at the same moment.
 *
 * <p>
 * A {@code Retry-After} header of the response replaces the pause (RFC 9110 section 10.2.3), in a browser only if the server exposes it to the page. If it is longer than {@code longestDelay}, the
 * request is not retried and completes with that response. A request is also not retried if the pause would exceed its
 * {@linkplain HTTPRequest#setTimeout timeout}.
 *
 * @param retries      the largest number of retries, 0 for none
 * @param firstDelay   the pause before the first retry, in seconds
 * @param longestDelay the longest pause, in seconds
 */
@NullMarked
public record RetryPolicy(int retries, double firstDelay, double longestDelay) {
    /** No retries, except for the one that is always made if the server has closed an idle connection before the request reached it. */
    public static final RetryPolicy NONE = new RetryPolicy(0, 0, 0);

    /**
     * Creates a policy.
     *
     * @param retries      the largest number of retries, 0 or more
     * @param firstDelay   the pause before the first retry in seconds, 0 or more
     * @param longestDelay the longest pause in seconds, {@code firstDelay} or more
     * @throws IllegalArgumentException if a value is out of its range or NaN
     */
    public RetryPolicy {
        if (retries < 0 || !(firstDelay >= 0) || !(longestDelay >= firstDelay)) {
            throw new IllegalArgumentException(
                    "A retry policy has a negative value, or its longest delay is less than its first delay. "
                            + "Use 0 or more, and a longest delay that is not less than the first.");
        }
    }

    /**
     * Creates a policy with pauses of 0.5, 1, 2, 4 seconds and so on, up to 30 seconds.
     *
     * @param retries the largest number of retries, 0 for none
     * @return the policy
     * @throws IllegalArgumentException if retries is negative
     */
    public static RetryPolicy times(int retries) {
        return new RetryPolicy(retries, 0.5, 30);
    }
}
