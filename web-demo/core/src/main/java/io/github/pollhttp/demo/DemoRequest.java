package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;

/**
 * The request of a case.
 *
 * @param method  the method
 * @param place   the server that gets the request
 * @param path    path and query, beginning with a slash
 * @param headers lines {@code Name: value}
 * @param body    the body, empty for none
 */
public record DemoRequest(Method method, Place place, String path, List<String> headers, byte[] body) {

    static DemoRequest get(Place place, String path) {
        return new DemoRequest(Method.METHOD_GET, place, path, List.of(), new byte[0]);
    }

    static DemoRequest head(Place place, String path) {
        return new DemoRequest(Method.METHOD_HEAD, place, path, List.of(), new byte[0]);
    }

    static DemoRequest post(String path, byte[] body) {
        return new DemoRequest(Method.METHOD_POST, Place.PAGE, path, List.of("Content-Type: application/octet-stream"),
                body);
    }

    /**
     * Describes the request in one line.
     *
     * @param addresses the origins of the places
     * @return for example {@code GET http://localhost:8080/level.json}
     */
    public String describe(Addresses addresses) {
        return method.name().substring("METHOD_".length()) + " " + addresses.of(place) + path;
    }
}
