package io.github.pollhttp.web;

import java.nio.ByteBuffer;

import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.spi.CollectedBody;

/**
 * A body that the browser has collected. In JavaScript, the array of the program shares the memory of a typed array, so the chunks are joined to
 * one typed array while they arrive. In WasmGC an array is separate memory: allocating and filling one takes more than a millisecond for each MiB. So it is made
 * when the program asks for it.
 */
final class BrowserBody implements CollectedBody {
    private static final int PIECE = 256 * 1024;

    private final CollectedChunks chunks;
    private byte[] bytes;

    BrowserBody(BrowserExchange exchange, long limit) {
        chunks = CollectedChunks.collect(exchange, limit, !isWasm());
    }

    /** The compiler replaces calls by true in WasmGC and by false in JavaScript, so that a program has the code of its platform only. */
    @PlatformMarker(Platforms.WEBASSEMBLY_GC)
    private static boolean isWasm() {
        return false;
    }

    @Override
    public boolean join() {
        if (isWasm() || CollectedChunks.join(chunks)) {
            return true;
        }
        if (!CollectedChunks.hasArray(chunks)) {
            throw new OutOfMemoryError("There is no memory for the array of a body.");
        }
        return false;
    }

    @Override
    public void discard() {
        CollectedChunks.discard(chunks);
    }

    @Override
    public byte[] bytes() {
        if (bytes == null) {
            bytes = isWasm() ? copied() : CollectedChunks.array(chunks).copyToJavaArray();
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
