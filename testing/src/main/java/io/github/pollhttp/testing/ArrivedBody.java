package io.github.pollhttp.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.spi.CollectedBody;

/** The body that a browser collects for an {@code HTTPRequest}. */
final class ArrivedBody implements CollectedBody {
    /** The longest array, as for an {@code HTTPRequest} on the JVM. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] complete;

    /**
     * Adds bytes of the body. If its length is more than an array can have, as many bytes count as read when the first ones arrive, so that the request
     * fails early. That is what the browser backend does.
     *
     * @return the number of bytes that count as read
     */
    int collect(Exchange exchange, int limit) {
        ByteBuffer piece = ByteBuffer.allocate(limit);
        int count = exchange.read(piece);
        bytes.write(piece.array(), 0, count);
        return count > 0 && exchange.length() > LARGEST ? LARGEST + 1 : count;
    }

    @Override
    public boolean join() {
        return true;
    }

    @Override
    public void discard() {
        // the garbage collector does it
    }

    @Override
    public byte[] bytes() {
        if (complete == null) {
            complete = bytes.toByteArray();
        }
        return complete;
    }

    /** Leaves out a byte order mark, as browsers do. */
    @Override
    public String text() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
