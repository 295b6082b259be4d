package io.github.pollhttp.jvm.http1;

/** The Transfer-Encoding of a response (RFC 9112 section 6.1): absent, or a list that ends in chunked. */
final class TransferCoding {
    private boolean present;
    private boolean endsInChunked;

    TransferCoding(FieldLines fields) throws ProtocolException {
        fields.visit("transfer-encoding", (start, end) -> {
            if (endsInChunked) {
                throw ProtocolException.malformed("a transfer coding is applied behind chunked");
            }
            present = true;
            endsInChunked = fields.equals(start, end, "chunked");
        });
        if (present && !endsInChunked) {
            throw ProtocolException.malformed("the response has a transfer coding that nobody asked for");
        }
    }

    boolean isPresent() {
        return present;
    }

    CloseReason closeReason(StatusLine status, ContentLength length, CloseReason otherwise) {
        if (length.value() >= 0) {
            return CloseReason.LENGTH_BESIDE_CHUNKED;
        }
        return status.minorVersion() == 0 ? CloseReason.HTTP_1_0 : otherwise;
    }
}
