package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** The members of the Fetch Standard's {@code Response} that make up a response's head. */
abstract class FetchResponse implements JSObject {
    @JSProperty
    abstract int getStatus();

    @JSProperty
    abstract String getUrl();

    /** {@code basic} for the page's own origin, {@code cors} for another one. */
    @JSProperty
    abstract String getType();

    /** The header fields that the browser shows to the page, one line each. */
    @JSBody(params = "response", script = """
            const lines = [];
            response.headers.forEach((value, name) => {
                lines.push(name + ': ' + value);
            });
            return lines;
            """)
    static native JSArrayReader<JSString> headerLines(FetchResponse response);
}
