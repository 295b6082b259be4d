package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * One request and its response: a JavaScript object in which the browser's callbacks store what arrives, until the client's polls take it. Each
 * request has an object of its own, so a callback that comes late for an aborted request cannot change the next one.
 */
abstract class BrowserExchange implements JSObject {
    /** Takes received bytes of the body, at most {@code limit}; empty if there are none. */
    @JSBody(params = {"exchange", "limit"}, script = """
            const chunk = exchange.chunks.shift() || new Int8Array(0);
            if (chunk.length > limit) {
                exchange.chunks.unshift(chunk.subarray(limit));
            }
            const piece = chunk.subarray(0, limit);
            exchange.taken += piece.length;
            exchange.readAhead();
            return piece;
            """)
    static native Int8Array take(BrowserExchange exchange, int limit);

    /** True if the program has not taken all received bytes. */
    @JSBody(params = "exchange", script = "return exchange.chunks.length > 0;")
    static native boolean hasWaiting(BrowserExchange exchange);

    @JSProperty
    abstract FetchRequest getRequest();

    /** The response's head, or null before it has arrived. */
    @JSProperty
    abstract FetchResponse getResponse();

    /** Bytes of the body received so far. */
    @JSProperty
    abstract double getReceived();

    /** True when the body is complete. */
    @JSProperty
    abstract boolean isEnded();

    @JSProperty
    abstract boolean isFailed();

    abstract void abort();
}
