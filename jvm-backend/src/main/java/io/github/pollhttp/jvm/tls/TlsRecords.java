package io.github.pollhttp.jvm.tls;

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
 * Drives an {@link SSLEngine}: its handshake, its tasks, encryption, decryption and close_notify. It does not know certificates, the host or HTTP.
 * One thread at a time.
 *
 * <p>
 * JSSE locks an engine while one of its delegated tasks runs, so a call to the engine would block. Therefore no method calls it before the task
 * is done.
 */
final class TlsRecords {
    /** The target buffer for unwrap during the handshake. It is empty, because handshake messages contain no data. */
    private static final ByteBuffer NO_DATA = ByteBuffer.allocate(0);

    /** One read decrypts at most this many records without data, so that a peer that sends nothing else cannot keep the caller busy. */
    private static final int MOST_WITHOUT_DATA = 32;

    /**
     * At most this many records without data that are shorter than {@link #SHORTEST_TICKET} may arrive in a row; one more is a failure. BoringSSL has
     * the same limit (kMaxKeyUpdates, kMaxEmptyRecords).
     */
    private static final int MOST_IN_A_ROW = 32;

    /**
     * JSSE does not tell what a record without data was, so its length decides: if it is shorter than this, it counts as a key update or as empty.
     * A key update has 27 bytes, or 43 if JSSE has sent it, because JSSE adds padding. Session tickets (RFC 8446 section 4.6.1), of which a server
     * may send many, are longer in practice.
     */
    private static final int SHORTEST_TICKET = 128;

    private final StreamPeer stream;
    private final SSLEngine engine;
    private final RecordTransport transport;

    /** The task that is using the engine on another thread; null if there is none. */
    private CompletableFuture<Void> task;

    /** Number of records without data since {@link #beginRead}. */
    private int withoutData;

    /** Number of key updates and other short records since the last record with data. */
    private int shortInARow;

    /** The peer sends key updates (RFC 8446 section 4.6.3) or empty records, and no data. */
    static final class RecordFloodException extends SSLException {
        private static final long serialVersionUID = 1;

        RecordFloodException() {
            super("the server sent more than " + MOST_IN_A_ROW
                    + " TLS records in a row that update keys or are empty. Look for a fault in the server's TLS.");
        }
    }

    /**
     * @param stream the connection below TLS
     * @param engine the engine of that connection
     */
    TlsRecords(StreamPeer stream, SSLEngine engine) {
        this.stream = stream;
        this.engine = engine;
        this.transport = new RecordTransport(stream, engine);
    }

    // The first handshake

