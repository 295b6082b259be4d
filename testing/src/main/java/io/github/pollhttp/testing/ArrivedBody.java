package io.github.pollhttp.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.spi.CollectedBody;

/** The body that a browser collects for an {@code HTTPRequest}. */
final class ArrivedBody implements CollectedBody {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] complete;

    /** @return the number of bytes that were added, at most {@code limit} */
    int collect(Exchange exchange, int limit) {
        ByteBuffer piece = ByteBuffer.allocate(limit);
        int count = exchange.read(piece);
        bytes.write(piece.array(), 0, count);
        return count;
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
