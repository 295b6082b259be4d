package io.github.pollhttp.jvm.http1;

/**
 * Reads how long the server keeps an idle connection, from {@code Keep-Alive: timeout=5} (RFC 2068 section 19.7.1.1). It ignores other parameters and
 * invalid values. It does not know whether the connection persists.
 */
final class KeepAlive implements ListField {
    private static final String TIMEOUT = "timeout";
    private static final long SECOND = 1_000_000_000;

    /** More digits would not fit a long in nanoseconds; the client's own limit is shorter in any case. */
    private static final int MOST_DIGITS = 9;

    private long nanos = Long.MAX_VALUE;

    @Override
    public String lowerCaseName() {
        return "keep-alive";
    }

    @Override
    public void clear() {
        nanos = Long.MAX_VALUE;
    }

    @Override
    public void element(FieldLines fields, int start, int end) {
        int equals = start;
        while (equals < end && fields.at(equals) != '=') {
            equals++;
        }
        int digits = end - equals - 1;
        if (digits < 1 || digits > MOST_DIGITS || !fields.equals(start, equals, TIMEOUT)) {
            return;
        }
        long seconds = 0;
        for (int i = equals + 1; i < end; i++) {
            int digit = fields.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            seconds = seconds * 10 + digit;
        }
        nanos = Math.min(nanos, seconds * SECOND);
    }

    /**
     * @return the idle time after which the server may have closed the connection when a request arrives: a second less than it has announced, or
     *         half of a shorter time; {@link Long#MAX_VALUE} if it has announced none
     */
    long nanos() {
        return nanos == Long.MAX_VALUE ? nanos : nanos - Math.min(SECOND, nanos / 2);
    }
}
