package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.ResponseLimits;

/**
 * Where a response ends, and whether its connection goes on: RFC 9112 section 6.3 in its own order, and section 9.3. Its parts serve one response
 * after the other.
 */
final class BodyFraming {
    private final HeadBuffer section;
    private final FieldLines fields;
    private final ConnectionOptions options = new ConnectionOptions();
    private final TransferCoding coding = new TransferCoding();
    private final ContentLength length = new ContentLength();
    private final ListField[] wanted = {options, coding, length};
    private final FixedLengthBody fixedLength = new FixedLengthBody();

    /** Null until a response is chunked. */
    private ChunkedBody chunked;
    private boolean hasBody;
    private BodyDecoder body;
    private CloseReason closeReason;

    BodyFraming(HeadBuffer section) {
        this.section = section;
        this.fields = new FieldLines(section);
    }

    /** Checks the fields of a head, an interim one's, too. */
    void readFields() throws ProtocolException {
        for (ListField field : wanted) {
            field.clear();
        }
        fields.read(wanted);
    }

    /** Draws the conclusions for a final response. */
    void decide(String method, int code, ResponseLimits limits) throws ProtocolException {
        boolean http10 = StatusLine.isHttp10(section);
        hasBody = true;
        body = fixedLength.of(0);
        closeReason = options.closeReason(http10);
        if (code < 200 || code == 204 || code == 304 || method.equals("CONNECT") && code < 300) {
            hasBody = false;
        } else if (!method.equals("HEAD")) {
            decideBody(code, http10, limits);
        }
    }

    private void decideBody(int code, boolean http10, ResponseLimits limits) throws ProtocolException {
        boolean isChunked = coding.isChunked();
        long announced = length.value();
        if (code == 205) {
            hasBody = false;
            closeReason = !isChunked && announced == 0 ? closeReason : CloseReason.CONTENT_IN_205;
        } else if (isChunked) {
            chunked = chunked == null ? new ChunkedBody() : chunked;
            body = chunked.within(limits);
            if (announced >= 0) {
                closeReason = CloseReason.LENGTH_BESIDE_CHUNKED;
            } else if (http10) {
                closeReason = CloseReason.HTTP_1_0;
            }
        } else if (announced >= 0) {
            body = fixedLength.of(announced);
        } else {
            body = new UntilCloseBody();
            closeReason = CloseReason.BODY_UNTIL_CLOSE;
        }
    }

    /** Whether the program passes through {@code STATUS_BODY}. */
    boolean hasBody() {
        return hasBody;
    }

    /** How the body is carried. */
    BodyDecoder body() {
        return body;
    }

    /** Why the connection cannot be used again, or null. */
    CloseReason closeReason() {
        return closeReason;
    }
}
