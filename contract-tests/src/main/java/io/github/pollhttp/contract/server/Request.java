package io.github.pollhttp.contract.server;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.pollhttp.internal.HeaderLine;

/**
 * A request that the server received.
 *
 * @param line    the request line
 * @param headers the header lines
 * @param body    the body
 */
record Request(String line, List<String> headers, byte[] body) {

    String method() {
        return line.substring(0, line.indexOf(' '));
    }

    String target() {
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    String path() {
        int query = target().indexOf('?');
        return query < 0 ? target() : target().substring(0, query);
    }

    /** Returns the first segment of the path, the id of a scenario. */
    String scenario() {
        return part(1);
    }

    /** Returns the second segment of the path, the number of the request. */
    int number() {
        return Integer.parseInt(part(2));
    }

    private String part(int index) {
        String[] parts = path().split("/", -1);
        return index < parts.length ? parts[index] : "";
    }

    /** Returns the first value of a header, or null if it is missing. */
    String header(String name) {
        for (String each : headers) {
            if (HeaderLine.isNamed(each, name)) {
                return HeaderLine.value(each);
            }
        }
        return null;
    }

    /** Returns the values of a header as one list (RFC 9110 section 5.3), or null if it is missing. */
    private String values(String name) {
        List<String> values = HeaderLine.values(headers, name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** Returns whether this is a CORS-preflight request (Fetch Standard). */
    boolean isPreflight() {
        return method().equals("OPTIONS") && header("Access-Control-Request-Method") != null;
    }

    /** Returns the body that {@link io.github.pollhttp.contract.Answer.Reveal} sends, without the scenario's id in the target. */
    String revealed(List<String> names) {
        StringBuilder line = new StringBuilder(method() + " " + target().replace("/" + scenario() + "/", "/.../") + " "
                + new String(body, StandardCharsets.ISO_8859_1));
        for (String name : names) {
            line.append(' ').append(name).append('=').append(values(name));
        }
        return line.toString();
    }

    /** Returns the body that {@link io.github.pollhttp.contract.Answer.Describe} sends, without the scenario's id in the target. */
    String description() {
        String target = target().replace("/" + scenario() + "/", "/.../");
        return method() + "\n" + target + "\n" + header("Content-Length") + "\n" + header("X-Test") + "\n";
    }
}
