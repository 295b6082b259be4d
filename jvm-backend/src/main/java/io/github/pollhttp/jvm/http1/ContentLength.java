package io.github.pollhttp.jvm.http1;

/** The Content-Length of a response (RFC 9112 section 6.3 item 5): digits, up to 2^63-1, and the same each time if there are several. */
final class ContentLength {
    private final FieldLines fields;
    private long value = -1;

    ContentLength(FieldLines fields) throws ProtocolException {
        this.fields = fields;
        fields.visit("content-length", (start, end) -> {
            long each = digits(start, end);
            if (value >= 0 && value != each) {
                throw ProtocolException.malformed("the response has two lengths, " + value + " and " + each);
            }
            value = each;
        });
    }

    /** @return the length, or -1 if there is none */
    long value() {
        return value;
    }

    private long digits(int start, int end) throws ProtocolException {
        if (start == end) {
            throw malformed();
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            int digit = fields.at(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                throw malformed();
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static ProtocolException malformed() {
        return ProtocolException.malformed("the Content-Length is no number from 0 to 2^63-1");
    }
}
