package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/** What {@link FetchExchange} is, by {@code XMLHttpRequest}: the response's body comes in one piece, when it is whole. */
interface XhrExchange extends FetchExchange {
    @JSBody(params = {"request",
            "body"}, script = """
                    var xhr = new XMLHttpRequest();
                    var result = {
                        request: request,
                        response: null,
                        chunks: [],
                        received: 0,
                        taken: 0,
                        sent: 0,
                        readAhead: () => {},
                        abort: () => xhr.abort()
                    };
                    xhr.open(request.method, request.url);
                    xhr.responseType = 'arraybuffer';
                    xhr.withCredentials = request.credentials == 'include';
                    request.headers.forEach((value, name) => xhr.setRequestHeader(name, value));
                    xhr.upload.onprogress = event => {
                        result.sent = event.loaded;
                    };
                    xhr.onreadystatechange = () => {
                        if (xhr.readyState == 2) {
                            result.response = {
                                status: xhr.status,
                                url: xhr.responseURL,
                                type: new URL(xhr.responseURL).origin == location.origin ? 'basic' : 'cors',
                                headers: new Headers(xhr.getAllResponseHeaders().trim().split('\\r\\n').filter(line => line).map(line =>
                                    [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
                            };
                        }
                    };
                    xhr.onprogress = event => {
                        result.received = event.loaded;
                    };
                    var fail = () => setTimeout(() => result.failed = true);
                    xhr.onload = () => {
                        if (!xhr.response) {
                            return fail(); // there was no memory for it (XMLHttpRequest Standard, array buffer response)
                        }
                        var bytes = new Uint8Array(xhr.response);
                        result.sent = body.length;
                        result.received = bytes.length;
                        if (bytes.length) {
                            result.chunks.push(bytes);
                        }
                        result.ended = true;
                    };
                    xhr.onerror = fail;
                    xhr.send(body);
                    return result;
                    """)
    static XhrExchange start(FetchRequest request, Int8Array body) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** How many bytes of the request's body have been sent. */
    @JSProperty
    double getSent();
}
