package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.spi.HeaderLine;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.ResponseHead;

/**
 * One request and its response. The owner takes output from it, gives input to it, and asks how far it is; a new request is a new exchange.
 */
public final class Http1Exchange {
    /** RFC 9110 section 15.2 lets any number of 1xx responses come; this many is a server that never answers. */
    private static final int MOST_INTERIM_RESPONSES = 32;

    private final OutgoingRequest request;
    private final String url;
    private final ResponseLimits limits;
    private final byte[] requestHead;
    private long sent;
    private boolean sendingStopped;

    private final HeadBuffer section;
    private int interimResponses;
    private boolean anyByteReceived;
    private Http1ResponseHead response;
    private BodyDecoder body;
    private CloseReason closeReason;

    /**
     * @param url       the response's URL
     * @param authority the value of the Host header
     */
    public Http1Exchange(OutgoingRequest request, String url, String authority, String userAgent,
            ResponseLimits limits) {
        this.request = request;
        this.url = url;
        this.limits = limits;
        this.requestHead = RequestHead.encode(request, authority, userAgent);
        this.section = new HeadBuffer("the response's head", 1, limits.head(), limits.line(), limits.headers());
        this.closeReason = asksToClose(request) ? CloseReason.CLIENT_ASKED : null;
    }

    private static boolean asksToClose(OutgoingRequest request) {
        for (String line : request.headers()) {
            if (HeaderLine.isNamed(line, "Connection") && HeaderLine.value(line).equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }

    // Output

    public boolean hasOutput() {
        return !sendingStopped && sent < (long) requestHead.length + request.body().length;
    }

    /** Copies what is to be sent next, as much as there is room for; head and body follow each other without a seam. */
    public void copyOutput(ByteBuffer out) {
        if (sent < requestHead.length) {
            out.put(requestHead, (int) sent, Math.min(requestHead.length - (int) sent, out.remaining()));
        }
        int bodySent = (int) Math.max(0, sent - requestHead.length);
        if (sent + out.position() >= requestHead.length) {
            out.put(request.body(), bodySent, Math.min(request.body().length - bodySent, out.remaining()));
        }
    }

    /** Tells how much of that was really sent. */
    public void outputSent(int count) {
        sent += count;
    }

    /** How much of the request's body has been sent. */
    public long bodySent() {
        return Math.max(0, sent - requestHead.length);
    }

    /** The rest of the request is of no use any more. */
    public void stopSending() {
        if (hasOutput()) {
            sendingStopped = true;
            closeReason = CloseReason.REQUEST_UNSENT;
        }
    }

    // The head

    /**
     * Takes what came, up to the end of the final response's head.
     *
     * @return the head, or null while it is not complete
     */
    public ResponseHead receiveHead(ByteBuffer in) throws ProtocolException {
        anyByteReceived |= in.hasRemaining();
        while (response == null && section.take(in)) {
            endHead();
        }
        if (response == null) {
            StatusLine.checkStart(section);
        } else {
            checkSurplus(in);
        }
        return response;
    }

    private void endHead() throws ProtocolException {
        StatusLine status = StatusLine.of(section);
        FieldLines fields = new FieldLines(section);
        fields.check();
        if (status.code() < 200 && status.code() != 101) {
            if (++interimResponses > MOST_INTERIM_RESPONSES) {
                throw ProtocolException.malformed("the server sends nothing but interim responses");
            }
            section.clear();
            return;
        }
        BodyFraming framing = BodyFraming.of(request.method(), status, fields, limits);
        if (framing.closeReason() != null) {
            closeReason = framing.closeReason();
        }
        body = framing.body();
        response = new Http1ResponseHead(section, status, framing, url);
    }

    /** Whether a single byte of the answer has come: until then the server may never have seen the request. */
    public boolean isAnswered() {
        return anyByteReceived;
    }

    /** Whether the connection speaks another protocol from now on: after 101, and as a tunnel after CONNECT. */
    public boolean isHandedOver() {
        return response != null && (response.code() == 101
                || request.method() == Method.METHOD_CONNECT && response.code() < 300);
    }

    // The body

    /** Moves body bytes from one buffer to the other. */
    public void decodeBody(ByteBuffer in, ByteBuffer out) throws ProtocolException {
        body.decode(in, out);
        checkSurplus(in);
    }

    private void checkSurplus(ByteBuffer in) {
        if (body.isEnded() && in.hasRemaining() && !isHandedOver()) {
            closeReason = CloseReason.SURPLUS_BYTES;
        }
    }

    /** How many of the bytes to come are body and nothing else, so that they need no decoding. */
    public long plainBytes() {
        return body.plainBytes();
    }

    /** Tells that this many plain bytes have passed by. */
    public void plainBytesPassed(int count) {
        body.passed(count);
    }

    /** The stream has ended within the body. */
    public void endOfStream() throws ProtocolException {
        body.endOfStream();
    }

    public boolean isBodyEnded() {
        return body != null && body.isEnded();
    }

    /** Why the connection cannot serve another request, or null if it can. */
    public CloseReason closeReason() {
        return closeReason;
    }
}
