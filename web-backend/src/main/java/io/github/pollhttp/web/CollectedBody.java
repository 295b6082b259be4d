package io.github.pollhttp.web;

import java.nio.ByteBuffer;

import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ResponseBody;

/**
 * A body that the browser has collected. In JavaScript, the array of the program shares the memory of a typed array, so the chunks are joined to
 * one typed array while they arrive. In WasmGC an array is separate memory: allocating and filling one takes more than a millisecond for each MiB. So it is made
 * when the program asks for it.
 */
final class CollectedBody implements BodySink, ResponseBody {
    private static final boolean SHARES_MEMORY = sharesMemory();
    private static final int PIECE = 256 * 1024;

    private final CollectedChunks chunks;
    private byte[] bytes;

    CollectedBody(BrowserExchange exchange, long limit) {
        chunks = CollectedChunks.collect(exchange, limit, SHARES_MEMORY);
    }

    /** True in JavaScript, false in WasmGC. */
    private static boolean sharesMemory() {
        Int8Array one = new Int8Array(1);
        byte[] array = one.copyToJavaArray();
        one.set(0, (byte) 1);
        return array[0] == 1;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void write(ByteBuffer counted) {
        // the chunks are already here
    }

    @Override
    public boolean flush() {
        if (!SHARES_MEMORY || CollectedChunks.join(chunks)) {
            return true;
        }
        if (!CollectedChunks.hasArray(chunks)) {
            throw new OutOfMemoryError("There is no memory for the array of a body.");
        }
        return false;
    }

    @Override
    public boolean finish() {
        return true;
    }

    @Override
    public void discard() {
        CollectedChunks.discard(chunks);
    }

    @Override
    public ResponseBody body() {
        return this;
    }

    @Override
    public byte[] bytes() {
        if (bytes == null) {
            bytes = SHARES_MEMORY ? CollectedChunks.array(chunks).copyToJavaArray() : copied();
            discard();
        }
        return bytes;
    }

    /** A direct buffer is memory that both the browser and the program read quickly. */
    private byte[] copied() {
        byte[] all = new byte[chunks.getArrived()];
        ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);
        int count = 0;
        while (count < all.length) {
            int copied = CollectedChunks.next(chunks, Int8Array.fromJavaBuffer(buffer));
            buffer.clear().get(all, count, copied);
            count += copied;
        }
        return all;
    }

    @Override
    public String text() {
        return bytes == null ? CollectedChunks.text(chunks) : Chunks.text(Int8Array.copyFromJavaArray(bytes));
    }
}
