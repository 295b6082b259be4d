package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.ReentrantLock;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;

/**
 * The plain bytes of a TLS connection whose handshake is over. The end of the stream, and every failure, is reported after the bytes that
 * came before it.
 */
final class TlsStream implements Selectable {
    private final StreamPeer stream;
    private final TlsRecords records;

    /** Keeps a close() on another thread away from the records while they are in use. */
    private final ReentrantLock inUse = new ReentrantLock();

    /** Decrypted and not read yet; null when empty. */
    private ByteBuffer plain;
    private boolean ended;
    private IOException failure;
    private volatile boolean closed;

    /**
     * @param stream  what is below the records
     * @param records a connection after its handshake
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

    /** @return whether there are plain bytes now */
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
            boolean more = records.flush();
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

    /** Without the goodbye if another thread is reading or writing at this moment: nobody waits, and the stream's end is its end, too. */
    @Override
    public void close() {
        if (!closed && inUse.tryLock()) {
            try {
                if (!closed) {
                    closed = true;
                    records.sayGoodbye();
                }
            } finally {
                inUse.unlock();
            }
        }
        closed = true;
        stream.close();
    }
}
