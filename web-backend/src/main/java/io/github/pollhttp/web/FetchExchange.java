package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/**
 * An exchange by {@code fetch}: an {@code AbortController} with the members of {@link BrowserExchange}. It is written in JavaScript, because the same
 * code in Java takes four times the space in a bundle.
 */
abstract class FetchExchange extends BrowserExchange {
    /**
     * Starts a request and reads ahead, at most 4 chunks or 1 MiB. If the program stops reading, Chromium then stops receiving, so that the server
     * must wait. Firefox and WebKit receive the whole body regardless.
     *
     * <p>
     * A failure is stored one task later, because the event of a content security policy has to arrive before it. A status without exactly three
     * digits is a failure, because browsers do not reject it: Chromium turns 131072 into 0.
     *
     * <p>
     * The exchange is also the {@code RequestInit} of the fetch, which reads its {@code signal}. A {@code RequestInit} resets the referrer policy of
     * the request (Fetch Standard, Request constructor), so the exchange repeats that policy.
     */
    @JSBody(params = "request", script = """
            const exchange = Object.assign(new AbortController(), {
                request: request,
                referrerPolicy: request.referrerPolicy,
                response: null,
                chunks: [],
                received: 0,
                taken: 0
            });
            const fail = () => {
                setTimeout(() => {
                    exchange.failed = true;
                });
            };
            let reader;
            let reading = false;
            exchange.readAhead = () => {
                const waiting = exchange.received - exchange.taken;
                if (reading || exchange.ended || exchange.chunks.length >= 4 || waiting >= 1048576) {
                    return;
                }
                reading = true;
                reader.read().then(result => {
                    reading = false;
                    exchange.ended = result.done;
                    if (!result.done) {
                        exchange.chunks.push(result.value);
                        exchange.received += result.value.length;
                        exchange.readAhead();
                    }
                }).catch(fail);
            };
            fetch(request, exchange).then(response => {
                if (!/^\\d{3}$/.test(response.status)) {
                    throw response;
                }
                exchange.response = response;
                reader = response.body && response.body.getReader();
                exchange.ended = !reader;
                exchange.readAhead();
            }).catch(fail);
            return exchange;
            """)
    static native FetchExchange start(FetchRequest request);
}
