package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;

/** The Fetch Standard's {@code Headers}, from which a request is made. Once a line cannot be sent, its property {@code wrong} is set. */
@JSClass(name = "Headers")
class RequestHeaders implements JSObject {
    RequestHeaders() {}

    /**
     * Adds a program's line. The value becomes Web IDL's ByteString: a character for each byte of UTF-8, which is what the JVM sends.
     * {@code Headers} checks the name, and cuts line ends off instead of refusing them.
     */
    @JSBody(params = {"headers", "line"}, script = """
            var colon = line.indexOf(':');
            try {
                headers.append(line.slice(0, Math.max(colon, 0)), unescape(encodeURIComponent(line.slice(colon + 1))));
                headers.wrong |= /[\\r\\n\\0]/.test(line);
            } catch (notAHeader) {
                headers.wrong = 1;
            }
            """)
    static void add(RequestHeaders headers, String line) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }
}
