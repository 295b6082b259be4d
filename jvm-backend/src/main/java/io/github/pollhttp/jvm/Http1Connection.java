package io.github.pollhttp.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.http1.Http1Exchange;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.spi.BackendException;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.ResponseHead;

/** Carries bytes between a stream and the exchange that is going on over it. */
final class Http1Connection {
    /** One poll sends no more, so that a peer which takes everything at once does not hold the frame. */
    private static final int MOST_SENT_A_POLL = 1024 * 1024;

    /** One read receives no more than this beside the body: chunks that are nearly all extension would hold the frame. */
    private static final int MOST_FRAMING_A_READ = 64 * 1024;

    private final StreamPeer stream;
    private final String origin;
    private final String authority;
    private final AbsoluteForm absoluteForm;
    private final Failures failures;
    private Http1Exchange exchange;
    private boolean served;
    private HandedOverStream handedOver;

    /** What came behind the head and has not been read by the program; null if nothing. */
    private ByteBuffer unread;

    /** A failure that waits until the program has had the bytes that came before it. */
    private BackendException deferred;
    private IOException idleFailure;
    private long activity;

    /**
     * @param origin       the URL up to the target, empty for a program's own stream
     * @param authority    the value of the Host header
     * @param absoluteForm how to write requests for a proxy, or null if they go as they are
     */
    Http1Connection(StreamPeer stream, String origin, String authority, AbsoluteForm absoluteForm) {
        this.stream = stream;
        this.absoluteForm = absoluteForm;
        this.origin = origin;
        this.authority = authority;
        this.failures = new Failures(origin.isEmpty() ? "the connection" : origin);
    }

    StreamPeer stream() {
        return handedOver != null ? handedOver : stream;
    }

    /** Says what would let the exchange get further. */
    void awaitedBy(Readiness readiness) {
        Awaitable.await(stream, readiness, exchange.hasOutput());
    }

    void close() {
        stream.close();
    }

    long activity() {
        return activity;
    }

    /** How much of the last request's body has been sent. */
    long uploaded() {
        return exchange == null ? 0 : exchange.bodySent();
    }

    /** A server that says something without having been asked, or closes, has ended the connection (RFC 9112 section 9.2). */
    boolean pollIdle() {
        if (handedOver != null) {
            return true;
        }
        try {
            return stream.read(Buffers.receive().limit(1)) == 0;
        } catch (IOException e) {
            idleFailure = e;
            return false;
        }
    }

    // Sending

    void send(OutgoingRequest request, ResponseLimits limits) throws Refusal {
        if (handedOver != null) {
            throw Refusal
                    .invalid("the connection speaks another protocol since the last response; use getConnection()");
        }
        served = exchange != null;
        OutgoingRequest written = absoluteForm == null ? request : absoluteForm.of(request);
        exchange = new Http1Exchange(written, url(request.target()), authority, UserAgent.TEXT, limits);
        unread = null;
        if (pollIdle()) {
            sendOutput();
        } else {
            deferred = failures.closedIdle(idleFailure);
        }
    }

    /** RFC 9110 section 7.1: a target is a path on the origin, the origin as a whole, or has an origin of its own. */
    private String url(String target) {
        if (target.startsWith("/")) {
            return origin + target;
        }
        return target.equals("*") ? origin : target;
    }

    /** @return whether anything was sent */
    private boolean sendOutput() {
        int sent = 0;
        try {
            while (exchange.hasOutput() && sent < MOST_SENT_A_POLL) {
                ByteBuffer out = Buffers.send();
                exchange.copyOutput(out);
                int count = stream.write(out.flip());
                exchange.outputSent(count);
                activity += count;
                sent += count;
                if (out.hasRemaining()) {
                    break;
                }
            }
        } catch (IOException e) {
            exchange.stopSending(); // an answer may have come before; if not, reading tells what happened
        }
        return sent > 0;
    }

    // The head

