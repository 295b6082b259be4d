package io.github.pollhttp.bench.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Sends the responses of one connection. It sends a small response in one write, and does not copy a large one. */
final class ResponseWriter {
    /** Larger writes are no faster over loopback. */
    private static final int MOST_AT_ONCE = 256 * 1024;

    private final ByteBuffer start = ByteBuffer.allocateDirect(64 * 1024);
    private Response response;
    private long sent;

    void begin(Response next) {
        response = next;
        sent = 0;
    }

    /**
     * Sends as many bytes as the channel takes.
     *
     * @return true if the whole response has been sent
     */
    boolean write(SocketChannel channel) throws IOException {
        while (sent < total()) {
            int count = channel.write(next());
            sent += count;
            if (count == 0) {
                return false;
            }
        }
        return true;
    }

    /** Sends a whole response to a blocking stream. */
    void write(OutputStream out, byte[] piece) throws IOException {
        while (sent < total()) {
            ByteBuffer next = next();
            int count = Math.min(piece.length, next.remaining());
            next.get(piece, 0, count);
            out.write(piece, 0, count);
            sent += count;
        }
        out.flush();
    }

    private long total() {
        return response.start().length + response.length() + response.end().length;
    }

    private ByteBuffer next() {
        long cycled = sent - response.start().length;
        if (cycled < 0) {
            return slice(response.start(), (int) sent);
        }
        if (cycled >= response.length()) {
            return slice(response.end(), (int) (cycled - response.length()));
        }
        ByteBuffer cycle = response.cycle();
        int from = (int) (cycled % cycle.capacity());
        int count = (int) Math.min(Math.min(cycle.capacity() - from, MOST_AT_ONCE), response.length() - cycled);
        return cycle.slice(from, count);
    }

    private ByteBuffer slice(byte[] bytes, int from) {
        return start.clear().put(bytes, from, Math.min(bytes.length - from, start.capacity())).flip();
    }
}
