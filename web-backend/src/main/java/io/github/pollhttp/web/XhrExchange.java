package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/** An exchange by {@code XMLHttpRequest}. The body of the response arrives in one piece, at its end. */
abstract class XhrExchange extends BrowserExchange {
    /**
     * Starts a request. A response without an {@code ArrayBuffer} at its end is a failure: the browser had no memory for it (XMLHttpRequest
     * Standard, array buffer response).
     */
    @JSBody(params = {"request", "body"}, script = """
            const xhr = new XMLHttpRequest();
            const exchange = {
                request: request,
                response: null,
                chunks: [],
                received: 0,
                taken: 0,
                sent: 0,
                readAhead: () => {},
                abort: () => xhr.abort()
            };
            const fail = () => {
                setTimeout(() => {
                    exchange.failed = true;
                });
            };
            const readHead = () => {
                const headers = new Headers();
                const lines = xhr.getAllResponseHeaders().trim().split('\\r\\n');
                lines.filter(line => line).forEach(line => {
                    const colon = line.indexOf(':');
                    headers.append(line.slice(0, colon), line.slice(colon + 1));
                });
                const isOwnOrigin = new URL(xhr.responseURL).origin == location.origin;
                return {
                    status: xhr.status,
                    url: xhr.responseURL,
                    type: isOwnOrigin ? 'basic' : 'cors',
                    headers: headers
                };
            };
            xhr.open(request.method, request.url);
            xhr.responseType = 'arraybuffer';
            xhr.withCredentials = request.credentials == 'include';
            request.headers.forEach((value, name) => xhr.setRequestHeader(name, value));
            xhr.upload.onprogress = event => {
                exchange.sent = event.loaded;
            };
            xhr.onreadystatechange = () => {
                if (xhr.readyState == XMLHttpRequest.HEADERS_RECEIVED) {
                    exchange.response = readHead();
                }
            };
            xhr.onprogress = event => {
                exchange.received = event.loaded;
            };
            xhr.onload = () => {
                if (!xhr.response) {
                    fail();
                    return;
                }
                const bytes = new Uint8Array(xhr.response);
                exchange.sent = body.length;
                exchange.received = bytes.length;
                if (bytes.length) {
                    exchange.chunks.push(bytes);
                }
                exchange.ended = true;
            };
            xhr.onerror = fail;
            xhr.send(body);
            return exchange;
            """)
    static native XhrExchange start(FetchRequest request, Int8Array body);

    /** Bytes of the request's body sent so far. */
    @JSProperty
    abstract double getSent();
}
