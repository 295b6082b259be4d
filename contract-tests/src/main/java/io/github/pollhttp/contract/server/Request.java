package io.github.pollhttp.contract.server;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.pollhttp.internal.HeaderLine;

/**
 * A request as it arrived.
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

    /** The first part of the path. */
    String scenario() {
        return part(1);
    }

    /** The second part of the path. */
    int number() {
        return Integer.parseInt(part(2));
    }

    private String part(int index) {
        String[] parts = path().split("/", -1);
        return index < parts.length ? parts[index] : "";
    }

    /** The first value of a header, or null. */
    String header(String name) {
        for (String each : headers) {
            if (HeaderLine.isNamed(each, name)) {
                return HeaderLine.value(each);
            }
        }
        return null;
    }

    /** Whether a browser asks before it asks (Fetch Standard, CORS-preflight request). */
    boolean isPreflight() {
        return method().equals("OPTIONS") && header("Access-Control-Request-Method") != null;
    }

    /** What {@link io.github.pollhttp.contract.Answer.Reveal} sends. */
    String revealed(List<String> names) {
        StringBuilder line = new StringBuilder(method() + " " + target().replace("/" + scenario() + "/", "/.../") + " "
                + new String(body, StandardCharsets.ISO_8859_1));
        for (String name : names) {
            line.append(' ').append(name).append('=').append(header(name));
        }
        return line.toString();
    }

    /** What {@link io.github.pollhttp.contract.Answer.Describe} sends. The scenario's own name is left out of the target. */
    String description() {
        String target = target().replace("/" + scenario() + "/", "/.../");
        return method() + "\n" + target + "\n" + header("Content-Length") + "\n" + header("X-Test") + "\n";
    }
}
