package io.github.pollhttp.e2e.behaviour.server;

import java.util.List;

import org.eclipse.jetty.http.HttpFields;

import io.github.pollhttp.contract.Body;

/**
 * A request that the server received.
 *
 * @param origin  the letter of the origin that received it
 * @param method  the method
 * @param target  path and query, without the number of the site
 * @param headers the header fields
 * @param body    the body
 */
public record Served(String origin, String method, String target, HttpFields headers, byte[] body) {

    /** Returns a line of a log: origin, method, target, the body unless it is empty, and the given headers, with {@code -} for a missing one. */
    public String line(List<String> shownHeaders) {
        StringBuilder line = new StringBuilder(origin + " " + method + " " + target);
        if (body.length > 0) {
            Body token = new Body();
            token.add(body, body.length);
            line.append(' ').append(token.token());
        }
        for (String name : shownHeaders) {
            String value = String.join("|", headers.getValuesList(name));
            line.append(' ').append(name).append('=').append(headers.contains(name) ? value : "-");
        }
        return line.toString();
    }
}
