package io.github.pollhttp.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.pollhttp.spi.Ascii;
import io.github.pollhttp.spi.HeaderLine;
import io.github.pollhttp.spi.Utf8;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/** Makes of a program's header lines what {@code fetch} takes, and leaves out what the browser keeps to itself. */
final class RequestHeaders {
    /**
     * The Fetch Standard's forbidden request-headers, and User-Agent, which Chromium drops and others send: a program sees the same in all
     * of them.
     */
    private static final String FORBIDDEN = " accept-charset accept-encoding access-control-request-headers"
            + " access-control-request-method access-control-request-private-network connection content-length cookie cookie2"
            + " date dnt expect host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade user-agent via ";

    private static final Set<String> WARNED = new HashSet<>();

    private RequestHeaders() {}

    /** @return name, value, name, value … */
    static JSArray<JSString> allowed(List<String> lines) {
        JSArray<JSString> pairs = new JSArray<>();
        for (String line : lines) {
            String name = HeaderLine.name(line);
            if (isForbidden(Ascii.lower(name))) {
                warnOnce(name);
            } else {
                pairs.push(JSString.valueOf(name));
                pairs.push(JSString.valueOf(byteString(HeaderLine.value(line))));
            }
        }
        return pairs;
    }

    private static boolean isForbidden(String name) {
        return name.startsWith("proxy-") || name.startsWith("sec-") || FORBIDDEN.contains(" " + name + " ");
    }

    private static void warnOnce(String name) {
        // The length is set for every body anyway, and always right.
        if (!Ascii.equal(name, "content-length") && WARNED.add(Ascii.lower(name))) {
            Browser.warn("PollHTTP: the browser owns the request header " + name + " and does not send a program's");
        }
    }

    /** Web IDL's ByteString: a character for each byte of the value in UTF-8, which is what the JVM backend sends. */
    private static String byteString(String value) {
        StringBuilder bytes = new StringBuilder(value.length());
        for (byte each : Utf8.encode(value)) {
            bytes.append((char) (each & 0xFF));
        }
        return bytes.toString();
    }
}
