package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;

/**
 * An exchange whose request body is made of files. The browser first opens them. When they are open, another exchange sends the request, and this one
 * passes each access to its members on to that one.
 */
abstract class FileExchange extends BrowserExchange {
    /** @param request the request that will be sent; its body does not matter */
    @JSBody(params = "request", script = """
            let target = {
                request: request,
                response: null,
                chunks: [],
                received: 0,
                taken: 0,
                readAhead: () => {},
                abort: () => {
                    target.aborted = true;
                },
                follow: next => {
                    next.chunks = target.chunks; // if they are collected, this is the collection
                    target = next;
                }
            };
            return new Proxy({}, {
                get: (_, name) => target[name],
                set: (_, name, value) => {
                    target[name] = value;
                    return true;
                }
            });
            """)
    static native FileExchange begin(FetchRequest request);

    /** Passes everything on to the exchange that sends the request. Nothing has happened in that one. */
    @JSBody(params = {"exchange", "next"}, script = "exchange.follow(next);")
    static native void follow(FileExchange exchange, BrowserExchange next);

    /** Ends the exchange, because a file cannot be opened. */
    @JSBody(params = {"exchange", "error"}, script = """
            exchange.fileFailure = String(error);
            exchange.failed = true;
            """)
    static native void fail(FileExchange exchange, Object error);

    /** Returns why the files of an exchange cannot be opened, or null if that is not why it has failed. */
    @JSBody(params = "exchange", script = "return exchange.fileFailure || null;")
    static native String failure(BrowserExchange exchange);

    @JSProperty
    abstract boolean isAborted();
}
