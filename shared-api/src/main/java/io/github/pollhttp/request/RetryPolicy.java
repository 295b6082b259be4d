package io.github.pollhttp.request;

/**
 * How often an {@link HTTPRequest} asks again by itself, and after what pause. Only idempotent methods (RFC 9110 section 9.2.2: GET, HEAD,
 * PUT, DELETE, OPTIONS, TRACE) are asked again, after a failure of the network and after the response codes 408, 429, 502, 503 and 504.
 *
 * <p>
 * The pause before retry <i>n</i> is {@code firstDelay} doubled <i>n</i>-1 times, at most {@code longestDelay}, of which a random part of up to
 * a half is left out, so that many clients do not come back together. A {@code Retry-After} of the server takes its place; one that is longer
 * than {@code longestDelay}, or than what is left of the timeout, ends the request with that response.
 *
 * @param retries      how many times at most, 0 for never
 * @param firstDelay   seconds before the first retry
 * @param longestDelay seconds before any retry, at most
 */
public record RetryPolicy(int retries, double firstDelay, double longestDelay) {
    /** No retry but the one after a kept-alive connection that turned out to be closed. */
    public static final RetryPolicy NONE = new RetryPolicy(0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @param retries      not negative
     * @param firstDelay   not negative
     * @param longestDelay not less than {@code firstDelay}
     * @throws IllegalArgumentException if one of them is
     */
    public RetryPolicy {
        if (retries < 0 || !(firstDelay >= 0) || !(longestDelay >= firstDelay)) {
            throw new IllegalArgumentException("retries and delays are not negative, the longest delay is the longest");
        }
    }

    /**
     * Retries after half a second, one, two, and so on up to 30 seconds.
     *
     * @param retries how many times at most
     * @return the policy
     * @throws IllegalArgumentException if it is negative
     */
    public static RetryPolicy times(int retries) {
        return new RetryPolicy(retries, 0.5, 30);
    }
}
