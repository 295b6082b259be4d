package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/** The chunks of a body that is wanted whole. They stay in the browser's memory until the program asks for them. */
abstract class CollectedChunks implements JSObject {
    /**
     * Replaces the queue of an exchange's chunks. The new queue takes each chunk at once, so that the exchange reads on while the program does not
     * poll. After {@code limit} bytes it takes no more, and the exchange stops as it does for a program that does not read.
     *
     * <p>
     * With {@code joins}, the chunks are copied into one array. 1 MiB takes about 0.6 ms, because the memory is new. So they are copied in pieces: up to
     * 4 MiB when a chunk arrives and whenever a timer runs, which is every 4 ms at most, and 256 KiB at each call of {@link #join}. The timer is for
     * WebKit, whose chunks of a fast body have 5 to 18 MiB: with 2 MiB instead of 4, a body of 64 MiB takes a sixth longer, and without a timer three
     * times as long. A hidden page has no frames and slow timers, so it copies everything at once. Content-Length is believed if it is at most 1 MiB, or
     * when an eighth of it has arrived. If it is more than an array can have, as many bytes count as read at once, so that the request fails early. If it
     * is missing or wrong, the array is made at the end. A single chunk that has a buffer of its own is not copied.
     */
    @JSBody(params = {"exchange", "limit", "joins"}, script = """
            const body = {
                chunks: [],
                arrived: 0,
                counted: 0,
                array: null,
                filled: 0
            };
            const expectedLength = () => {
                const length = Number(exchange.response.headers.get('content-length'));
                return length <= Math.max(1048576, body.arrived * 8) && length <= limit ? length : 0;
            };
            const provideArray = length => {
                if (body.filled) {
                    body.chunks.unshift(body.array.subarray(0, body.filled));
                    body.filled = 0;
                }
                const first = body.chunks[0];
                if (body.chunks.length == 1 && first.length == length && first.buffer.byteLength == length) {
                    body.array = body.chunks.pop();
                    body.filled = length;
                    return;
                }
                try {
                    body.array = new Uint8Array(length);
                } catch (outOfMemory) {
                    body.array = null;
                }
            };
            const canCopy = () => body.array && body.chunks.length && body.filled < body.array.length;
            let timer = 0;
            const copy = most => {
                let left = globalThis.document && document.hidden ? Infinity : most;
                while (left > 0 && canCopy()) {
                    const chunk = body.chunks.shift();
                    const piece = chunk.subarray(0, Math.min(left, body.array.length - body.filled));
                    body.array.set(piece, body.filled);
                    body.filled += piece.length;
                    left -= piece.length;
                    if (piece.length < chunk.length) {
                        body.chunks.unshift(chunk.subarray(piece.length));
                    }
                }
                if (canCopy() && !timer) {
                    timer = setTimeout(() => {
                        timer = 0;
                        copy(4194304);
                    });
                }
            };
            body.join = (most, isWhole) => {
                const length = isWhole ? body.arrived : expectedLength();
                if ((isWhole || length) && (!body.array || body.array.length != length)) {
                    provideArray(length);
                }
                copy(most);
                return body.array && !body.chunks.length;
            };
            const waiting = exchange.chunks;
            exchange.chunks = {
                push: chunk => {
                    body.chunks.push(chunk);
                    body.arrived += chunk.length;
                    body.isTooLong = exchange.response.headers.get('content-length') > 2147483639;
                    if (body.arrived <= limit) {
                        exchange.taken += chunk.length;
                    }
                    if (joins) {
                        body.join(4194304, false);
                    }
                },
                count: most => {
                    const count = body.isTooLong ? 2147483640 : Math.min(most, body.arrived - body.counted);
                    body.counted += count;
                    return count;
                },
                get length() {
                    return body.arrived > body.counted ? 1 : 0;
                }
            };
            waiting.forEach(exchange.chunks.push);
            exchange.readAhead();
            return body;
            """)
    static native CollectedChunks collect(BrowserExchange exchange, double limit, boolean joins);

    /** Counts chunks of a collected body as read, at most {@code limit} bytes, and returns the number of bytes. */
    @JSBody(params = {"exchange", "limit"}, script = "return exchange.chunks.count(limit);")
    static native int count(BrowserExchange exchange, int limit);

    /**
     * Copies a piece, after the last chunk has arrived.
     *
     * @return true if all chunks are in one array
     */
    @JSBody(params = "body", script = "return !!body.join(262144, true);")
    static native boolean join(CollectedChunks body);

    /** False if there was no memory for it. */
    @JSBody(params = "body", script = "return !!body.array;")
    static native boolean hasArray(CollectedChunks body);

    /** The array of a joined body. */
    @JSBody(params = "body", script = "return new Int8Array(body.array.buffer);")
    static native Int8Array array(CollectedChunks body);

    /** Copies the next bytes of a body that is not joined to the beginning of an array, and returns their number. */
    @JSBody(params = {"body", "array"}, script = """
            const chunk = body.chunks.shift();
            const piece = chunk.subarray(0, array.length);
            array.set(piece);
            if (piece.length < chunk.length) {
                body.chunks.unshift(chunk.subarray(piece.length));
            }
            return piece.length;
            """)
    static native int next(CollectedChunks body, Int8Array array);

    @JSBody(params = "body", script = """
            const decoder = new TextDecoder();
            const chunks = body.array ? [body.array] : body.chunks;
            return chunks.map(chunk => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
            """)
    static native String text(CollectedChunks body);

    @JSProperty
    abstract int getArrived();

    /** Drops all chunks. Those that arrive later are dropped together with the exchange. */
    @JSBody(params = "body", script = """
            body.chunks.length = 0;
            body.filled = 0;
            body.array = null;
            """)
    static native void discard(CollectedChunks body);
}