    ResponseHead pollResponse() throws BackendException {
        throwDeferred();
        if (sendOutput() && exchange.hasOutput()) {
            return null; // an answer before the end of the request is looked for only once the peer takes no more of it
        }
        try {
            ByteBuffer in = Buffers.receive();
            int count = stream.read(in);
            if (count < 0) {
                throw closedEarly(null);
            }
            activity += count;
            ResponseHead head = exchange.receiveHead(in.flip());
            if (head != null) {
                endHead(in);
            }
            return head;
        } catch (IOException e) {
            throw closedEarly(e);
        } catch (ProtocolException e) {
            throw failures.protocol(Phase.RESPONSE_HEAD, e);
        }
    }

    private void endHead(ByteBuffer rest) {
        exchange.stopSending();
        if (exchange.isHandedOver()) {
            handedOver = new HandedOverStream(rest, stream);
        } else if (rest.hasRemaining()) {
            unread = copy(rest);
        }
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private BackendException closedEarly(IOException cause) {
        return served && !exchange.isAnswered()
                ? failures.closedIdle(cause)
                : failures.closedEarly(exchange.isAnswered(), cause);
    }

    // The body

    byte[] readBody(int limit) throws BackendException {
        throwDeferred();
        ByteBuffer target = Buffers.body();
        receiveBody(target.limit(Math.min(target.capacity(), limit)));
        if (target.position() == target.capacity() && limit > target.capacity()) {
            // The shared buffer was filled at once: more is likely to be there, and the program wants it in one piece.
            target = ByteBuffer.allocate(limit).put(target.flip());
            receiveBody(target);
        }
        byte[] chunk = new byte[target.flip().remaining()];
        target.get(chunk);
        if (chunk.length == 0) {
            throwDeferred();
        }
        return chunk;
    }

    int readBody(ByteBuffer target) throws BackendException {
        throwDeferred();
        int start = target.position();
        receiveBody(target);
        int count = target.position() - start;
        if (count == 0) {
            throwDeferred();
        }
        return count;
    }

    private void throwDeferred() throws BackendException {
        if (deferred != null) {
            throw deferred;
        }
    }

    private void receiveBody(ByteBuffer target) {
        long noBodyBefore = activity - target.position();
        try {
            if (unread != null) {
                exchange.decodeBody(unread, target);
                unread = unread.hasRemaining() ? unread : null;
            }
            boolean more = unread == null;
            while (more && target.hasRemaining() && !exchange.isBodyEnded()
                    && activity - target.position() - noBodyBefore < MOST_FRAMING_A_READ) {
                more = exchange.plainBytes() > 0 ? receivePlain(target) : receiveCoded(target);
            }
        } catch (IOException e) {
            deferred = failures.brokenBody(e);
        } catch (ProtocolException e) {
            deferred = failures.protocol(Phase.BODY, e);
        }
    }

    /** Straight from the stream into the program's buffer. @return whether more may be there at once */
    private boolean receivePlain(ByteBuffer target) throws IOException, ProtocolException {
        int limit = target.limit();
        int wanted = (int) Math.min(target.remaining(), exchange.plainBytes());
        int count = stream.read(target.limit(target.position() + wanted));
        target.limit(limit);
        if (count < 0) {
            exchange.endOfStream();
            return false;
        }
        exchange.plainBytesPassed(count);
        activity += count;
        return count == wanted;
    }

    /** By way of the decoder. What is asked for fits into the target, since decoding makes nothing longer. @return as above */
    private boolean receiveCoded(ByteBuffer target) throws IOException, ProtocolException {
        ByteBuffer in = Buffers.receive();
        int wanted = Math.min(in.capacity(), target.remaining());
        int count = stream.read(in.limit(wanted));
        if (count < 0) {
            exchange.endOfStream();
            return false;
        }
        activity += count;
        exchange.decodeBody(in.flip(), target);
        return count == wanted;
    }

    boolean isBodyEnded() {
        return deferred == null && exchange.isBodyEnded();
    }

    boolean persists() {
        return exchange.closeReason() == null;
    }
}
