package io.github.pollhttp.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ResponseBody;

/** The body that a browser collects for an {@code HTTPRequest}. The backend adds the bytes; what is written by the request is ignored. */
final class CollectedBody implements BodySink, ResponseBody {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] complete;

    /** Moves the position of the buffer past the bytes that it adds, and leaves its content alone. */
    int collect(Exchange exchange, ByteBuffer target) {
        ByteBuffer piece = ByteBuffer.allocate(target.remaining());
        int count = exchange.read(piece);
        bytes.write(piece.array(), 0, count);
        target.position(target.position() + count);
        return count;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void write(ByteBuffer counted) {
        // the bytes are already here
    }

    @Override
    public boolean flush() {
        return true;
    }

    @Override
    public boolean finish() {
        return true;
    }

    @Override
    public ResponseBody body() {
        return this;
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
