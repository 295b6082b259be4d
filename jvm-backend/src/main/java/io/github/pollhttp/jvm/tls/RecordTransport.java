package io.github.pollhttp.jvm.tls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

import io.github.pollhttp.StreamPeer;

/**
 * Moves encrypted bytes between an {@link SSLEngine} and the stream below it, and buffers them on the way. It does not know handshakes, tasks or
 * why the engine is called. One thread at a time.
 */
final class RecordTransport {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final StreamPeer stream;
    private final SSLEngine engine;

    /** Received but not yet decrypted bytes; null when empty, like {@link #outgoing}. */
    private ByteBuffer incoming;

    /** Encrypted bytes that the stream has not taken yet. */
    private ByteBuffer outgoing;

    /** True if the bytes in {@link #incoming} are known to be less than a record. */
    private boolean incomplete;

    /** True if the last read returned fewer bytes than there was room for. */
    private boolean drained;

    /** Why the stream takes no more bytes; null while it does. Received bytes are still decrypted, because they may tell why: an alert, a response. */
    private IOException sendFailure;

    /**
     * @param stream the connection below TLS
     * @param engine the engine of that connection
     */
    RecordTransport(StreamPeer stream, SSLEngine engine) {
        this.stream = stream;
        this.engine = engine;
    }

    /** @return whether the received bytes may contain a whole record */
    boolean hasRecord() {
        return incoming != null && !incomplete;
    }

    /** @return whether another read may return bytes; false if the last read returned fewer bytes than there was room for */
    boolean mayReceiveMore() {
        return !drained;
    }

    /** @return whether encrypted bytes wait for the stream */
    boolean hasOutgoing() {
        return outgoing != null;
    }

    /**
     * Reads once from the stream.
     *
     * @return the number of bytes received, or 0
     * @throws EOFException if the stream has ended, which it must not do before close_notify
     */
    int receive() throws IOException {
        if (incoming == null) {
            incoming = TlsBuffers.lend();
        }
        incoming.compact();
        try {
            int count = stream.read(incoming);
            if (count < 0) {
                throw truncated();
            }
            drained = incoming.hasRemaining();
            incomplete &= count == 0;
            return count;
        } finally {
            incoming = giveBackIfEmpty(incoming.flip());
        }
    }

    /** @return the failure of a stream that ended without close_notify; an attacker may have cut off the rest (RFC 8446 section 6.1) */
    static EOFException truncated() {
        return new EOFException("the connection ended without close_notify");
    }

    /** Decrypts at most one record. If none has arrived completely, the result only tells the state of the engine. */
    SSLEngineResult unwrap(ByteBuffer plain) throws SSLException {
        try {
            SSLEngineResult result = engine.unwrap(incoming == null ? EMPTY : incoming, plain);
            incomplete |= result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW;
            return result;
        } finally {
            incoming = giveBackIfEmpty(incoming);
        }
    }

    /** Encrypts into one record. {@link #flush} sends it. */
    SSLEngineResult wrap(ByteBuffer plain) throws SSLException {
        if (outgoing == null) {
            outgoing = TlsBuffers.lend();
        }
        outgoing.compact();
        try {
            return engine.wrap(plain, outgoing);
        } finally {
            outgoing = giveBackIfEmpty(outgoing.flip());
        }
    }

    /** Makes the engine's next handshake message, alert or close_notify, which carries no data of the program. */
    SSLEngineResult wrapMessage() throws SSLException {
        return wrap(EMPTY);
    }

    /**
     * Sends encrypted bytes as far as the stream takes them. After the stream has failed, they are discarded.
     *
     * @return whether no encrypted bytes wait for the stream
     */
    boolean flush() {
        if (outgoing != null) {
            send();
            outgoing = giveBackIfEmpty(outgoing);
        }
        return outgoing == null;
    }

    private void send() {
        try {
            if (sendFailure == null) {
                stream.write(outgoing);
                return;
            }
        } catch (IOException e) {
            sendFailure = e;
        }
        outgoing.position(outgoing.limit());
    }

    /** @throws IOException if the stream has failed to take bytes, so that no more can be sent */
    void requireSending() throws IOException {
        if (sendFailure != null) {
            throw sendFailure;
        }
    }

    private static ByteBuffer giveBackIfEmpty(ByteBuffer buffer) {
        if (buffer == null || buffer.hasRemaining()) {
            return buffer;
        }
        TlsBuffers.giveBack(buffer);
        return null;
    }
}