    /**
     * Continues the first handshake without blocking. It moves encrypted bytes, and leaves computations to a thread of {@link TlsThreads}.
     *
     * @return true if the handshake is complete; false if it can continue only when the peer has sent more or a task is done
     * @throws IOException if the handshake has failed; an alert is sent to the peer if the stream takes it at once
     */
    boolean shakeHands() throws IOException {
        try {
            if (!isEngineFree() || !transport.flush()) {
                return false;
            }
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NOT_HANDSHAKING) {
                return true;
            }
            if (status != HandshakeStatus.NEED_UNWRAP || transport.hasRecord() || transport.receive() > 0) {
                startFlight();
            } else {
                // Throws if sending has failed. Received bytes are processed first, because they may contain an alert that tells the real cause.
                transport.requireSending();
            }
            return false;
        } catch (SSLException e) {
            sendPendingAlert();
            throw e;
        }
    }

    /** Runs on another thread because the first handshake of a JVM loads some 300 classes and computes keys, which takes about 100 ms. */
    private void startFlight() {
        task = TlsThreads.start(() -> {
            prepareFlight();
            return null;
        });
    }

    /**
     * Processes the received messages of the peer and makes the next messages to it. It does not use the stream. It may compute for a long time, so
     * it runs on a thread of {@link TlsThreads}; no other thread may use this object meanwhile.
     */
    void prepareFlight() throws IOException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    if (transport.wrapMessage().getStatus() != SSLEngineResult.Status.OK) {
                        return; // no room until the stream has taken some bytes
                    }
                }
                case NEED_UNWRAP -> {
                    if (!transport.hasRecord() || !unwrapHandshake()) {
                        return;
                    }
                }
                default -> {
                    return;
                }
            }
        }
    }

    /** @return whether a record was processed; false if more bytes are needed */
    private boolean unwrapHandshake() throws IOException {
        SSLEngineResult result = transport.unwrap(NO_DATA);
        return switch (result.getStatus()) {
            case OK -> result.bytesConsumed() > 0;
            case BUFFER_UNDERFLOW -> false;
            default -> throw RecordTransport.truncated();
        };
    }

    // Data

    /**
     * Must be called at the beginning of each read. Between two calls of this method, all calls of {@link #decrypt} together decrypt at most
     * {@link #MOST_WITHOUT_DATA} records without data.
     */
    void beginRead() {
        withoutData = 0;
    }

    /**
     * Decrypts received records, and reads from the stream at most once. It calls {@code unwrap} only if a whole record may have arrived,
     * because each call allocates three objects. Otherwise, a client that polls in a loop
     * would allocate about 4 KB in all while it waits for one small response.
     *
     * @param plain receives the data of as many whole records as fit into it
     * @return false if the peer has sent close_notify, so that no data follows
     * @throws IOException if the connection has failed; {@code plain} has the data that came before the failure
     */
    boolean decrypt(ByteBuffer plain) throws IOException {
        try {
            boolean received = false;
            while (isEngineFree() && withoutData < MOST_WITHOUT_DATA) {
                // Some messages need an answer: a KeyUpdate (RFC 8446 section 4.6.3), a new handshake in TLS 1.2.
                if (answer(engine.getHandshakeStatus())) {
                    continue;
                }
                if (!transport.hasRecord()) {
                    if (received || transport.receive() == 0) {
                        return true;
                    }
                    received = true;
                }
                SSLEngineResult result = transport.unwrap(plain);
                switch (result.getStatus()) {
                    case OK -> {
                        if (result.bytesConsumed() == 0 && !answer(engine.getHandshakeStatus())) {
                            return true; // the answer waits until the stream takes more bytes
                        }
                        count(result);
                    }
                    case BUFFER_UNDERFLOW -> {
                        // the next round of the loop receives more bytes, or ends the loop
                    }
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
            sendPendingAlert();
            throw e;
        }
    }

    private void count(SSLEngineResult result) throws RecordFloodException {
        if (result.bytesProduced() > 0) {
            shortInARow = 0;
        } else if (result.bytesConsumed() > 0) {
            withoutData++;
            if (result.bytesConsumed() < SHORTEST_TICKET && ++shortInARow > MOST_IN_A_ROW) {
                throw new RecordFloodException();
            }
        }
    }

    /**
     * If the engine has a task, starts it. If it has a message for the peer, sends it. Receives no bytes.
     *
     * @return false if the engine has neither, or if the stream takes no more bytes now
     */
    private boolean answer(HandshakeStatus status) throws IOException {
        if (status == HandshakeStatus.NEED_TASK) {
            startTask();
            return true;
        }
        if (status == HandshakeStatus.NEED_WRAP && transport.flush()) {
            transport.wrapMessage();
            transport.flush();
            return true;
        }
        return false;
    }

    /** @return whether {@link #decrypt} may find more bytes at once */
    boolean mayHaveMore() {
        return withoutData < MOST_WITHOUT_DATA && (transport.mayReceiveMore() || transport.hasRecord());
    }

    /**
     * Encrypts data and sends it, as far as the stream takes it at once.
     *
     * @param plain the data; its position moves past the bytes that were encrypted
     * @return whether any bytes were encrypted; false while earlier bytes wait for the stream, and while a task uses the engine
     * @throws IOException if the stream has failed and can send no more, or the peer has closed the TLS connection
     */
    boolean encrypt(ByteBuffer plain) throws IOException {
        if (!isEngineFree() || !transport.flush()) {
            return false;
        }
        transport.requireSending();
        int start = plain.position();
        SSLEngineResult result = transport.wrap(plain);
        while (result.getStatus() == SSLEngineResult.Status.OK && result.bytesConsumed() > 0 && plain.hasRemaining()) {
            result = transport.wrap(plain);
        }
        transport.flush();
        transport.requireSending();
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new IOException("the peer has closed the TLS connection");
        }
        return plain.position() > start;
    }

    /** Sends encrypted bytes that wait for the stream, as far as it takes them. A failure is reported by {@link #encrypt}. */
    void flush() {
        transport.flush();
    }

    // The end

    /** Sends close_notify (RFC 8446 section 6.1) if that is possible without blocking. */
    void sendCloseNotify() {
        if (task == null || task.isDone()) {
            engine.closeOutbound();
            sendPendingAlert();
        }
    }

    /** Sends the engine's pending alert, or close_notify, which is an alert too. */
    private void sendPendingAlert() {
        try {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && transport.flush()) {
                transport.wrapMessage();
                transport.flush();
            }
        } catch (SSLException e) {
            // the connection is already broken, so the peer cannot receive the alert
        }
    }

    // Waiting

    /**
     * @return true if there is nothing to decrypt and nothing to send; false also while a task runs, and if the stream below TLS cannot tell without
     *         a read whether bytes have arrived
     */
    boolean isQuiet() {
        return task == null && !transport.hasOutgoing() && !transport.hasRecord() && stream instanceof Selectable below
                && below.isQuiet();
    }

    /**
     * Registers the events after which {@link #shakeHands}, {@link #decrypt} or {@link #encrypt} can do more. The caller then waits for one of these
     * events. Before it waits, it must repeat {@link #shakeHands}, {@link #decrypt} or {@link #encrypt}, whichever it needs, until that call makes no
     * more progress. A record that has already been received is not a new event, so it does not end the wait. There is one exception: if
     * {@link #decrypt} has stopped at the limit {@link #MOST_WITHOUT_DATA}, the wait ends at once, because more records may be there.
     *
     * @param readiness collects the events
     * @param toWrite   whether the caller has data to send
     */
    void awaitedBy(WaitSet readiness, boolean toWrite) {
        if (task != null) {
            readiness.onCompletion(task);
        } else if (withoutData >= MOST_WITHOUT_DATA) {
            readiness.wake();
        } else {
            Selectable.await(stream, readiness, toWrite || transport.hasOutgoing());
        }
    }

    // Tasks

    private void startTask() {
        task = TlsThreads.start(() -> {
            runTasks();
            return null;
        });
    }

    private void runTasks() {
        Runnable part = engine.getDelegatedTask();
        while (part != null) {
            part.run();
            part = engine.getDelegatedTask();
        }
    }

    /**
     * @return whether no task is using the engine
     * @throws IOException if the task has failed
     */
    private boolean isEngineFree() throws IOException {
        if (task != null) {
            if (!task.isDone()) {
                return false;
            }
            try {
                task.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new SSLException(e.getCause());
            } catch (InterruptedException e) {
                throw new AssertionError("get() waited for a task that is done", e);
            } finally {
                task = null;
            }
        }
        return true;
    }
}
