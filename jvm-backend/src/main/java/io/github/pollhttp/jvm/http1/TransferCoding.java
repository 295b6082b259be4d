package io.github.pollhttp.jvm.http1;

/**
 * Reads the Transfer-Encoding of a response (RFC 9112 section 6.1), which must be {@code chunked}, alone and once, if it is present. The client asks
 * for no other coding (it sends no TE field), and would deliver the coded bytes as the body. It does not know the body.
 */
final class TransferCoding implements ListField {
    private boolean present;
    private int codings;
    private boolean chunked;

    @Override
    public String lowerCaseName() {
        return "transfer-encoding";
    }

    @Override
    public void clear() {
        present = false;
        codings = 0;
        chunked = false;
    }

    @Override
    public void element(FieldLines fields, int start, int end) {
        present = true;
        if (start < end) {
            codings++;
            chunked |= fields.equals(start, end, "chunked");
        }
    }

    /**
     * @return whether the body is chunked
     * @throws ProtocolException if the field is present and is anything but {@code chunked}, alone and once
     */
    boolean isChunked() throws ProtocolException {
        if (present && !(chunked && codings == 1)) {
            throw ProtocolException.malformed(
                    "the response's Transfer-Encoding is not \"chunked\", alone and once, and the client supports no other");
        }
        return present;
    }
}
