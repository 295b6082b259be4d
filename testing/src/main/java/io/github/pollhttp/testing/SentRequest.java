package io.github.pollhttp.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.HeaderLine;

/**
 * A request that has reached the scripted network.
 *
 * @param method  the method
 * @param url     the absolute URL, with the query and without a fragment
 * @param headers the header lines {@code Name: value} of the program, and those that {@code HTTPRequest} and {@code EventSource} add, such as
 *                {@code Accept-Encoding} and {@code Cookie}. Not those that a backend adds to every request: {@code Host}, {@code Content-Length} and
 *                {@code User-Agent}. A scripted browser adds {@code Origin} and {@code Cookie}
 * @param body    the bytes of the body; empty without a body
 */
public record SentRequest(Method method, String url, List<String> headers, byte[] body) {

    /**
     * Returns the value of the first header of a name.
     *
     * @param name the name, in upper or lower case
     * @return the value, or null if there is no such header
     */
    public String header(String name) {
        return HeaderLine.first(headers, name);
    }

    /**
     * Returns the body as text.
     *
     * @return the body, decoded from UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Returns the method and the URL.
     *
     * @return for example {@code GET https://example.com/level.json}
     */
    @Override
    public String toString() {
        return method.token() + " " + url;
    }
}
