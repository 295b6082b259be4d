package io.github.pollhttp.jvm.http1;

/**
 * Reads the Content-Length of a response (RFC 9112 section 6.3 item 5): decimal digits, 0 to 2^63-1. Several values are allowed if they are equal.
 * It does not know whether the length applies: Transfer-Encoding, the method and the status code can override it.
 */
final class ContentLength implements ListField {
    private static final long ABSENT = -1;
    private static final long MALFORMED = -2;

    private long value;

    /** The first value that differs from {@link #value}, or {@link #ABSENT}. */
    private long other;

    @Override
    public String lowerCaseName() {
        return "content-length";
    }

    @Override
    public void clear() {
        value = ABSENT;
        other = ABSENT;
    }

    @Override
    public void element(FieldLines fields, int start, int end) {
        long each = digits(fields, start, end);
        if (value == ABSENT) {
            value = each;
        } else if (value != each && other == ABSENT) {
            other = each;
        }
    }

    /**
     * @return the length in bytes, or -1 if there is none
     * @throws ProtocolException if a value is invalid or two values differ
     */
    long value() throws ProtocolException {
        if (value == MALFORMED || other == MALFORMED) {
            throw ProtocolException.malformed("the response's Content-Length is not a number from 0 to 2^63-1");
        }
        if (other != ABSENT) {
            throw ProtocolException
                    .malformed("the response has two different values of Content-Length, " + value + " and " + other);
        }
        return value;
    }

    private static long digits(FieldLines fields, int start, int end) {
        long number = start == end ? MALFORMED : 0;
        for (int i = start; i < end && number != MALFORMED; i++) {
            int digit = fields.at(i) - '0';
            boolean wrong = digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10;
            number = wrong ? MALFORMED : number * 10 + digit;
        }
        return number;
    }
}
