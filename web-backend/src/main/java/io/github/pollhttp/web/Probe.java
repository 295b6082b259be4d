package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A request that finds out whether a server answers at all. The page cannot see the answer. */
abstract class Probe implements JSObject {
    /** Sends the request, without credentials. It ends after three seconds, so that a silent server does not delay the failure for longer. */
    @JSBody(params = "request", script = """
            const controller = new AbortController();
            const timer = setTimeout(() => controller.abort(), 3000);
            const probe = {
                settled: false,
                answered: false,
                abort: () => {
                    clearTimeout(timer);
                    controller.abort();
                }
            };
            const settle = answered => {
                clearTimeout(timer);
                probe.answered = answered;
                probe.settled = true;
            };
            const init = {
                method: request.method,
                mode: 'no-cors',
                credentials: 'omit',
                signal: controller.signal
            };
            new Promise(resolve => resolve(fetch(request.url, init))).then(() => {
                settle(true);
                controller.abort();
            }, () => settle(false));
            return probe;
            """)
    static native Probe start(FetchRequest request);

    @JSProperty
    abstract boolean isSettled();

    @JSProperty
    abstract boolean isAnswered();

    abstract void abort();
}
