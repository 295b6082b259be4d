package io.github.pollhttp.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.http1.Http1Exchange;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.jvm.net.Buffers;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.HandedOverStream;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;
import io.github.pollhttp.spi.ResponseHead;

/** Carries bytes between a stream and the exchange that is going on over it. */
final class Http1Connection {
    /** One poll sends no more, so that a peer which takes everything at once does not hold the frame. */
    private static final int MOST_SENT_A_POLL = 1024 * 1024;

    /** One read receives no more than this beside the body: chunks that are nearly all extension would hold the frame. */
    private static final int MOST_FRAMING_A_READ = 64 * 1024;

    /** What comes within this time behind a look at the stream could as well come right behind the next look. */
    private static final long STILL_EMPTY_NANOS = 5_000;

    private final StreamPeer stream;
    private final Http1Peer peer;
    private final ExchangeFailures failures;
    private final LongSupplier nanoClock;

    /** Null before the first request. */
    private Http1Exchange exchange;
    private boolean served;
    private HandedOverStream handedOver;

    /** What came behind the head and has not been read by the program, in a buffer that is borrowed; null if nothing. */
    private ByteBuffer unread;

    /** A failure that waits until the program has had the bytes that came before it. */
    private FailureException deferred;
    private IOException idleFailure;
    private long activity;

    /** When the stream was last seen to have nothing more; worth nothing unless {@link #seenEmpty}. */
    private long emptyAt;
    private boolean seenEmpty;

    Http1Connection(StreamPeer stream, Http1Peer peer, LongSupplier nanoClock) {
        this.stream = stream;
        this.peer = peer;
        this.nanoClock = nanoClock;
        this.failures = new ExchangeFailures(peer.failures());
    }

    StreamPeer stream() {
        return handedOver != null ? handedOver : stream;
    }

    /** Says what would let the exchange get further. */
    void awaitedBy(WaitSet readiness) {
        Selectable.await(stream, readiness, exchange.hasOutput());
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

    /** Looks after the connection while nothing is asked for. @return whether it can still be used */
    boolean pollIdle() {
        return handedOver != null || stream instanceof Selectable awaitable && awaitable.isQuiet() || isSilent();
    }

    /** A server that says something without having been asked, or closes, has ended the connection (RFC 9112 section 9.2). */
    private boolean isSilent() {
        try {
            return stream.read(Buffers.receive().limit(1)) == 0;
        } catch (IOException e) {
            idleFailure = e;
            return false;
        }
    }

    // Sending

    void send(OutgoingRequest request, ResponseLimits limits) throws RejectionException {
        if (handedOver != null) {
            throw RejectionException
                    .invalid("the connection speaks another protocol since the last response; use getConnection()");
        }
        served = exchange != null;
        if (exchange == null) {
            exchange = new Http1Exchange(peer.origin(), peer.authority(), peer.userAgent());
        }
        exchange.begin(peer.write(request), request.target(), limits);
        unread = null;
        deferred = null;
        if (isStillEmpty() || isSilent()) {
            sendOutput();
        } else {
            deferred = failures.closedIdle(idleFailure);
        }
    }

    /** A program that asks again at once is spared a read that would find nothing, a sixth of what a small request costs. */
    private boolean isStillEmpty() {
        boolean still = seenEmpty && nanoClock.getAsLong() - emptyAt < STILL_EMPTY_NANOS;
        seenEmpty = false;
        return still;
    }

    /** @return whether anything was sent */
    private boolean sendOutput() {
        int sent = 0;
        try {
            while (exchange.hasOutput() && sent < MOST_SENT_A_POLL) {
                ByteBuffer out = Buffers.send(exchange.unsent());
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

    ResponseHead pollResponse() throws FailureException {
        throwDeferred();
        if (sendOutput() && exchange.hasOutput()) {
            return null; // an answer before the end of the request is looked for only once the peer takes no more of it
        }
        ByteBuffer in = Buffers.lendForHead();
        try {
            int count = stream.read(in);
            if (count < 0) {
                throw closedEarly(null);
            }
            activity += count;
            boolean mayBeMore = !in.hasRemaining();
            ResponseHead head = exchange.receiveHead(in.flip());
            if (head != null) {
                endHead(in, mayBeMore);
            }
            return head;
        } catch (IOException e) {
            throw closedEarly(e);
        } catch (ProtocolException e) {
            throw failures.protocol(Phase.RESPONSE_HEAD, e);
        } finally {
            if (in != unread) {
                Buffers.giveBack(in);
            }
        }
    }

    private void endHead(ByteBuffer rest, boolean mayBeMore) {
        exchange.stopSending();
        if (exchange.isHandedOver()) {
            handedOver = new HandedOverStream(rest, stream);
            return;
        }
        if (!mayBeMore && stream instanceof Selectable) { // a program's own stream may give less than it has
            seenEmpty = true;
            emptyAt = nanoClock.getAsLong();
        }
        if (rest.hasRemaining()) {
            unread = rest;
        }
    }

    private FailureException closedEarly(IOException cause) {
        return served && !exchange.isAnswered()
                ? failures.closedIdle(cause)
                : failures.closedEarly(exchange.isAnswered(), cause);
    }

    // The body

    byte[] readBody(int limit) throws FailureException {
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

    int readBody(ByteBuffer target) throws FailureException {
        throwDeferred();
        int start = target.position();
        receiveBody(target);
        int count = target.position() - start;
        if (count == 0) {
            throwDeferred();
        }
        return count;
    }

    private void throwDeferred() throws FailureException {
        if (deferred != null) {
            throw deferred;
        }
    }

    private void receiveBody(ByteBuffer target) {
        long noBodyBefore = activity - target.position();
        try {
            if (unread != null) {
                exchange.decodeBody(unread, target);
                giveBackIfRead();
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

    private void giveBackIfRead() {
        if (!unread.hasRemaining()) {
            Buffers.giveBack(unread);
            unread = null;
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
