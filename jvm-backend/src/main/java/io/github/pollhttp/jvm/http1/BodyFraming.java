package io.github.pollhttp.jvm.http1;

import java.util.List;

import io.github.pollhttp.ResponseLimits;

/**
 * Decides the length of a response's body (RFC 9112 section 6.3, in the order of its list) and whether the connection persists (section 9.3). It
 * does not know the body's bytes. One instance serves one response after the other.
 */
final class BodyFraming {
    private final HeadBuffer section;
    private final FieldLines fields;
    private final ConnectionOptions options = new ConnectionOptions();
    private final TransferCoding coding = new TransferCoding();
    private final ContentLength length = new ContentLength();
    private final KeepAlive keepAlive = new KeepAlive();
    private final ListField[] framingFields = {options, coding, length, keepAlive};
    private final FixedLengthBody fixedLength = new FixedLengthBody();

    /** Null until the first chunked response. */
    private ChunkedBody chunked;
    private boolean hasBody;
    private BodyDecoder body;
    private CloseReason closeReason;

    BodyFraming(HeadBuffer section) {
        this.section = section;
        this.fields = new FieldLines(section, framingFields);
    }

    /** Checks and reads the fields of a complete head, final or interim. */
    void readFields() throws ProtocolException {
        for (ListField field : framingFields) {
            field.clear();
        }
        fields.read();
    }

    /** @return the values of a field of the head, in order */
    List<String> fieldValues(String name) {
        return fields.values(name);
    }

    /**
     * Decides on the body and on persistence for a final response, after {@link #readFields}.
     *
     * @param method method of the request, because HEAD and CONNECT change the framing
     * @param code   status code
     * @param limits limits for chunk sizes and trailers
     * @throws ProtocolException if the fields that frame the body are invalid
     */
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

    /** @return whether the response has a body, possibly empty; only then the program sees {@code STATUS_BODY} */
    boolean hasBody() {
        return hasBody;
    }

    /** @return the decoder of the body; of an empty one if the response has none */
    BodyDecoder body() {
        return body;
    }

    /** @return how long the server keeps the idle connection, in nanoseconds; {@link Long#MAX_VALUE} if that is unknown */
    long keepAliveNanos() {
        return keepAlive.nanos();
    }

    /** @return why the connection cannot serve another request, or null if it can */
    CloseReason closeReason() {
        return closeReason;
    }
}
