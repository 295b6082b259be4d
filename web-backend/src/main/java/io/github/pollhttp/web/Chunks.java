package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** Moves received bytes from the browser's memory into the program's. */
final class Chunks {
    private Chunks() {}

    /**
     * Returns a piece with a buffer of its own, and copies it only if its buffer is longer. TeaVM 0.16 reads a part of a buffer wrongly: in
     * JavaScript, {@code copyToJavaArray} makes an array that shares the memory of the buffer, and {@code ByteBuffer.put} ignores the offset at which
     * the piece begins.
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

    /** Decodes UTF-8, without a byte order mark. */
    @JSBody(params = "bytes", script = "return new TextDecoder().decode(bytes);")
    static native String text(Int8Array bytes);
}
