package io.github.pollhttp.jvm.http1;

/**
 * Reads the Transfer-Encoding of a response (RFC 9112 section 6.1), which must end with {@code chunked} if it is present. It does not know the body.
 */
final class TransferCoding implements ListField {
    private boolean present;
    private boolean endsInChunked;
    private boolean afterChunked;

    @Override
    public String lowerCaseName() {
        return "transfer-encoding";
    }

    @Override
    public void clear() {
        present = false;
        endsInChunked = false;
        afterChunked = false;
    }

    @Override
    public void element(FieldLines fields, int start, int end) {
        afterChunked |= endsInChunked;
        present = true;
        endsInChunked = fields.equals(start, end, "chunked");
    }

    /**
     * @return whether the body is chunked
     * @throws ProtocolException if the field is present but does not end with {@code chunked}, or has it twice
     */
    boolean isChunked() throws ProtocolException {
        if (afterChunked) {
            throw ProtocolException.malformed("the response has a transfer coding after chunked");
        }
        if (present && !endsInChunked) {
            throw ProtocolException.malformed("the response has a transfer coding that the client does not support");
        }
        return present;
    }
}
