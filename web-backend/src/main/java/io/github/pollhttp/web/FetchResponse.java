package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.streams.ReadableStream;

/** The Fetch Standard's {@code Response}. */
interface FetchResponse extends JSObject {
    @JSProperty
    int getStatus();

    @JSProperty
    String getUrl();

    /** {@code basic} for the page's own origin, {@code cors} for another one. */
    @JSProperty
    String getType();

    /** Null for a response without a body, such as 204 and any to HEAD. */
    @JSProperty
    ReadableStream getBody();

    /** The header fields that the browser shows, one line each. */
    @JSBody(params = "response", script = "var lines = [];"
            + "response.headers.forEach(function(value, name) { lines.push(name + ': ' + value); });"
            + "return lines;")
    static JSArrayReader<JSString> headerLines(FetchResponse response) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }
}
