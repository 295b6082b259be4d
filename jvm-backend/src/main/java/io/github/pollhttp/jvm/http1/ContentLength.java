package io.github.pollhttp.jvm.http1;

/** The Content-Length of a response (RFC 9112 section 6.3 item 5): digits, up to 2^63-1, and the same each time if there are several. */
final class ContentLength implements ListField {
    private static final long ABSENT = -1;
    private static final long MALFORMED = -2;

    private long value;

    /** The first that differs, or {@link #ABSENT}. */
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

    /** @return the length, or -1 if there is none */
    long value() throws ProtocolException {
        if (value == MALFORMED || other == MALFORMED) {
            throw ProtocolException.malformed("the Content-Length is no number from 0 to 2^63-1");
        }
        if (other != ABSENT) {
            throw ProtocolException.malformed("the response has two lengths, " + value + " and " + other);
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
