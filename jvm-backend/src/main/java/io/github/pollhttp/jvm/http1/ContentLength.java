package io.github.pollhttp.jvm.http1;

/**
 * Reads the Content-Length of a response (RFC 9112 section 6.3 item 5): decimal digits, 0 to 2^63-1. Several values are allowed if they have the same
 * digits. Equal numbers with other digits, such as 30 and 030, and empty list members are malformed, because parsers disagree about them. It does not
 * know whether the length applies: Transfer-Encoding, the method and the status code can override it.
 */
final class ContentLength implements ListField {
    private static final long ABSENT = -1;
    private static final long MALFORMED = -2;

    private long value;
    private int firstStart;
    private int firstEnd;
    private boolean differs;

    @Override
    public String lowerCaseName() {
        return "content-length";
    }

    @Override
    public void clear() {
        value = ABSENT;
        differs = false;
    }

    @Override
    public void element(FieldLines fields, int start, int end) {
        if (value == ABSENT) {
            value = digits(fields, start, end);
            firstStart = start;
            firstEnd = end;
        } else {
            differs |= !fields.equal(firstStart, firstEnd, start, end);
        }
    }

    /**
     * @return the length in bytes, or -1 if there is none
     * @throws ProtocolException if a value is invalid or two values differ
     */
    long value() throws ProtocolException {
        if (value == MALFORMED) {
            throw ProtocolException.malformed("the response's Content-Length is not a number from 0 to 2^63-1");
        }
        if (differs) {
            throw ProtocolException.malformed("the response has two different values of Content-Length");
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
