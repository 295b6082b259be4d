package io.github.pollhttp.size;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.request.HTTPRequest;

/** A program with one {@link HTTPRequest}, as most games begin. It sets nothing, and shows the failure's sentence. */
public final class SmallRequest {
    private static HTTPRequest http;

    private SmallRequest() {}

    /** Prints hello and begins to load a file. */
    public static void main(String[] args) {
        System.out.println("Hello, world!");
        http = HTTPRequest.create();
        http.setResponseListener(
                response -> System.out.println(response.isOk() ? response.bytes().length : response.message()));
        if (http.request("http://127.0.0.1:8080/level.json") != ErrorCode.OK) {
            System.out.println(http.getRejection());
        }
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        http.poll();
    }
}
