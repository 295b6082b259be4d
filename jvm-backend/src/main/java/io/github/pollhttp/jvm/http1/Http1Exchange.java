package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.spi.ResponseHead;

/**
 * One request and its response, and then the next one's: {@link #begin} forgets the one before. The owner takes output from it, gives input to it,
 * and asks how far it is. Used again and not made anew, it costs a request nothing; new objects cost 1.2 KB.
 */
public final class Http1Exchange {
    /** RFC 9110 section 15.2 lets any number of 1xx responses come; this many is a server that never answers. */
    private static final int MOST_INTERIM_RESPONSES = 32;

    private final RequestHead requestHead;
    private String method;
    private byte[] requestBody;
    private long sent;
    private boolean sendingStopped;

    private final HeadBuffer section = new HeadBuffer("the response's head", 1);
    private final BodyFraming framing = new BodyFraming(section);
    private final Http1ResponseHead responseHead;
    private String target;
    private ResponseLimits limits;
    private int interimResponses;
    private boolean anyByteReceived;

    /** Null until it is complete, like {@link #body}. */
    private Http1ResponseHead response;
    private BodyDecoder body;
    private CloseReason closeReason;

    /**
     * @param origin    the responses' URL up to the target
     * @param authority the value of the Host header
     */
    public Http1Exchange(String origin, String authority, String userAgent) {
        this.requestHead = new RequestHead(authority, userAgent);
        this.responseHead = new Http1ResponseHead(origin, section, framing);
    }

    /**
     * Forgets everything of the request before, wherever that has got to, and begins another one.
     *
     * @param request    as it is written
     * @param askedFor   the target that the program asked for, of which the response's URL is made
     * @param nextLimits how much of a response to accept
     */
    public void begin(OutgoingRequest request, String askedFor, ResponseLimits nextLimits) {
        requestHead.write(request);
        method = request.method();
        requestBody = request.body();
        sent = 0;
        sendingStopped = false;
        section.begin(nextLimits.head(), nextLimits.line(), nextLimits.headers());
        target = askedFor;
        limits = nextLimits;
        interimResponses = 0;
        anyByteReceived = false;
        response = null;
        body = null;
        closeReason = asksToClose(request) ? CloseReason.CLIENT_ASKED : null;
    }

    private static boolean asksToClose(OutgoingRequest request) {
        for (int i = 0; i < request.headers().size(); i++) {
            String line = request.headers().get(i);
            if (HeaderLine.isNamed(line, "Connection") && HeaderLine.value(line).equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }

    // Output

    public boolean hasOutput() {
        return unsent() > 0;
    }

    /** How much is still to be sent. */
    public long unsent() {
        return sendingStopped ? 0 : requestHead.length() + (long) requestBody.length - sent;
    }

    /** Copies what is to be sent next, as much as there is room for; head and body follow each other without a seam. */
    public void copyOutput(ByteBuffer out) {
        if (sent < requestHead.length()) {
            requestHead.copy((int) sent, out);
        }
        if (sent + out.position() >= requestHead.length()) {
            int bodySent = (int) bodySent();
            out.put(requestBody, bodySent, Math.min(requestBody.length - bodySent, out.remaining()));
        }
    }

    /** Tells how much of that was really sent. */
    public void outputSent(int count) {
        sent += count;
    }

    /** How much of the request's body has been sent. */
    public long bodySent() {
        return Math.max(0, sent - requestHead.length());
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
        int code = StatusLine.code(section);
        framing.readFields();
        if (code < 200 && code != 101) {
            if (++interimResponses > MOST_INTERIM_RESPONSES) {
                throw ProtocolException.malformed("the server sends nothing but interim responses");
            }
            section.clear();
            return;
        }
        framing.decide(method, code, limits);
        if (framing.closeReason() != null) {
            closeReason = framing.closeReason();
        }
        body = framing.body();
        response = responseHead.of(target, code);
    }

    /** Whether a single byte of the answer has come: until then the server may never have seen the request. */
    public boolean isAnswered() {
        return anyByteReceived;
    }

    /** Whether the connection speaks another protocol from now on: after 101, and as a tunnel after CONNECT. */
    public boolean isHandedOver() {
        return response != null && (response.code() == 101
                || method.equals("CONNECT") && response.code() < 300);
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
