package io.github.pollhttp.web;

import java.util.List;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The Fetch Standard's {@code Headers} of a request. */
@JSClass(name = "Headers")
class RequestHeaders implements JSObject {
    private RequestHeaders() {}

    /** Converts the header lines of a program. */
    static RequestHeaders of(List<String> lines) {
        RequestHeaders headers = new RequestHeaders();
        for (int i = 0; i < lines.size(); i++) { // by index, because an iterator would make each program larger
            add(headers, lines.get(i));
        }
        return headers;
    }

    /**
     * Adds a line of the program. The value is converted to Web IDL's ByteString, one character for each byte of UTF-8, because the JVM backend
     * sends UTF-8. {@code Headers} checks the name, but it accepts control characters, removes line ends at the edges of a value, and joins two
     * lines of one name by a comma, which a host cannot have.
     */
    @JSBody(params = {"headers", "line"}, script = """
            const colon = Math.max(0, line.indexOf(':'));
            try {
                const value = unescape(encodeURIComponent(line.slice(colon + 1)));
                headers.append(line.slice(0, colon), value);
                if (/[\\0-\\x08\\n-\\x1f\\x7f]/.test(line) || /,/.test(headers.get('host'))) {
                    throw line;
                }
            } catch (invalid) {
                headers.invalid = true;
            }
            """)
    private static native void add(RequestHeaders headers, String line);

    /** Whether a line is not a valid header, is a Host with a comma, or is the second Host. */
    @JSProperty
    native boolean isInvalid();
}
