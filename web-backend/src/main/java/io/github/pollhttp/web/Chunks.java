package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** Moves received bytes from the browser's memory into the program's. */
final class Chunks {
    private Chunks() {}

    /**
     * Gives a piece a buffer of its own, because TeaVM 0.16 mistakes views: in JavaScript, {@code copyToJavaArray} makes an array that shares the
     * view's memory, and {@code ByteBuffer.put} ignores the offset at which the view begins. A piece that fills its buffer is not copied.
     */
    @JSBody(params = "piece", script = """
            const owned = piece.length < piece.buffer.byteLength ? piece.slice() : piece;
            return new Int8Array(owned.buffer);
            """)
    static native Int8Array own(Int8Array piece);

    /**
     * Copies a piece to the beginning of an array.
     *
     * @return the length of the piece, in bytes
     */
    @JSBody(params = {"piece", "array"}, script = """
            array.set(piece);
            return piece.length;
            """)
    static native int copy(Int8Array piece, Int8Array array);
}
