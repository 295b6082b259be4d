package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/**
 * An exchange by {@code fetch}: an object with the members of {@link BrowserExchange}. It is written in JavaScript, because the same code in Java
 * takes four times the space in a bundle.
 */
abstract class FetchExchange extends BrowserExchange {
    /**
     * Starts a request and reads ahead, at most 4 chunks or 1 MiB. If the program stops reading, Chromium then stops receiving, so that the server
     * must wait. Firefox and WebKit receive the whole body regardless.
     *
     * <p>
     * Scripts of the page may have replaced {@code fetch}. Then an exception, or a value that does not fit, is a failure of this request: each call is
     * made within a promise, headers that cannot be read fail at once, and a chunk has to be an array of bytes. If a script has read a part of the body,
     * the rest is of no use. A status without exactly three digits is a failure, because browsers do not reject it: Chromium turns 131072 into 0.
     *
     * <p>
     * A failure is stored one task later, because the event of a content security policy has to arrive before it. In a worker of Firefox that event comes
     * up to six tasks later, 62 ms were seen. So a worker waits for 100 ms before it stores the failure of a request without a response. The reader is
     * idle while no read is under way, and neither after the end nor after a failure.
     *
     * <p>
     * The {@code RequestInit} has members of its own, because scripts copy it. It resets the referrer policy of the request (Fetch Standard,
     * Request constructor), so it repeats that policy. The request has the signal, too, for scripts that pass on the request alone.
     */
    @JSBody(params = "request", script = """
            const state = {
                request: request,
                response: null,
                chunks: [],
                received: 0,
                taken: 0,
                abort: () => request.aborter.abort()
            };
            const attempt = (call, use) => new Promise(resolve => resolve(call())).then(use).catch(() => {
                setTimeout(() => {
                    state.failed = true;
                }, globalThis.WorkerGlobalScope && !state.response ? 100 : 0);
            });
            let reader;
            let idle;
            state.readAhead = () => {
                if (!idle || state.chunks.length >= 4 || state.received - state.taken >= 1048576) {
                    return;
                }
                idle = false;
                attempt(() => reader.read(), result => {
                    state.ended = result.done;
                    if (!result.done) {
                        const chunk = result.value;
                        if (chunk.BYTES_PER_ELEMENT != 1) {
                            throw chunk;
                        }
                        state.chunks.push(chunk);
                        state.received += chunk.length;
                        idle = true;
                        state.readAhead();
                    }
                });
            };
            attempt(() => fetch(request, { signal: request.aborter.signal, referrerPolicy: request.referrerPolicy }), response => {
                response.headers.forEach(String);
                if (response.bodyUsed || !/^\\d{3}$/.test(response.status)) {
                    throw response;
                }
                idle = response.body !== null;
                if (idle) {
                    reader = response.body.getReader();
                }
                state.ended = !idle;
                state.response = response;
                state.readAhead();
            });
            return state;
            """)
    static native FetchExchange start(FetchRequest request);
}
