package io.github.pollhttp.jvm.http1;

/** The Transfer-Encoding of a response (RFC 9112 section 6.1): absent, or a list that ends in chunked. */
final class TransferCoding implements ListField {
    private boolean present;
    private boolean endsInChunked;
    private boolean behindChunked;

    @Override
    public String lowerCaseName() {
        return "transfer-encoding";
    }

    @Override
    public void clear() {
        present = false;
        endsInChunked = false;
        behindChunked = false;
    }

    @Override
    public void element(FieldLines fields, int start, int end) {
        behindChunked |= endsInChunked;
        present = true;
        endsInChunked = fields.equals(start, end, "chunked");
    }

    boolean isChunked() throws ProtocolException {
        if (behindChunked) {
            throw ProtocolException.malformed("a transfer coding is applied behind chunked");
        }
        if (present && !endsInChunked) {
            throw ProtocolException.malformed("the response has a transfer coding that nobody asked for");
        }
        return present;
    }
}
