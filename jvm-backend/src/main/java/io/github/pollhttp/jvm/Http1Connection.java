package io.github.pollhttp.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.http1.Http1Exchange;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.jvm.http1.RequestContent;
import io.github.pollhttp.jvm.net.Buffers;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.HandedOverStream;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;
import io.github.pollhttp.spi.ResponseHead;

/** Moves bytes between a stream and the current exchange on it. */
final class Http1Connection {
    /** Most bytes of chunk framing that one read receives. Without the limit, chunks with huge extensions would delay the frame. */
    private static final int MOST_FRAMING_A_READ = 64 * 1024;

    /**
     * If a read found the stream empty less than 5 microseconds ago, {@link #wasJustEmpty} saves the next read. The server can close the connection right
     * after a read, too, so the check is never certain.
     */
    private static final long STILL_EMPTY_NANOS = 5_000;

    private final StreamPeer stream;
    private final Http1Peer peer;
    private final ExchangeFailures failures;
    private final LongSupplier nanoClock;

    /** Null before the first request. */
    private Http1Exchange exchange;

    /** The body of the last request that sent files, or null. Volatile, because another thread may call {@link #close()}. */
    private volatile FileContent files;
    private boolean served;
    private HandedOverStream handedOver;

    /** Body bytes that arrived together with the head and that the program has not read yet, in a borrowed buffer; null if there are none. */
    private ByteBuffer unread;

    /** A failure to report after the program has taken the bytes that arrived before it. */
    private FailureException deferred;
    private IOException idleFailure;
    private long activity;

    /** When the last exchange ended, or the connection was opened. */
    private long idleSince;
    private long mostIdleNanos = Long.MAX_VALUE;

    /** When the stream was last seen to have no more bytes. Valid only while {@link #seenEmpty} is true, which ends when this was too long ago. */
    private long emptyAt;
    private boolean seenEmpty;

    Http1Connection(StreamPeer stream, Http1Peer peer, LongSupplier nanoClock) {
        this.stream = stream;
        this.peer = peer;
        this.nanoClock = nanoClock;
        this.failures = new ExchangeFailures(peer.failures());
        this.idleSince = nanoClock.getAsLong();
    }

    /** Sets after which time without a request the connection is no longer used. There is no limit at first. */
    void setMostIdleNanos(long nanos) {
        mostIdleNanos = nanos;
    }

    StreamPeer stream() {
        return handedOver != null ? handedOver : stream;
    }

    /** Registers the events of the stream that would let the exchange continue. */
    void awaitedBy(WaitSet waitSet) {
        if (deferred != null) {
            waitSet.wake(); // the next poll reports it
            return;
        }
        Selectable.await(stream, waitSet, exchange.hasOutput());
    }

    void close() {
        stream.close();
        FileContent open = files;
        if (open != null) {
            open.close();
        }
    }

    long activity() {
        return activity;
    }

    /** Number of bytes sent of the last request's body. */
    long uploaded() {
        return exchange == null ? 0 : exchange.bodySent();
    }

    /**
     * Checks an idle connection, on which no exchange is running.
     *
     * @return whether the connection can still be used
     * @throws FailureException if the server has rejected the TLS handshake after the client had completed it
     */
    boolean pollIdle() throws FailureException {
        if (handedOver == null && isIdleForTooLong()) {
            return false;
        }
        if (handedOver != null || wasJustEmpty() || stream instanceof Selectable selectable && selectable.isQuiet()
                || isSilent()) {
            return true;
        }
        FailureException late = failures.lateHandshake(idleFailure);
        if (late != null) {
            throw late;
        }
        return false;
    }

    /** A server, or a router between, may have dropped an idle connection without a sign of it. */
    private boolean isIdleForTooLong() {
        long most = exchange == null ? mostIdleNanos : Math.min(mostIdleNanos, exchange.keepAliveNanos());
        return most != Long.MAX_VALUE && nanoClock.getAsLong() - idleSince >= most;
    }

