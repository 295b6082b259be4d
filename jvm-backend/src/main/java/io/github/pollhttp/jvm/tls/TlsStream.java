package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.ReentrantLock;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;

/**
 * The decrypted stream of a TLS connection after its handshake. It reports the end of the stream, and every failure, after the bytes that came
 * before it. A failure to send does not end reading: the peer may have answered before it closed the connection (RFC 9112 section 9.5). It does not
 * know the {@code SSLEngine}.
 */
final class TlsStream implements Selectable {
    private final StreamPeer stream;
    private final TlsRecords records;

    /** Held while the records are in use, because close() may be called by any thread. */
    private final ReentrantLock inUse = new ReentrantLock();

    /** Decrypted bytes that are not read yet; null when empty. */
    private ByteBuffer plain;
    private boolean ended;
    private IOException failure;
    private volatile boolean closed;

    /**
     * @param stream  the connection below TLS
     * @param records the TLS records on that connection, after the handshake
     */
    TlsStream(StreamPeer stream, TlsRecords records) {
        this.stream = stream;
        this.records = records;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        inUse.lock();
        try {
            requireOpen();
            records.beginRead();
            int start = target.position();
            boolean more = target.hasRemaining() && (plain != null || decrypt());
            while (more) {
                deliver(target);
                more = target.hasRemaining() && records.mayHaveMore() && decrypt();
            }
            int count = target.position() - start;
            if (count > 0 || target.limit() == start) {
                return count;
            }
            if (failure != null) {
                throw failure;
            }
            return ended ? -1 : 0;
        } finally {
            inUse.unlock();
        }
    }

    /** @return whether {@link #plain} has bytes now */
    private boolean decrypt() {
        if (ended || failure != null) {
            return false;
        }
        plain = TlsBuffers.lend();
        plain.clear();
        try {
            records.flush();
            ended = !records.decrypt(plain);
        } catch (IOException e) {
            failure = e;
        }
        if (plain.flip().hasRemaining()) {
            return true;
        }
        giveBackPlain();
        return false;
    }

    private void deliver(ByteBuffer target) {
        int limit = plain.limit();
        plain.limit(plain.position() + Math.min(plain.remaining(), target.remaining()));
        target.put(plain);
        if (!plain.limit(limit).hasRemaining()) {
            giveBackPlain();
        }
    }

    private void giveBackPlain() {
        TlsBuffers.giveBack(plain);
        plain = null;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        inUse.lock();
        try {
            requireOpen();
            int start = source.position();
            boolean more = true;
            while (more && source.hasRemaining()) {
                more = records.encrypt(source);
            }
            return source.position() - start;
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public void awaitedBy(WaitSet readiness, boolean toWrite) {
        inUse.lock();
        try {
            if (plain != null || ended || failure != null || closed) {
                readiness.wake();
            } else {
                records.awaitedBy(readiness, toWrite);
            }
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public boolean isQuiet() {
        inUse.lock();
        try {
            return plain == null && !ended && failure == null && !closed && records.isQuiet();
        } finally {
            inUse.unlock();
        }
    }

    private void requireOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    /** Skips close_notify (RFC 8446 section 6.1) if another thread is using the stream, so that close() never blocks. */
    @Override
    public void close() {
        if (!closed && inUse.tryLock()) {
            try {
                if (!closed) {
                    closed = true;
                    records.sendCloseNotify();
                }
            } finally {
                inUse.unlock();
            }
        }
        closed = true;
        stream.close();
    }
}
