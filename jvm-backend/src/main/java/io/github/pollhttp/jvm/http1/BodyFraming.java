package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;

/**
 * Where a response ends, and whether its connection goes on: RFC 9112 section 6.3 in its own order, and section 9.3.
 *
 * @param hasBody     whether the program passes through {@code STATUS_BODY}
 * @param body        how the body is carried
 * @param closeReason why the connection cannot be used again, or null
 */
record BodyFraming(boolean hasBody, BodyDecoder body, CloseReason closeReason) {

    static BodyFraming of(Method method, StatusLine status, FieldLines fields, ResponseLimits limits)
            throws ProtocolException {
        CloseReason closeReason = connectionEnd(status, fields);
        int code = status.code();
        if (code < 200 || code == 204 || code == 304 || method == Method.METHOD_CONNECT && code < 300) {
            return new BodyFraming(false, new FixedLengthBody(0), closeReason);
        }
        if (method == Method.METHOD_HEAD) {
            return new BodyFraming(true, new FixedLengthBody(0), closeReason);
        }
        TransferCoding coding = new TransferCoding(fields);
        ContentLength length = new ContentLength(fields);
        if (code == 205) {
            boolean empty = !coding.isPresent() && length.value() == 0;
            return new BodyFraming(false, new FixedLengthBody(0), empty ? closeReason : CloseReason.CONTENT_IN_205);
        }
        if (coding.isPresent()) {
            return new BodyFraming(true, new ChunkedBody(limits), coding.closeReason(status, length, closeReason));
        }
        if (length.value() >= 0) {
            return new BodyFraming(true, new FixedLengthBody(length.value()), closeReason);
        }
        return new BodyFraming(true, new UntilCloseBody(), CloseReason.BODY_UNTIL_CLOSE);
    }

    private static CloseReason connectionEnd(StatusLine status, FieldLines fields) throws ProtocolException {
        boolean[] found = new boolean[2];
        fields.visit("connection", (start, end) -> {
            found[0] |= fields.equals(start, end, "close");
            found[1] |= fields.equals(start, end, "keep-alive");
        });
        if (found[0]) {
            return CloseReason.SERVER_ASKED;
        }
        return status.minorVersion() == 0 && !found[1] ? CloseReason.HTTP_1_0 : null;
    }
}