    /**
     * Reads from an idle connection, unless the last read has just found it empty: a program that sends its next request at once saves the read, which
     * is a sixth of the cost of a small request. The connection can be used again if it is open and no bytes have arrived, because bytes without a
     * request belong to no response (RFC 9112 section 9.2).
     */
    private boolean isSilent() {
        if (wasJustEmpty()) {
            return true;
        }
        try {
            boolean silent = stream.read(Buffers.receive().limit(1)) == 0;
            if (silent) {
                markEmpty();
            }
            return silent;
        } catch (IOException e) {
            idleFailure = e;
            return false;
        }
    }

    private boolean wasJustEmpty() {
        seenEmpty = seenEmpty && nanoClock.getAsLong() - emptyAt < STILL_EMPTY_NANOS;
        return seenEmpty;
    }

    // Sending

    void send(OutgoingRequest request, RequestContent content, ResponseLimits limits) throws RejectionException {
        boolean tooLong = isIdleForTooLong();
        begin(request, content, limits);
        if (tooLong) {
            deferred = failures.idleForTooLong();
        } else if (isSilent()) {
            seenEmpty = false;
            sendOutput();
        } else {
            deferred = failures.closedIdle(idleFailure);
        }
    }

    /** Sends a request with a body of files. If one cannot be opened, sends nothing, and the next poll reports the failure. */
    void sendFiles(OutgoingRequest request, List<BodyPart> parts, ResponseLimits limits) throws RejectionException {
        FileContent opened;
        try {
            opened = FileContent.open(parts, failures);
        } catch (FailureException e) {
            begin(request.withBodyLength(0), RequestContent.NONE, limits);
            deferred = e;
            return;
        }
        files = opened;
        send(request.withBodyLength(opened.length()), opened, limits);
    }

    private void begin(OutgoingRequest request, RequestContent content, ResponseLimits limits)
            throws RejectionException {
        if (handedOver != null) {
            content.close();
            throw RejectionException
                    .invalid(
                            "the last response switched the connection to another protocol; read and write it with getConnection().");
        }
        served = exchange != null;
        if (exchange == null) {
            exchange = new Http1Exchange(peer.origin(), peer.authority(), peer.userAgent());
        }
        exchange.begin(peer.write(request), content, request.target(), limits);
        unread = null;
        deferred = null;
    }

    private void sendOutput() {
        int sent = 0;
        try {
            while (exchange.hasOutput() && sent < exchange.mostSentAPoll()) {
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
            exchange.stopSending(); // a response may have arrived before; if not, the next read reports the failure
        } catch (FailureException e) {
            exchange.stopSending();
            deferred = e;
        }
    }

    // The head

    ResponseHead pollResponse() throws FailureException {
        throwDeferred();
        sendOutput();
        throwDeferred();
        // Read in each poll, because a server may answer before it has the whole request, which then need not be sent (RFC 9112 section 9.5).
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
        if (!mayBeMore) {
            markEmpty();
        }
        if (rest.hasRemaining()) {
            unread = rest;
        }
    }

    /** Notes that a read has received all bytes that had arrived. A program's own stream may return fewer bytes than it has. */
    private void markEmpty() {
        seenEmpty = stream instanceof Selectable;
        emptyAt = nanoClock.getAsLong();
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
            // The read filled the shared buffer, so there are probably more bytes, and the program wants them in one array.
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

    /**
     * Reads from the stream directly into the program's buffer.
     *
     * @return whether the stream may have more bytes now
     */
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

    /**
     * Reads from the stream and decodes into the program's buffer. Decoded bytes are never longer than coded ones, so all that is read fits.
     *
     * @return whether the stream may have more bytes now
     */
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

    /** Called at the end of an exchange, where the idle time begins. */
    boolean persists() {
        idleSince = nanoClock.getAsLong();
        return exchange.closeReason() == null;
    }
}
