package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connected, non-blocking TCP socket. */
public final class TcpStream implements Selectable {
    /**
     * One second at 60 frames per second. To register a connection with {@link IdleWatch} is worth its cost only if the connection is idle for
     * longer.
     */
    private static final int IDLE_POLLS_BEFORE_WATCH = 60;

    private final SocketChannel channel;
    private int idlePolls;
    private volatile IdleWatch watch;

    public TcpStream(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = channel.read(target);
        if (count > 0) {
            idlePolls = 0;
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return channel.write(source);
    }

    @Override
    public void awaitedBy(WaitSet waitSet, boolean toWrite) {
        waitSet.onChannel(channel, toWrite ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    @Override
    public boolean isQuiet() {
        if (watch == null) {
            if (++idlePolls < IDLE_POLLS_BEFORE_WATCH) {
                return false;
            }
            watch = IdleWatch.over(channel);
        }
        return watch.isQuiet();
    }

    @Override
    public void close() {
        closeQuietly(channel);
        if (watch != null) {
            IdleWatch.forgetClosed();
        }
    }

    static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the connection is gone in either case, and a failed close changes nothing
        }
    }
}
