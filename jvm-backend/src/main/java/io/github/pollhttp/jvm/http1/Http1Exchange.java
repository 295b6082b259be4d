package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.spi.ResponseHead;

/**
 * One request and its response on a connection. The caller sends its output, passes received bytes to it, and asks for its progress. It does
 * not know the stream, the clock or the client's status.
 *
 * <p>
 * {@link #begin} reuses the instance for the next request, because new objects would cost 1.2 KB for each request.
 */
public final class Http1Exchange {
    /**
     * RFC 9110 section 15.2 allows any number of interim responses. After this number the exchange fails, because the server may never send a final
     * one.
     */
    private static final int MOST_INTERIM_RESPONSES = 32;

    private final RequestHead requestHead;
    private String method;
    private RequestContent content = RequestContent.NONE;
    private long bodyLength;
    private long sent;
    private boolean sendingStopped;

    private final HeadBuffer section = new HeadBuffer("the response's head", 1);
    private final BodyFraming framing = new BodyFraming(section);
    private final Http1ResponseHead responseHead;
    private String target;
    private ResponseLimits limits;
    private int interimResponses;
    private boolean anyByteReceived;

    /** Null until the head is complete, like {@link #body}. */
    private Http1ResponseHead response;
    private BodyDecoder body;
    private CloseReason closeReason;

    /**
     * @param origin    beginning of the responses' URLs, such as {@code https://host:444}; may be empty
     * @param authority value of the Host header; empty if the program supplied its own transport
     * @param userAgent value of the User-Agent header
     */
    public Http1Exchange(String origin, String authority, String userAgent) {
        this.requestHead = new RequestHead(authority, userAgent);
        this.responseHead = new Http1ResponseHead(origin, section, framing);
    }

    /**
     * Begins a new request, even if the previous exchange is not complete.
     *
     * @param request       the request to send
     * @param nextContent   its body
     * @param programTarget request target as the program wrote it, for the response's URL; the request itself contains another target if a proxy
     *                      needs it in absolute form
     * @param nextLimits    limits for the response
     */
    public void begin(OutgoingRequest request, RequestContent nextContent, String programTarget,
            ResponseLimits nextLimits) {
        requestHead.write(request);
        method = request.method();
        content.close();
        content = nextContent;
        bodyLength = request.bodyLength();
        sent = 0;
        sendingStopped = false;
        section.begin(nextLimits.head(), nextLimits.line(), nextLimits.headers());
        target = programTarget;
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

    // The request

    /** @return whether bytes of the request remain to be sent */
    public boolean hasOutput() {
        return unsent() > 0;
    }

    /** @return number of bytes of the request that remain to be sent */
    public long unsent() {
        return sendingStopped ? 0 : requestHead.length() + bodyLength - sent;
    }

    /**
     * Copies the next bytes to send. The head and a small body fit together, so that they go out in one write.
     *
     * @param out takes as many bytes as fit, or fewer; it must be empty
     * @throws FailureException if the body is a file that cannot be read
     */
    public void copyOutput(ByteBuffer out) throws FailureException {
        if (sent < requestHead.length()) {
            requestHead.copy((int) sent, out);
        }
        if (sent + out.position() >= requestHead.length() && bodySent() < bodyLength && out.hasRemaining()) {
            content.copy(bodySent(), out);
        }
    }

    /** Reports how many of the copied bytes the stream has taken. */
    public void outputSent(int count) {
        sent += count;
        if (!hasOutput()) {
            content.close();
        }
    }

    /** @return the most bytes to send in one poll */
    public int mostSentAPoll() {
        return content.mostSentAPoll();
    }

    /** @return number of bytes of the request's body that have been sent */
    public long bodySent() {
        return Math.max(0, sent - requestHead.length());
    }

    /** Discards the rest of the request, if any. Then the connection cannot serve another request. */
    public void stopSending() {
        if (hasOutput()) {
            sendingStopped = true;
            closeReason = CloseReason.REQUEST_UNSENT;
            content.close();
        }
    }

    // The response's head

    /**
     * Takes received bytes up to the end of the final response's head; later bytes stay in {@code in}. Interim responses are skipped.
     *
     * @return the head, or null while it is not complete
     * @throws ProtocolException if the head is malformed or exceeds a limit
     */
    public ResponseHead receiveHead(ByteBuffer in) throws ProtocolException {
        anyByteReceived |= in.hasRemaining();
        while (response == null && takeHead(in)) {
            endHead();
        }
        if (response == null) {
            StatusLine.checkStart(section);
        } else {
            checkSurplus(in);
        }
        return response;
    }

    /** Takes bytes up to the end of a head. If they are another protocol, that is the failure, not the byte in it that a head must not have. */
    private boolean takeHead(ByteBuffer in) throws ProtocolException {
        try {
            return section.take(in);
        } catch (ProtocolException e) {
            StatusLine.checkStart(section);
            throw e;
        }
    }

    private void endHead() throws ProtocolException {
        int code = StatusLine.code(section);
        framing.readFields();
        if (code < 200 && code != 101) {
            if (++interimResponses > MOST_INTERIM_RESPONSES) {
                throw ProtocolException
                        .malformed("the server sent more than " + MOST_INTERIM_RESPONSES + " interim responses");
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

    /** @return whether any byte of the response has been received; until then the server may not have seen the request */
    public boolean isAnswered() {
        return anyByteReceived;
    }

    /** @return whether the connection now carries another protocol: after 101, or as a tunnel after a successful CONNECT */
    public boolean isHandedOver() {
        return response != null && (response.code() == 101
                || method.equals("CONNECT") && response.code() < 300);
    }

    // The response's body

    /**
     * Moves body bytes from {@code in} to {@code out} until one of them is exhausted or the body ends.
     *
     * @throws ProtocolException if the framing is malformed
     */
    public void decodeBody(ByteBuffer in, ByteBuffer out) throws ProtocolException {
        body.decode(in, out);
        checkSurplus(in);
    }

    private void checkSurplus(ByteBuffer in) {
        if (body.isEnded() && in.hasRemaining() && !isHandedOver()) {
            closeReason = CloseReason.SURPLUS_BYTES;
        }
    }

    /** @return how many of the next bytes are body data without framing, so that they need no decoding */
    public long plainBytes() {
        return body.plainBytes();
    }

    /** Counts body bytes that the caller received without decoding, at most {@link #plainBytes}. */
    public void plainBytesPassed(int count) {
        body.passed(count);
    }

    /**
     * Reports that the stream has ended before the end of the body.
     *
     * @throws ProtocolException if the framing requires more bytes
     */
    public void endOfStream() throws ProtocolException {
        body.endOfStream();
    }

    /** @return whether the response is complete; false before the end of its head */
    public boolean isBodyEnded() {
        return body != null && body.isEnded();
    }

    /** @return how long the server keeps the connection after the response, in nanoseconds; {@link Long#MAX_VALUE} if it has not announced it */
    public long keepAliveNanos() {
        return framing.keepAliveNanos();
    }

    /** @return why the connection cannot serve another request, or null if it can */
    public CloseReason closeReason() {
        return closeReason;
    }
}
