package io.github.pollhttp.jvm.tls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;

/**
 * An {@link SSLEngine} and the stream below it, with the encrypted bytes that are on their way between the two. One thread at a time.
 *
 * <p>
 * The engine is locked while one of its tasks runs, and whoever calls it then waits. So nothing here touches it before the task is done.
 */
final class TlsRecords {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final StreamPeer stream;
    private final SSLEngine engine;

    /** Received and not decrypted yet; null when empty, like {@link #outgoing}. */
    private ByteBuffer incoming;

    /** Encrypted, for the stream did not take it at once. */
    private ByteBuffer outgoing;
    private CompletableFuture<Void> task;

    /** What is left of {@link #incoming} is less than a record. */
    private boolean incomplete;

    /** The stream had no more when it was asked last. */
    private boolean drained;

    TlsRecords(StreamPeer stream, SSLEngine engine) {
        this.stream = stream;
        this.engine = engine;
    }

    /**
     * Goes on with the first handshake: moves bytes, and leaves to {@link #startFlight} what has to be thought about them.
     *
     * @return whether it is over; else it waits for the peer or for a task
     * @throws IOException if it has failed; the peer has been told if it listens
     */
    boolean shakeHands() throws IOException {
        try {
            if (!isFree() || !flush()) {
                return false;
            }
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NOT_HANDSHAKING) {
                return true;
            }
            if (status != HandshakeStatus.NEED_UNWRAP || hasRecord() || receive() > 0) {
                startFlight();
            }
            return false;
        } catch (SSLException e) {
            tellPeer();
            throw e;
        }
    }

    /** The first connection loads 300 classes on the way and computes keys: some 100 ms on a thread that is no game's. */
    private void startFlight() {
        task = TlsThreads.start(() -> {
            prepareFlight();
            return null;
        });
    }

    /** Takes what the peer has sent and makes ready what it is to be sent. Touches no stream, and may run where nobody else calls. */
    void prepareFlight() throws IOException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    if (wrap(NOTHING).getStatus() != SSLEngineResult.Status.OK) {
                        return; // no room before the stream has taken some
                    }
                }
                case NEED_UNWRAP -> {
                    if (!hasRecord() || !unwrapHandshake()) {
                        return;
                    }
                }
                default -> {
                    return;
                }
            }
        }
    }

    private boolean unwrapHandshake() throws IOException {
        SSLEngineResult result = unwrap(NOTHING);
        switch (result.getStatus()) {
            case OK -> {
                return result.bytesConsumed() > 0;
            }
            case BUFFER_UNDERFLOW -> {
                incomplete = true;
                return false;
            }
            default -> throw truncated();
        }
    }

    private void runTasks() {
        Runnable part = engine.getDelegatedTask();
        while (part != null) {
            part.run();
            part = engine.getDelegatedTask();
        }
    }

    /** Whether there may be a whole record among what was received. */
    private boolean hasRecord() {
        return incoming != null && !incomplete;
    }

    /** @return whether there is something to do at once that needs nothing from the peer, and it was done */
    private boolean answer(HandshakeStatus status) throws IOException {
        if (status == HandshakeStatus.NEED_TASK) {
            startTask();
            return true;
        }
        if (status == HandshakeStatus.NEED_WRAP && flush()) {
            wrap(NOTHING);
            flush();
            return true;
        }
        return false;
    }

    /**
     * Decrypts what has arrived, asking the stream once. The engine is not asked where there is nothing for it: each answer of its is three objects,
     * and a client that is polled in a loop would allocate 4 KB while a small response is on its way.
     *
     * @param plain takes the bytes, as many whole records as it has room for
     * @return false if the peer has said goodbye and nothing will follow
     * @throws IOException if it cannot; the bytes before the failure are in the target
     */
    boolean decrypt(ByteBuffer plain) throws IOException {
        try {
            boolean asked = false;
            while (isFree()) {
                // Some records want an answer: a key update (RFC 8446 section 4.6.3), another handshake in TLS 1.2.
                if (answer(engine.getHandshakeStatus())) {
                    continue;
                }
                if (!hasRecord()) {
                    if (asked || receive() == 0) {
                        return true;
                    }
                    asked = true;
                }
                SSLEngineResult result = unwrap(plain);
                switch (result.getStatus()) {
                    case OK -> {
                        if (result.bytesConsumed() == 0 && !answer(engine.getHandshakeStatus())) {
                            return true; // an answer waits until the stream takes more
                        }
                    }
                    case BUFFER_UNDERFLOW -> incomplete = true;
                    case BUFFER_OVERFLOW -> {
                        return true;
                    }
                    case CLOSED -> {
                        return false;
                    }
                }
            }
            return true;
        } catch (SSLException e) {
            tellPeer();
            throw e;
        }
    }

    /** Whether {@link #decrypt} is worth calling again at once: not after the stream has given less than there was room for. */
    boolean mayHaveMore() {
        return !drained || hasRecord();
    }

    /**
     * Encrypts some bytes and passes them on.
     *
     * @return whether it took any of the bytes; not while earlier ones wait for the stream
     */
    boolean encrypt(ByteBuffer plain) throws IOException {
        if (!isFree() || !flush()) {
            return false;
        }
        int start = plain.position();
        SSLEngineResult result = wrap(plain);
        while (result.getStatus() == SSLEngineResult.Status.OK && result.bytesConsumed() > 0 && plain.hasRemaining()) {
            result = wrap(plain);
        }
        flush();
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new SSLException("the peer has ended the TLS connection");
        }
        return plain.position() > start;
    }

    /** Says goodbye (RFC 8446 section 6.1), as far as that is possible at once. */
    void sayGoodbye() {
        if (task == null || task.isDone()) {
            engine.closeOutbound();
            tellPeer();
        }
    }

    /** Passes on what the engine has to say about its end, an alert or a close_notify. */
    private void tellPeer() {
        try {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && flush()) {
                wrap(NOTHING);
                flush();
            }
        } catch (IOException e) {
            // the peer is gone already, and does not miss it
        }
    }

    /** Whether it is known without a read that nothing can be decrypted and nothing is to be sent. */
    boolean isQuiet() {
        return task == null && outgoing == null && !hasRecord() && stream instanceof Selectable below
                && below.isQuiet();
    }

    /** Says what would let something move here. To be asked after a call that found nothing: then there is no more than part of a record. */
    void awaitedBy(WaitSet readiness, boolean toWrite) {
        if (task != null) {
            readiness.onCompletion(task);
        } else {
            Selectable.await(stream, readiness, toWrite || outgoing != null);
        }
    }

    private void startTask() {
        task = TlsThreads.start(() -> {
            runTasks();
            return null;
        });
    }

    /** @return whether no task has the engine */
    private boolean isFree() throws IOException {
        if (task != null) {
            if (!task.isDone()) {
                return false;
            }
            try {
                task.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new SSLException(e.getCause());
            } catch (InterruptedException e) {
                throw new AssertionError("a task that is done makes nobody wait", e);
            } finally {
                task = null;
            }
        }
        return true;
    }

    // Encrypted bytes

    private SSLEngineResult unwrap(ByteBuffer plain) throws IOException {
        try {
            return engine.unwrap(incoming == null ? NOTHING : incoming, plain);
        } finally {
            incoming = giveBackIfEmpty(incoming);
        }
    }

    /** The stream ended without close_notify (RFC 8446 section 6.1), so anyone on the way may have cut it. */
    private static EOFException truncated() {
        return new EOFException("the connection ended without close_notify");
    }

    /** @return the number of bytes that have arrived, 0 for none */
    private int receive() throws IOException {
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

    private SSLEngineResult wrap(ByteBuffer plain) throws SSLException {
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

    /** @return whether nothing is left */
    boolean flush() throws IOException {
        if (outgoing != null) {
            stream.write(outgoing);
            outgoing = giveBackIfEmpty(outgoing);
        }
        return outgoing == null;
    }

    private static ByteBuffer giveBackIfEmpty(ByteBuffer buffer) {
        if (buffer == null || buffer.hasRemaining()) {
            return buffer;
        }
        TlsBuffers.giveBack(buffer);
        return null;
    }
}
