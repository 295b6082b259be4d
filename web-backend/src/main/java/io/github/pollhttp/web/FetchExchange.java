package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * One fetch: its {@code AbortController}, and what its promises have delivered. Callbacks only store; each request has an object of its own,
 * so that what comes late for an aborted one is nobody's. It is JavaScript throughout: as Java, with promises and a queue of typed arrays, it
 * took four times the space in a bundle.
 */
interface FetchExchange extends JSObject {
    /**
     * Starts a request and reads ahead, at most 4 chunks or 1 MiB: a program that stops reading stops the server, where the browser stops with it;
     * Chromium does, Firefox and WebKit take the whole body whoever reads. A failure is noted a task
     * later, so that the event of a content security policy comes before it. A status that has not three digits is one: engines let them
     * pass, and Chromium makes 0 of 131072. The result is the {@code RequestInit}, too, for its signal; with one, fetch forgets the request's
     * referrer policy (Fetch Standard, Request constructor), which is why it is there once more.
     */
    @JSBody(params = "request", script = """
            var reader, reading;
            var fail = () => setTimeout(() => result.failed = true);
            var result = Object.assign(new AbortController(), {
                request: request,
                referrerPolicy: request.referrerPolicy,
                response: null,
                chunks: [],
                received: 0,
                taken: 0,
                readAhead: () => {
                    if (!reading && !result.ended && result.chunks.length < 4 && result.received - result.taken < 1048576) {
                        reading = true;
                        reader.read().then(next => {
                            reading = false;
                            if (!(result.ended = next.done)) {
                                result.chunks.push(next.value);
                                result.received += next.value.length;
                                result.readAhead();
                            }
                        }).catch(fail);
                    }
                }
            });
            fetch(request, result).then(response => {
                if (!/^\\d{3}$/.test(response.status)) {
                    throw response;
                }
                result.response = response;
                reader = response.body && response.body.getReader();
                result.ended = !reader;
                result.readAhead();
            }).catch(fail);
            return result;
            """)
    static FetchExchange start(FetchRequest request) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** Takes at most so many bytes of what was read ahead. */
    @JSBody(params = {"fetch", "limit"}, script = """
            var chunk = fetch.chunks.shift() || new Int8Array(0);
            if (chunk.length > limit) {
                fetch.chunks.unshift(chunk.subarray(limit));
                chunk = chunk.subarray(0, limit);
            }
            fetch.taken += chunk.length;
            fetch.readAhead();
            return chunk;
            """)
    static Int8Array take(FetchExchange fetch, int limit) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /**
     * Gives a piece memory of its own: in JavaScript, {@code copyToJavaArray} makes an array upon that memory, and {@code ByteBuffer.put}
     * forgets where in it the array begins (TeaVM 0.16). A whole chunk has that already, and is not copied.
     */
    @JSBody(params = "piece", script = "return new Int8Array((piece.length < piece.buffer.byteLength ? piece.slice() : piece).buffer);")
    static Int8Array own(Int8Array piece) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** Copies a piece, and says how long it is. */
    @JSBody(params = {"piece", "target"}, script = "target.set(piece); return piece.length;")
    static int copy(Int8Array piece, Int8Array target) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** Whether something was read ahead and not taken. */
    @JSBody(params = "fetch", script = "return fetch.chunks.length > 0;")
    static boolean hasWaiting(FetchExchange fetch) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    @JSProperty
    FetchRequest getRequest();

    /** Null until the head has come. */
    @JSProperty
    FetchResponse getResponse();

    /** How many bytes of the body have come. */
    @JSProperty
    double getReceived();

    /** Whether nothing more will come, and the body is whole. */
    @JSProperty
    boolean isEnded();

    @JSProperty
    boolean isFailed();

    void abort();
}
