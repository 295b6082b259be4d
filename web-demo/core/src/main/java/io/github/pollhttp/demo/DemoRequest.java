package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;

/**
 * What a case asks for.
 *
 * @param method  the method
 * @param place   whom it asks
 * @param path    the target
 * @param headers lines {@code Name: value}
 * @param body    the body, empty for none
 */
public record DemoRequest(Method method, Place place, String path, List<String> headers, byte[] body) {

    static DemoRequest get(Place place, String path) {
        return new DemoRequest(Method.METHOD_GET, place, path, List.of(), new byte[0]);
    }

    static DemoRequest post(String path, byte[] body) {
        return new DemoRequest(Method.METHOD_POST, Place.PAGE, path, List.of("Content-Type: application/octet-stream"),
                body);
    }

    /**
     * Words the request.
     *
     * @param addresses where the places are
     * @return for example {@code GET http://localhost:8080/level.json}
     */
    public String describe(Addresses addresses) {
        return method.name().substring("METHOD_".length()) + " " + addresses.of(place) + path;
    }
}
