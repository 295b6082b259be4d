package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** Whether a server answers at all; what it answers stays hidden. */
interface Probe extends JSObject {
    /** Asks, without credentials and for three seconds at most, so that a silent server does not hold the failure back. */
    @JSBody(params = "request", script = """
            var abortController = new AbortController();
            var probe = {
                settled: false,
                answered: false,
                abort: function() {
                    clearTimeout(timer);
                    abortController.abort();
                }
            };
            var timer = setTimeout(probe.abort, 3000);
            function settle(answered) {
                clearTimeout(timer);
                probe.answered = answered;
                probe.settled = true;
            }
            fetch(request.url, { method: request.method, mode: 'no-cors', credentials: 'omit', signal: abortController.signal }).then(function() {
                settle(true);
                abortController.abort();
            }, function() {
                settle(false);
            });
            return probe;
            """)
    static Probe start(FetchRequest request) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    @JSProperty
    boolean isSettled();

    @JSProperty
    boolean isAnswered();

    void abort();
}
