package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** An exchange by {@code XMLHttpRequest}. The body of the response arrives in one piece, at its end. */
abstract class XhrExchange extends BrowserExchange {
    /**
     * Starts a request, whose body is an Int8Array, or a Blob with the member {@code length}. A response without an {@code ArrayBuffer} at its end is a failure: the browser had no memory for it (XMLHttpRequest
     * Standard, array buffer response).
     *
     * <p>
     * {@code loadend} follows load, error, abort and timeout, so it ends each exchange that has not ended. The page aborts requests with
     * {@code window.stop()}. Scripts of the page may have replaced {@code XMLHttpRequest}. Then an exception, or a value that does not fit, is a failure
     * of this request.
     */
    @JSBody(params = {"request", "body"}, script = """
            const exchange = {
                request: request,
                isUpload: true,
                response: null,
                chunks: [],
                received: 0,
                taken: 0,
                sent: 0,
                readAhead: () => {},
                abort: () => attempt(() => xhr.abort())()
            };
            const fail = () => {
                setTimeout(() => {
                    exchange.failed = true;
                }, globalThis.WorkerGlobalScope && !exchange.response ? 100 : 0); // as in FetchExchange
            };
            const attempt = action => event => {
                try {
                    action(event);
                } catch (notFitting) {
                    fail();
                }
            };
            let xhr;
            const readHead = () => {
                const headers = new Headers();
                const lines = xhr.getAllResponseHeaders().split('\\r\\n');
                lines.filter(line => line).forEach(line => {
                    const colon = line.indexOf(':');
                    headers.append(line.slice(0, colon), line.slice(colon + 1));
                });
                const head = {
                    status: xhr.status,
                    url: xhr.responseURL,
                    type: request.url.startsWith(globalThis.origin + '/') ? 'basic' : 'cors',
                    headers: headers
                };
                if (!/^\\d{3}$/.test(head.status)) {
                    throw head;
                }
                exchange.response = head;
            };
            const readBody = () => {
                const buffer = xhr.response;
                if (!exchange.response || buffer[Symbol.toStringTag] != 'ArrayBuffer') {
                    throw buffer;
                }
                const bytes = new Uint8Array(buffer);
                exchange.sent = body.length;
                exchange.received = bytes.length;
                if (bytes.length) {
                    exchange.chunks.push(bytes);
                }
                exchange.ended = true;
            };
            const end = () => {
                if (!exchange.ended) {
                    fail();
                }
            };
            attempt(() => {
                xhr = new XMLHttpRequest();
                xhr.open(request.method, request.url);
                xhr.responseType = 'arraybuffer';
                xhr.withCredentials = request.credentials == 'include';
                request.headers.forEach((value, name) => xhr.setRequestHeader(name, value));
                xhr.upload.onprogress = event => {
                    exchange.sent = event.loaded;
                };
                xhr.onreadystatechange = attempt(() => {
                    if (xhr.readyState == 2) { // HEADERS_RECEIVED
                        readHead();
                    }
                });
                xhr.onprogress = event => {
                    exchange.received = event.loaded;
                };
                xhr.onload = attempt(readBody);
                xhr.onerror = xhr.onabort = xhr.ontimeout = xhr.onloadend = end;
                xhr.send(body);
            })();
            return exchange;
            """)
    static native XhrExchange start(FetchRequest request, JSObject body);

    /** Bytes of the request's body sent so far. */
    @JSProperty
    abstract double getSent();
}
