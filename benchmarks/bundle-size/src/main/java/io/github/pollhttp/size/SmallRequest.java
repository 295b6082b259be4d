package io.github.pollhttp.size;

import java.util.function.Consumer;

import org.teavm.jso.JSExport;

import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;

/**
 * {@link Hello} with one {@link HTTPRequest}, as most games begin. It sets nothing, and does not ask why a request has failed. It prints no number,
 * because {@link Hello} does not link the code for that.
 */
public final class SmallRequest {
    private static final String URL = "http://127.0.0.1:8080/level.json";

    private static HTTPRequest http;

    private SmallRequest() {}

    /** Prints hello and begins to load a file. */
    public static void main(String[] args) {
        start(request -> {});
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        http.poll();
    }

    /**
     * Prints hello and begins to load a file. Makes the first frame, so that a program that calls this method needs no other frame to link the same.
     *
     * @param preparation uses a feature before the request
     */
    static void start(Consumer<HTTPRequest> preparation) {
        start(preparation, response -> {});
    }

    /**
     * Prints hello and begins to load a file.
     *
     * @param preparation uses a feature before the request
     * @param listener    uses a feature after the request
     */
    static void start(Consumer<HTTPRequest> preparation, Consumer<HTTPResponse> listener) {
        System.out.println("Hello, world!");
        http = HTTPRequest.create();
        http.setResponseListener(response -> {
            System.out.println(response.isOk() && response.bytes().length > 0 ? "loaded" : "not loaded");
            listener.accept(response);
        });
        preparation.accept(http);
        http.request(URL);
        frame();
    }
}
