package io.github.pollhttp.web;

import java.util.List;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;

/** The Fetch Standard's {@code Headers} of a request. After a line that is not a valid header, the property {@code invalid} is true. */
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
     * sends UTF-8. {@code Headers} checks the name, but it accepts control characters, and removes line ends at the edges of a value.
     */
    @JSBody(params = {"headers", "line"}, script = """
            const colon = Math.max(0, line.indexOf(':'));
            if (/[\\0-\\x08\\n-\\x1f\\x7f]/.test(line)) {
                headers.invalid = true;
            }
            try {
                const value = unescape(encodeURIComponent(line.slice(colon + 1)));
                headers.append(line.slice(0, colon), value);
            } catch (invalid) {
                headers.invalid = true;
            }
            """)
    private static native void add(RequestHeaders headers, String line);
}
